import { AppError } from '../../../kernel/app-error.ts';
import { type LocalDate, localDateAt } from '../../../kernel/local-date.ts';
import type { LookUpInput, Origin, ReceivedFile, SenderView } from '../../cases/index.ts';
import { contactsOf, insertContact } from '../communication/communication.store.ts';
import { decisionFacts } from '../decisions/decision-facts.ts';
import { recordsOf } from '../decisions/decision-records.ts';
import { decisionsOf } from '../decisions/decisions.store.ts';
import { deliveriesOf } from '../delivery/deliveries.store.ts';
import type { DeliveryService } from '../delivery/delivery.service.ts';
import { blankText } from '../letters/blanks.ts';
import type { CaseLettersService, LetterFile } from '../letters/case-letters.service.ts';
import type { LetterFormat } from '../letters/letters.contract.ts';
import { extensionsOf } from '../procedure/extensions.store.ts';
import type { SuppliedFileRow } from '../request-tables.store.ts';
import type { RequestContext } from '../requests/request-desk.ts';
import { supplies } from '../results/supplies.ts';
import { filesOf } from '../supplied/files-of-decision.ts';
import { fileMissing } from '../supplied/supplied-files.service.ts';
import { suppliedFilesOf } from '../supplied/supplied-files.store.ts';
import { isOpen, type OwnDecision, type OwnRequest, stageOf } from './own-request.ts';

const APPLICANT_BLANK = blankText('applicant');
/** Stands where others have their names. */
const BY_APPLICANT = '申请人';
const LONGEST_REASON = 500;

/** What an applicant does with number and secret: follow, correct, read and have the decision, take the request back. */
export class OwnRequestService {
  readonly #context: RequestContext;
  readonly #delivery: Pick<DeliveryService, 'seenOnline'>;
  readonly #letters: Pick<CaseLettersService, 'ownDecision'>;

  constructor(
    context: RequestContext,
    by: {
      readonly delivery: Pick<DeliveryService, 'seenOnline'>;
      readonly letters: Pick<CaseLettersService, 'ownDecision'>;
    },
  ) {
    this.#context = context;
    this.#delivery = by.delivery;
    this.#letters = by.letters;
  }

  /**
   * Opening the letter here is its delivery when the applicant wanted it here.
   * @throws AppError `case-not-found` (404), the same for a wrong number and a wrong secret; `look-up-wait` (429)
   */
  async open(input: LookUpInput, origin: Origin): Promise<OwnRequest> {
    const { lookUp } = this.#context.cases;
    const { id, view } = await lookUp.open(input, origin);
    const isSeenNow = await this.#seen(id, view);
    return this.#own(id, isSeenNow ? (await lookUp.open(input, origin)).view : view);
  }

  /** One letter as a file with the applicant's own name; having it is having read it. @throws like `open`; `letter-not-due` (409) */
  async letter(
    input: LookUpInput & { readonly seq: number; readonly format: LetterFormat },
    origin: Origin,
  ): Promise<LetterFile> {
    const { cases } = this.#context;
    const { id, view } = await cases.lookUp.open(input, origin);
    const file = await this.#letters.ownDecision(id, input, await cases.applicants.ownName(id));
    await this.#seen(id, view);
    return file;
  }

  /** A file that a decision hands over; having it is having read the letter. @throws like `open`; `file-missing` (404) */
  async file(input: LookUpInput & { readonly file: string }, origin: Origin): Promise<SuppliedFileRow> {
    const { id, view } = await this.#context.cases.lookUp.open(input, origin);
    const db = this.#context.platform.database.kysely;
    const sent = (await decisionsOf(db, id)).filter((one) => one.sent_on !== null);
    const isHandedOver = sent.some(({ content }) => filesOf(content).includes(input.file));
    const file = isHandedOver ? (await suppliedFilesOf(db, id)).find((one) => one.id === input.file) : undefined;
    if (!file) throw fileMissing();
    await this.#seen(id, view);
    return file;
  }

  /** The corrected request, with what proves it; the term begins anew (art 30). @throws AppError like `lookUp.answer` of cases */
  async correct(
    input: LookUpInput & { readonly text: string },
    files: readonly ReceivedFile[],
    origin: Origin,
  ): Promise<OwnRequest> {
    await this.#context.cases.lookUp.answer(input, files, origin);
    return this.open(input, origin);
  }

