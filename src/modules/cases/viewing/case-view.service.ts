import { type Actor, can } from '../../../kernel/permissions.ts';
import { type CasePlace, canRead, demandRead } from '../case-subject.ts';
import type { CaseRow } from '../case-tables.store.ts';
import { type Known, lookUpKnown } from '../cases.context.ts';
import type { CaseReply, CaseView } from '../cases.contract.ts';
import { caseMissing } from '../cases.errors.ts';
import { findCase, mergedInto } from '../cases.store.ts';
import { clockOf, dueHistoryOf } from '../clocks/clock.store.ts';
import type { CaseDesk } from '../handling/case-desk.ts';
import { followUpsOf, notesOf, questionsOf } from '../handling/handling.store.ts';
import { historyOf } from '../history.store.ts';
import { unitBefore } from '../holding/before-holding.ts';
import { holdingsOf } from '../holding/holdings.store.ts';
import { ratingOf } from '../look-up/look-up.store.ts';
import { senderWordsOf } from '../look-up/sender-words.store.ts';
import { filesOf } from '../receiving/received-files.store.ts';
import { editorsOf, repliesOf, reviewsOf } from '../replies/replies.store.ts';
import { stepsOf } from '../replies/review-rules.store.ts';
import { sealedParts } from '../sealing/applicants.store.ts';
import { recusalsOf } from '../seeing/recusals.store.ts';
import { warningsOf } from '../warnings/warnings.store.ts';
import { allowedActs } from './allowed-acts.ts';
import {
  attachmentView,
  dueView,
  fieldViews,
  historyView,
  iso,
  mergedTargetView,
  mergedView,
  personRef,
  questionView,
  recusalView,
} from './case-parts.ts';
import { holdingViews } from './holding-view.ts';
import { listItem } from './list-item.ts';
import { replyView } from './reply-view.ts';

/** A case as its page shows it, with the buttons that work now for the person who asks. */
export class CaseViewService {
  readonly #desk: CaseDesk;

  constructor(desk: CaseDesk) {
    this.#desk = desk;
  }

  /** @throws AppError `case-missing` (404) for those who may not read it */
  async get(actor: Actor, id: string): Promise<CaseView> {
    const known = await lookUpKnown(this.#desk.context);
    const row = await findCase(this.#db, id);
    if (!row) throw caseMissing();
    const place = await this.#desk.placeOf(this.#db, row, known);
    demandRead(actor, place);
    return this.#view(actor, row, place, known);
  }

  /** What an act left behind, for the person who did it: also when the case has just gone to another unit. */
  async afterwards(actor: Actor, id: string): Promise<CaseView> {
    const known = await lookUpKnown(this.#desk.context);
    const row = await findCase(this.#db, id);
    if (!row) throw caseMissing();
    return this.#view(actor, row, await this.#desk.placeOf(this.#db, row, known), known);
  }

  async #view(actor: Actor, row: CaseRow, place: CasePlace, known: Known): Promise<CaseView> {
    const db = this.#db;
    const { kinds } = this.#desk.context;
    const kind = kinds.get(row.kind);
    const holdings = await holdingsOf(db, row.id);
    const replies = await this.#replies(actor, row, known);
    const sealed = (await sealedParts(db, row.id)) ?? null;
    const attachments = (await filesOf(db, row.id)).map(attachmentView);
    const target = row.merged_into === null ? undefined : await findCase(db, row.merged_into);
    const merged = row.merged_count > 0 ? await mergedInto(db, row.id) : [];
    const mayRecuse = can(actor, 'manage', { kind: 'caseRecusal' });
    const rating = await ratingOf(db, row.id);
    const hasSimple = kind.clock.simple !== null;
    return {
      ...listItem(row, known, kinds),
      text: row.text,
      against: row.against_unit_id === null ? null : known.units.ref(row.against_unit_id),
      fields: fieldViews(row.fields, kind),
      attachments,
      sealed: sealed && { kind: sealed.kind, has: sealed.has },
      mayPublish: row.may_publish,
      isSelectable: kind.isSelectable,
      hasSimple,
      due: dueView(row, await clockOf(db, row.id)),
      dueHistory: (await dueHistoryOf(db, row.id)).map((one) => ({
        at: iso(one.at),
        from: one.from_on,
        to: one.to_on,
        why: one.why,
      })),
      warnings: (await warningsOf(db, row.id)).map((one) => ({ stage: one.stage, dueOn: one.due_on, at: iso(one.at) })),
      holdings: holdingViews(holdings, known),
      notes: (await notesOf(db, row.id)).map((note) => ({
        id: note.id,
        text: note.text,
        by: personRef(note.by_person, note.by_name),
        at: iso(note.at),
      })),
      questions: (await questionsOf(db, row.id)).map(questionView),
      senderWords: (await senderWordsOf(db, row.id)).map(({ id, way, text, at }) => ({ id, way, text, at: iso(at) })),
      replies,
      mergedInto: target && (await this.#sees(actor, target, known)) ? mergedTargetView(target) : null,
      merged: merged.map(mergedView),
      rejection: row.rejection_reason ? { reason: row.rejection_reason, text: row.rejection_text ?? '' } : null,
      rating: rating ? { stars: rating.stars, comment: rating.comment, at: iso(rating.at) } : null,
      followUps: (await followUpsOf(db, row.id)).map((one) => ({
        at: iso(one.at),
        by: one.by_name,
        isSolved: one.is_solved,
        text: one.text,
      })),
      recusals: mayRecuse ? (await recusalsOf(db, row.id)).map(recusalView) : [],
      mayRecuse,
      history: (await historyOf(db, row.id)).map(historyView),
      allowed: allowedActs(actor, place, {
        procedure: kind.procedure,
        hasSimple,
        staysHere: kind.heldBy === 'office',
        canReturn: unitBefore(holdings) !== undefined,
        isSealed: sealed !== null,
        hasFiles: attachments.length > 0,
        draft: replies.find((reply) => reply.state === 'draft'),
      }),
    };
  }

  /** A case that is named on the page of another is named to those alone who may open it. */
  async #sees(actor: Actor, row: CaseRow, known: Known): Promise<boolean> {
    return canRead(actor, await this.#desk.placeOf(this.#db, row, known));
  }

  async #replies(actor: Actor, row: CaseRow, known: Known): Promise<CaseReply[]> {
    const rows = await repliesOf(this.#db, row.id);
    if (rows.length === 0) return [];
    const steps = await stepsOf(this.#db, this.#desk.context.kinds.get(row.kind), row.unit_id);
    const reviews = await reviewsOf(
      this.#db,
      rows.map((reply) => reply.id),
    );
    const isReviewed = row.state === 'replyDrafted' || row.state === 'replyApproved';
    return Promise.all(
      rows.map(async (reply) =>
        replyView(reply, {
          actor,
          known,
          steps,
          reviews: reviews.get(reply.id) ?? [],
          editorIds: reply.state === 'draft' ? await editorsOf(this.#db, reply.id) : [],
          holderUnitId: row.unit_id,
          isReviewed,
        }),
      ),
    );
  }

  get #db() {
    return this.#desk.context.platform.database.kysely;
  }
}
