import { AppError } from '../../../kernel/app-error.ts';
import type { Actor } from '../../../kernel/permissions.ts';
import type { Queryable } from '../../../platform/db/database.ts';
import { findPersonalData } from '../../redaction/index.ts';
import type { DraftReplyInput, ReviewReplyInput, SubmitReplyInput } from '../case-acts.contract.ts';
import { demandMove } from '../case-subject.ts';
import type { ReplyRow } from '../case-tables.store.ts';
import { lockCase } from '../cases.store.ts';
import { answer, answerMerged } from '../handling/answer.ts';
import type { CaseDesk } from '../handling/case-desk.ts';
import type { HeldCase } from '../handling/held-case.ts';
import { nameOf, personIdOf } from '../history.store.ts';
import { nextState } from '../life/life-table.ts';
import { isDecided } from '../life/procedures.ts';
import { findingsUnanswered, noDraft, replyEmpty, reviewRefused, staleReply } from './replies.errors.ts';
import {
  draftOf,
  editorsOf,
  insertDraft,
  insertReview,
  markSent,
  reviewsOf,
  saveDraft,
  saversSince,
} from './replies.store.ts';
import { stepsOf } from './review-rules.store.ts';
import { openStep, reviewStandings, type StepStanding, waitingFor, whyNotReview } from './review-steps.ts';

/** What the decision behind a reply does in the same transaction: keep itself, check itself, take effect. */
export type DecisionStep = (held: HeldCase, reply: ReplyRow) => Promise<void>;

/** A request is answered by a decision, a complaint by a finding, and by nothing else (regulation arts 36, 51). @throws AppError `decision-wanted` (409) */
function demandDecision(held: HeldCase, decision: DecisionStep | undefined): void {
  if (isDecided(held.kind.procedure) === (decision !== undefined)) return;
  throw new AppError('decision-wanted', 409, `“${held.kind.label}”以决定或者核查结论作答，请在它自己的办理页填写。`);
}

/** Answers: drafted, reviewed by others than the drafter, sent as the words that were approved, and never changed again. */
export class RepliesService {
  readonly #desk: CaseDesk;

  constructor(desk: CaseDesk) {
    this.#desk = desk;
  }

