import { type LocalDate, localDate } from '../../../kernel/local-date.ts';
import type { Actor } from '../../../kernel/permissions.ts';
import type { CaseView } from '../../cases/index.ts';
import type { PublicationsServices } from '../../publications/index.ts';
import { conferencesOf, contactsOf } from '../communication/communication.store.ts';
import { conversionsOf } from '../conversion/conversions.store.ts';
import { consultationUntil, decisionFacts } from '../decisions/decision-facts.ts';
import { recordsOf } from '../decisions/decision-records.ts';
import { decisionsOf } from '../decisions/decisions.store.ts';
import { deliveriesOf } from '../delivery/deliveries.store.ts';
import { extensionsOf } from '../procedure/extensions.store.ts';
import type { ConversionRow, DecisionRow, RequestRow } from '../request-tables.store.ts';
import type { RequestContext } from '../requests/request-desk.ts';
import type { DecisionFacts } from '../results/decision-content.contract.ts';
import { missingOf } from '../results/missing-of.ts';
import { suppliedFileView } from '../supplied/supplied-files.service.ts';
import { suppliedFilesOf } from '../supplied/supplied-files.store.ts';
import { countBetween, othersOf } from './other-requests.store.ts';
import { requestNodes } from './request-nodes.ts';
import type { DecisionView, RequestView } from './request-view.contract.ts';

const OTHERS = 20;

/** The whole file of a request for whoever may read its case. */
export class RequestViewService {
  readonly #context: RequestContext;
  readonly #open: Pick<PublicationsServices['open'], 'itemOf'>;

  constructor(context: RequestContext, open: Pick<PublicationsServices['open'], 'itemOf'>) {
    this.#context = context;
    this.#open = open;
  }

  /** @throws AppError `case-missing`, `no-request` (404) */
  async get(actor: Actor, id: string): Promise<RequestView> {
    return this.#file(actor, await this.#context.cases.view.get(actor, id));
  }

  /** What an act left behind, for the person who did it: also when the request has just gone to another unit. */
  async afterwards(actor: Actor, id: string): Promise<RequestView> {
    return this.#file(actor, await this.#context.cases.view.afterwards(actor, id));
  }