  /** Logged and told to whoever handles it; people decide what follows. A second press adds nothing. */
  async withdraw(input: LookUpInput & { readonly reason: string }, origin: Origin): Promise<OwnRequest> {
    await this.#context.cases.lookUp.act(input, origin, 'askWithdrawal', async (held) => {
      const { tx, at } = held.change;
      if (await withdrawalOf(tx, held.row.id)) return;
      const reason = input.reason.trim().slice(0, LONGEST_REASON);
      const text = reason === '' ? '申请人在网上申请撤回。' : `申请人在网上申请撤回：${reason}`;
      await insertContact(tx, { case_id: held.row.id, at, topic: 'withdrawal', text, by_name: BY_APPLICANT });
      await held.tell({ text, senderText: '您申请撤回，办理机关核对后将告知您处理结果。' });
    });
    return this.open(input, origin);
  }

  /** @returns whether it was recorded just now; when somebody else acts at the same moment the next opening records it */
  async #seen(id: string, view: SenderView): Promise<boolean> {
    if (view.state !== 'replied' && view.state !== 'closed') return false;
    try {
      await this.#delivery.seenOnline(id);
      return true;
    } catch (error) {
      if (!(error instanceof AppError) || error.status >= 500) throw error;
      return false;
    }
  }

  async #own(id: string, view: SenderView): Promise<OwnRequest> {
    const { cases, platform } = this.#context;
    const db = platform.database.kysely;
    const known = await cases.clocks.now();
    const records = await recordsOf(db, id, cases);
    const { request, consultations, fee } = records;
    const facts = decisionFacts(records, known.today, known);
    const isForFee = facts.fee !== null && facts.fee.paidOn === null;
    const isWaiting = view.state === 'awaitingSender';
    const withdrawal = await withdrawalOf(db, id);
    return {
      view,
      stage: stageOf({ state: view.state, isConfirmed: request.confirmed_on !== null, isForFee }),
      arrival: request.arrival,
      category: request.category,
      wantedForm: request.wanted_form,
      wantedWay: request.wanted_way,
      documentNumber: request.document_number,
      submittedOn: request.submitted_on,
      confirmedOn: request.confirmed_on,
      correction:
        isWaiting && !isForFee && facts.correction
          ? { text: request.correction_text ?? '', ...lapse(facts.correction.until, known.today) }
          : null,
      fee:
        fee && facts.fee
          ? {
              amount: fee.amount,
              explanation: fee.explanation,
              noticedOn: fee.noticed_on,
              until: facts.fee.until,
              paidOn: fee.paid_on,
            }
          : null,
      consultations: consultations.map((one) => ({ whom: one.whom, sentOn: one.sent_on, endedOn: one.answered_on })),
      extensions: (await extensionsOf(db, id)).flatMap(({ decision, workdays, decided_at: at }) =>
        decision === 'approved' && at ? [{ workdays, on: localDateAt(at) }] : [],
      ),
      delayedUntil: request.delayed_until,
      decisions: await this.#decisions(id, view),
      withdrawalAskedOn: withdrawal ? localDateAt(withdrawal.at) : null,
      mayWithdraw: isOpen(view.state) && withdrawal === undefined,
    };
  }

  async #decisions(id: string, { replies }: SenderView): Promise<OwnDecision[]> {
    const db = this.#context.platform.database.kysely;
    const sent = (await decisionsOf(db, id)).flatMap((one) =>
      one.sent_on === null ? [] : [{ ...one, sent_on: one.sent_on }],
    );
    const deliveries = await deliveriesOf(db, id);
    // In the order of their sending, as the replies are.
    const texts = replies.map(({ text }) => text);
    const isNamed = texts.some((text) => text.includes(APPLICANT_BLANK));
    const name = isNamed ? await this.#context.cases.applicants.ownName(id) : null;
    return sent
      .map((one, index) => ({
        seq: one.seq,
        documentNumber: one.document_number ?? '',
        result: one.result,
        sentOn: one.sent_on,
        supplied: supplies(one.content)
          ? one.content.items.flatMap(({ name: item, files = [] }) => (files.length > 0 ? [{ name: item, files }] : []))
          : [],
        text: (texts[index] ?? '').replaceAll(APPLICANT_BLANK, name ?? APPLICANT_BLANK),
        deliveries: deliveries
          .filter((delivery) => delivery.decision_id === one.id)
          .map((delivery) => ({
            way: delivery.way,
            sentOn: delivery.sent_on,
            deliveredOn: delivery.delivered_on,
            trackingNumber: delivery.tracking_number,
          })),
      }))
      .reverse();
  }
}

function lapse(until: LocalDate, today: LocalDate) {
  return { until, isOver: today > until };
}

/** Asked for on the portal; what the staff noted of a talk is another thing. */
async function withdrawalOf(db: Parameters<typeof contactsOf>[0], caseId: string) {
  return (await contactsOf(db, caseId)).find((one) => one.topic === 'withdrawal' && one.by_name === BY_APPLICANT);
}