  /**
   * Every save is kept as a version. Who saves again what he saved himself (two tabs, a button pressed twice) goes on; the same words are
   * saved once. @throws AppError `stale` (409) with the newer words when somebody else saved in between
   */
  draft(
    actor: Actor,
    id: string,
    { edit, text, findingsReason }: DraftReplyInput,
    decision?: DecisionStep,
  ): Promise<void> {
    return this.#desk.act(actor, { id, event: 'draftReply', version: null }, async (held) => {
      demandDecision(held, decision);
      const { tx, at } = held.change;
      const row = await lockCase(tx, id);
      if (row?.version !== held.row.version) demandMove(actor, 'draftReply', { ...held.row, ...row, officeId: null });
      const words = { text, findingsReason: findingsReason || null };
      const by = { personId: personIdOf(actor), name: nameOf(actor), at };
      const before = await draftOf(tx, id);
      if ((before?.edit ?? 0) !== edit && !(before && (await isOwnSince(tx, before, edit, by.personId))))
        throw staleReply(before);
      if (before && !decision && isSaved(before, words)) return;
      const saved = before
        ? await saveDraft(tx, before, words, by)
        : await insertDraft(tx, id, held.row.unit_id, words, by);
      if (!saved) throw staleReply(await draftOf(tx, id));
      const now = await draftOf(tx, id);
      if (now) await decision?.(held, now);
      if (!before) await held.tell({ text: '起草答复。' });
      else held.change.record({ action: 'draftReply', kind: 'case', subjectId: id, unitId: held.row.unit_id });
    });
  }

  /** @throws AppError `findings-open` (422) while personal data stands in it without a reason */
  submit(actor: Actor, id: string, { version, edit }: SubmitReplyInput, decision?: DecisionStep): Promise<void> {
    return this.#desk.act(actor, { id, event: 'submitReply', version, isLocked: true }, async (held) => {
      demandDecision(held, decision);
      const reply = await this.#draft(held, edit);
      await decision?.(held, reply);
      if (reply.text === '') throw replyEmpty();
      if (!reply.findings_reason && findPersonalData(reply.text).length > 0) throw findingsUnanswered();
      const standings = await this.#standings(held, reply);
      if (standings.some((one) => one.state === 'returned'))
        throw new AppError('returned', 409, '答复被退回后还没有修改，请按审核意见修改后再提交。');
      const isDone = openStep(standings) === undefined;
      const to = isDone ? nextState(['system'], held.to, 'approveLastReply') : held.to;
      const waiting = waitingFor(standings, this.#places(held));
      await held.move({ waiting_for: waiting }, [], to);
      await held.tell({ text: isDone ? '答复提交，不需要审核。' : '答复提交审核。' }, { edit });
    });
  }

  /** The drafter takes it back to change it. */
  recall(actor: Actor, id: string, version: number): Promise<void> {
    return this.#desk.act(actor, { id, event: 'recallReply', version }, async (held) => {
      await held.move({ waiting_for: [] });
      await held.tell({ text: '收回答复修改。' });
    });
  }

  /** @throws AppError `review-refused` (403) in words, `stale` (409) when other words stand there now */
  review(actor: Actor, id: string, input: ReviewReplyInput): Promise<void> {
    const event = input.decision === 'approved' ? 'approveReply' : 'returnReply';
    return this.#desk.act(actor, { id, event, version: input.version, isLocked: true }, async (held) => {
      const reply = await this.#draft(held, input.edit);
      const standing = await this.#demandStep(held, reply, input);
      const { at } = held.change;
      const review = {
        step: input.step,
        edit: input.edit,
        decision: input.decision,
        comment: input.comment || null,
        byPerson: personIdOf(actor) ?? '',
        byName: nameOf(actor),
        at,
      };
      const all = reviewStandings(
        await this.#steps(held),
        [...((await reviewsOf(held.change.tx, [reply.id])).get(reply.id) ?? []), review],
        reply.edit,
      );
      await this.#decide(held, all, review.decision);
      await insertReview(held.change.tx, reply.id, { ...review, stepName: standing.step.name });
      await this.#tellDecision(held, standing.step.name, input);
    });
  }

  /** The door: what was approved is what the sender reads, and all whose cases were merged. */
  send(actor: Actor, id: string, { version, edit }: SubmitReplyInput, decision?: DecisionStep): Promise<void> {
    return this.#desk.act(actor, { id, event: 'sendReply', version, isLocked: true }, async (held) => {
      demandDecision(held, decision);
      const reply = await this.#draft(held, edit);
      if (openStep(await this.#standings(held, reply)))
        throw new AppError('not-approved', 409, '审核环节有调整，答复还没有全部审核通过。请收回后重新提交审核。');
      await answer(held, {});
      await decision?.(held, reply);
      const ordinal = await markSent(held.change.tx, reply, held.change.at);
      await answerMerged(held);
      await held.tell(
        { text: ordinal > 1 ? `发送第 ${ordinal} 次答复。` : '发送答复。', senderText: '已答复。' },
        { ordinal, edit },
      );
    });
  }

  async #decide(held: HeldCase, all: readonly StepStanding[], decision: ReviewReplyInput['decision']): Promise<void> {
    if (decision === 'returned') {
      await held.move({ waiting_for: [] });
      return;
    }
    const isLast = openStep(all) === undefined;
    const places = this.#places(held);
    const place = { ...held.row, officeId: places.officeId };
    const to = isLast ? demandMove(held.actor, 'approveLastReply', place) : held.to;
    await held.move({ waiting_for: waitingFor(all, places) }, [], to);
  }

  async #tellDecision(held: HeldCase, step: string, { decision, comment, edit }: ReviewReplyInput): Promise<void> {
    const word = decision === 'approved' ? '通过' : '退回';
    const event = held.row.state === 'replyApproved' ? 'approveLastReply' : held.event;
    await held.tell({ text: `${step}${word}${comment ? `：${comment}` : '。'}` }, { step, edit }, event);
  }

  async #demandStep(held: HeldCase, reply: ReplyRow, input: ReviewReplyInput): Promise<StepStanding> {
    const standings = await this.#standings(held, reply);
    const standing = standings.find((one) => one.step.code === input.step);
    if (!standing) throw new AppError('step-unknown', 422, '没有这个审核环节，审核环节可能已调整。请刷新后查看。');
    const isReturn = input.decision === 'returned';
    const why = whyNotReview(held.actor, isReturn ? { ...standing, state: 'open' } : standing, {
      all: isReturn ? [] : standings,
      editorIds: [...(await editorsOf(held.change.tx, reply.id)), ...(reply.drafter_id ? [reply.drafter_id] : [])],
      ...this.#places(held),
    });
    if (why) throw reviewRefused(why);
    if (isReturn && !input.comment)
      throw new AppError('reason-missing', 422, '退回时请说明理由。', {
        reasons: [{ field: 'comment', message: '请说明退回的理由' }],
      });
    return standing;
  }

  /** @throws AppError `no-draft` (409), `stale` (409) */
  async #draft(held: HeldCase, edit: number): Promise<ReplyRow> {
    const reply = await draftOf(held.change.tx, held.row.id);
    if (!reply) throw noDraft();
    if (reply.edit !== edit) throw staleReply(reply);
    return reply;
  }

  async #standings(held: HeldCase, reply: ReplyRow): Promise<StepStanding[]> {
    const reviews = (await reviewsOf(held.change.tx, [reply.id])).get(reply.id) ?? [];
    return reviewStandings(await this.#steps(held), reviews, reply.edit);
  }

  #steps(held: HeldCase) {
    return stepsOf(held.change.tx, held.kind, held.row.unit_id);
  }

  #places(held: HeldCase) {
    return { holderUnitId: held.row.unit_id, officeId: held.known.units.officeId };
  }
}

/** Nobody but the person has saved since the words that he saw. */
async function isOwnSince(tx: Queryable, draft: ReplyRow, edit: number, personId: string | null): Promise<boolean> {
  if (personId === null || edit >= draft.edit) return false;
  const savers = await saversSince(tx, draft.id, edit);
  return savers.length > 0 && savers.every((one) => one === personId);
}

function isSaved(draft: ReplyRow, words: { readonly text: string; readonly findingsReason: string | null }): boolean {
  return draft.text === words.text && draft.findings_reason === words.findingsReason;
}