  async #file(actor: Actor, view: CaseView): Promise<RequestView> {
    const { cases, platform } = this.#context;
    const { id } = view;
    const db = platform.database.kysely;
    const known = await cases.clocks.now();
    const { today } = known;
    const { request, events, consultations, fee } = await recordsOf(db, id, cases);
    const facts = decisionFacts({ request, events, consultations, fee }, today, known);
    const decisions = await decisionsOf(db, id);
    const deliveries = await deliveriesOf(db, id);
    const sideTerms = await cases.clocks.sideTerms(id);
    return {
      case: view,
      arrival: request.arrival,
      submittedOn: request.submitted_on,
      confirmedOn: request.confirmed_on,
      confirmedHow: request.confirmed_how,
      category: request.category,
      wantedForm: request.wanted_form,
      wantedWay: request.wanted_way,
      documentNumber: request.document_number,
      topic: request.topic,
      abuseReason: request.abuse_reason,
      identity: identityOf(request),
      correction: correctionOf(request, facts, today),
      nodes: requestNodes({
        request,
        registeredAt: new Date(view.receivedAt),
        decidedOn: request.decided_on,
        deliveredOn: deliveries.findLast((one) => one.delivered_on !== null)?.delivered_on ?? null,
        challengedOn: null,
      }),
      sideTerms: sideTerms.map(({ rule: _, ...term }) => ({ ...term, isLate: (term.endedOn ?? today) > term.due })),
      consultations: consultations.map((one) => ({
        id: one.id,
        whom: one.whom,
        name: one.name,
        asked: one.asked,
        sentOn: one.sent_on,
        receivedOn: one.received_on,
        until: consultationUntil(one, request, known),
        opinion: one.opinion,
        opinionText: one.opinion_text,
        answeredOn: one.answered_on,
        isReasonable: one.is_reasonable,
      })),
      extensions: (await extensionsOf(db, id)).map((one) => ({
        id: one.id,
        workdays: one.workdays,
        reason: one.reason,
        proposedBy: one.proposed_by_name,
        proposedAt: one.proposed_at.toISOString(),
        decision: one.decision,
        decidedBy: one.decided_by_name,
        remark: one.remark,
      })),
      delay: request.delayed_until ? { until: request.delayed_until, reason: request.delay_reason ?? '' } : null,
      fee:
        fee && facts.fee
          ? {
              way: fee.way,
              quantity: fee.quantity,
              amount: fee.amount,
              explanation: fee.explanation,
              noticedOn: fee.noticed_on,
              until: facts.fee.until,
              paidOn: fee.paid_on,
            }
          : null,
      conferences: (await conferencesOf(db, id)).map((one) => ({
        id: one.id,
        heldOn: one.held_on,
        attendees: one.attendees,
        legalAdviser: one.legal_adviser,
        opinion: one.opinion,
      })),
      contacts: (await contactsOf(db, id)).map((one) => ({
        id: one.id,
        at: one.at.toISOString(),
        topic: one.topic,
        text: one.text,
        by: one.by_name,
      })),
      decisions: decisions.map((one) => decisionView(one, facts)),
      suppliedFiles: (await suppliedFilesOf(db, id)).map(suppliedFileView),
      deliveries: deliveries.map((one) => ({
        id: one.id,
        decisionId: one.decision_id,
        way: one.way,
        trackingNumber: one.tracking_number,
        sentOn: one.sent_on,
        deliveredOn: one.delivered_on,
        proof: one.proof,
      })),
      conversions: await Promise.all((await conversionsOf(db, id)).map((one) => this.#conversion(one))),
      others: await this.#others(actor, request),
      earlierInMonth: await this.#earlierInMonth(request, view.unit.id),
      archive: request.archived_on ? { on: request.archived_on, number: request.archive_number ?? '' } : null,
    };
  }

  async #conversion(row: ConversionRow): Promise<RequestView['conversions'][number]> {
    const item = row.publication_id ? await this.#open.itemOf(row.publication_id) : undefined;
    const isPublic = item?.status === 'public';
    return {
      id: row.id,
      version: row.version,
      decisionId: row.decision_id,
      name: row.name,
      state: isPublic ? 'published' : row.state,
      reason: row.reason,
      publicationId: row.publication_id,
      publicNumber: isPublic ? item.number : null,
    };
  }

  /** Only those that the person may read: the same applicant may have asked other units. */
  async #others(actor: Actor, request: RequestRow): Promise<RequestView['others']> {
    const { cases, platform } = this.#context;
    const rows = await othersOf(platform.database.kysely, request.case_id, request.applicant_key, OTHERS);
    const results = new Map(rows.map((row) => [row.case_id, row.result]));
    const seen = await cases.view.readable(actor, [...results.keys()]);
    return seen.map(({ id, number, title, receivedOn }) => ({
      id,
      number,
      title,
      receivedOn,
      result: results.get(id) ?? null,
    }));
  }

  #earlierInMonth(
    { case_id: caseId, applicant_key: applicantKey, confirmed_on: on }: RequestRow,
    unitId: string,
  ): Promise<number> {
    if (on === null) return Promise.resolve(0);
    const from = localDate(`${on.slice(0, 7)}-01`);
    return countBetween(this.#context.platform.database.kysely, { caseId, applicantKey, unitId, from, to: on });
  }
}

function identityOf(row: RequestRow): RequestView['identity'] {
  const { identity_evidence: evidence, identity_checked_on: on, identity_checked_by: by } = row;
  return evidence && on && by ? { evidence, on, by } : null;
}

function correctionOf(row: RequestRow, { correction }: DecisionFacts, today: LocalDate): RequestView['correction'] {
  if (!correction) return null;
  const { noticedOn, until, correctedOn } = correction;
  return {
    text: row.correction_text ?? '',
    noticedOn,
    until,
    correctedOn,
    isOver: correctedOn === null && today > until,
  };
}

function decisionView(row: DecisionRow, facts: DecisionFacts): DecisionView {
  return {
    id: row.id,
    seq: row.seq,
    replyId: row.reply_id,
    content: row.content,
    result: row.result,
    letterIsOwn: row.letter_is_own,
    sentOn: row.sent_on,
    documentNumber: row.document_number,
    missing: row.sent_on === null ? missingOf(row.content, facts) : [],
  };
}
