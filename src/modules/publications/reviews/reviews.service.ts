import { AppError } from '../../../kernel/app-error.ts';
import type { Actor } from '../../../kernel/permissions.ts';
import type { Change } from '../../../platform/change/change.ts';
import { reasonsBeforeReview } from '../blocking/blocking-reasons.ts';
import { type Readiness, readiness } from '../blocking/readiness.service.ts';
import { demandAct, hold, type WorkedOn, worked } from '../held-publication.service.ts';
import { addEvent, nameOf, personIdOf } from '../history.store.ts';
import { type Lookups, lookups, type PublicationsContext } from '../publications.context.ts';
import type { RemarkInput, ReviewInput } from '../publications.contract.ts';
import { blocked, contentChanged, staleEdit } from '../publications.errors.ts';
import { updatePublication } from '../publications.store.ts';
import { summarise } from '../versions/save-content.service.ts';
import { nextState, type VersionAction } from '../versions/version-state.ts';
import { editorsOf, updateVersion } from '../versions/versions.store.ts';
import { whyNotReview } from './may-review.ts';
import { isFullyApproved, reviewProgress, type StepStanding } from './review-progress.ts';
import { insertRemarks, insertReview, resolveRemark, voidReviews } from './reviews.store.ts';

/** One matter, one review (一事一审): submitting, approving, sending back with remarks (REV-2, REV-7, REV-11, REV-12). */
export class ReviewsService {
  readonly #context: PublicationsContext;

  constructor(context: PublicationsContext) {
    this.#context = context;
  }

  /** @throws AppError `blocked` (422) with everything the drafter must mend first */
  submit(actor: Actor, id: string, edit: number): Promise<void> {
    return this.#changing(actor, id, 'submit', async (change, held, known) => {
      if (held.open.edit !== edit) throw staleEdit({ edit: held.open.edit }, ['content'], undefined);
      const state = nextState(held.open.state, 'submit');
      const ready = await readiness(change.tx, held, known);
      const reasons = reasonsBeforeReview(ready.reasons);
      if (reasons.length > 0) throw blocked('提交审核', reasons);
      await voidReviews(change.tx, held.open.id, { at: change.at, reason: '重新提交' }, 'returned');
      const fresh = reopened(ready.standings);
      await this.#move(change, held, isFullyApproved(fresh) ? 'approved' : state, fresh);
      await this.#record(change, held, 'submit', '提交审核。');
    });
  }

  /** The drafter takes it back; reviews stay as long as no word changes. */
  recall(actor: Actor, id: string, edit: number): Promise<void> {
    return this.#changing(actor, id, 'submit', async (change, held) => {
      if (held.open.edit !== edit) throw staleEdit({ edit: held.open.edit }, ['content'], undefined);
      await this.#move(change, held, nextState(held.open.state, 'recall'));
      await this.#record(change, held, 'recall', '收回修改。');
    });
  }

  /** @throws AppError `review-refused` (403) in words; `stale` (409) when the reviewer saw other words than stand there now */
  review(actor: Actor, id: string, input: ReviewInput): Promise<void> {
    return this.#changing(actor, id, 'review', async (change, held, known) => {
      const { open } = held;
      if (input.contentHash !== open.content_hash) throw contentChanged();
      nextState(open.state, input.decision === 'returned' ? 'return' : 'approveStep');
      const ready = await readiness(change.tx, held, known);
      const standing = await this.#demandStep(change, held, ready, input);
      const reviewer = { by_person: personIdOf(actor) ?? '', by_name: nameOf(actor), at: change.at };
      await insertReview(change.tx, {
        ...reviewer,
        version_id: open.id,
        step: standing.step.code,
        step_name: standing.step.name,
        decision: input.decision,
        content_hash: open.content_hash,
        comment: input.comment ?? null,
      });
      await this.#addRemarks(change, held, input.remarks);
      const after = withDecision(ready.standings, standing, input, change);
      await this.#move(change, held, nextState(open.state, actionOf(input, after)), after);
      const word = input.decision === 'approved' ? '通过' : '退回';
      const comment = input.comment ? `：${input.comment}` : '。';
      await this.#record(change, held, `review.${input.decision}`, `${standing.step.name}${word}${comment}`, {
        step: standing.step.code,
        contentHash: open.content_hash,
      });
      await change.emit('publications.reviewed', { publicationId: id, unitId: held.row.unit_id, step: input.step });
    });
  }

  /** A remark without a decision yet. */
  remark(actor: Actor, id: string, input: RemarkInput): Promise<void> {
    return this.#changing(actor, id, 'review', async (change, held) => {
      await this.#addRemarks(change, held, [input]);
      await this.#record(change, held, 'remark', '提出意见。');
    });
  }

  resolve(actor: Actor, id: string, remarkId: string, resolution: string): Promise<void> {
    return this.#changing(actor, id, 'edit', async (change, held) => {
      const isResolved = await resolveRemark(
        change.tx,
        { id: remarkId, versionId: held.open.id },
        { resolved_at: change.at, resolved_by: personIdOf(actor) ?? '', resolved_name: nameOf(actor), resolution },
      );
      if (!isResolved)
        throw new AppError('remark-resolved', 409, '这条意见已经处理过，或已不在这一版本中。请刷新后查看。');
      await this.#record(change, held, 'resolveRemark', '处理意见。');
    });
  }

  /** Sending back needs the step's role, but no turn: an approval can be taken back as long as nothing is public. */
  async #demandStep(change: Change, held: WorkedOn, ready: Readiness, input: ReviewInput): Promise<StepStanding> {
    const standing = ready.standings.find((one) => one.step.code === input.step);
    if (!standing) throw new AppError('step-unknown', 422, '没有这个审核环节，审核环节可能已调整。请刷新后查看。');
    const isReturn = input.decision === 'returned';
    const why = whyNotReview({
      actor: change.actor,
      standing: isReturn ? { ...standing, state: 'open' } : standing,
      all: isReturn ? [] : ready.standings,
      editorIds: [
        ...(await editorsOf(change.tx, held.open.id)).map((editor) => editor.person_id),
        ...(held.open.drafter_id ? [held.open.drafter_id] : []),
      ],
      ownerUnitId: held.row.unit_id,
      officeUnitId: held.facts.officeId,
    });
    if (why) throw new AppError('review-refused', 403, why);
    if (isReturn && !input.comment && input.remarks.length === 0) {
      throw new AppError('reason-missing', 422, '退回时请说明理由，或在原文处标注意见。', {
        reasons: [{ field: 'comment', message: '请说明退回的理由' }],
      });
    }
    return standing;
  }

  async #addRemarks(change: Change, { open }: WorkedOn, remarks: readonly RemarkInput[]): Promise<void> {
    const by = { by_person: personIdOf(change.actor) ?? '', by_name: nameOf(change.actor), at: change.at };
    await insertRemarks(
      change.tx,
      remarks.map((remark) => ({ version_id: open.id, place: remark.place, text: remark.text, ...by })),
    );
  }

  async #move(
    change: Change,
    held: WorkedOn,
    state: WorkedOn['open']['state'],
    standings: readonly StepStanding[] = [],
  ): Promise<void> {
    await updateVersion(change.tx, held.open.id, {
      state,
      updated_at: change.at,
      ...(state === 'scheduled' ? {} : { scheduled_for: null, scheduled_hash: null }),
    });
    const waiting = state === 'inReview' ? waitingFor(held, standings) : [];
    await updatePublication(change.tx, held.row.id, { waiting_for: waiting, updated_at: change.at });
    await summarise(change, held.kind, held.row.id, held.open.content);
  }

  #changing(
    actor: Actor,
    id: string,
    action: string,
    act: (change: Change, held: WorkedOn, known: Lookups) => Promise<void>,
  ): Promise<void> {
    return lookups(this.#context).then((known) =>
      this.#context.platform.changes.run(actor, async (change) => {
        const held = await hold(this.#context, change, id, known.units.officeId);
        demandAct(actor, action, held);
        await act(change, worked(held), known);
      }),
    );
  }

  async #record(
    change: Change,
    { row, open }: WorkedOn,
    kind: string,
    text: string,
    detail: Readonly<Record<string, unknown>> = {},
  ): Promise<void> {
    await addEvent(change, { publicationId: row.id, versionId: open.id, kind, text });
    change.record({
      action: kind,
      kind: 'publication',
      subjectId: row.id,
      unitId: row.unit_id,
      detail: { versionId: open.id, ...detail },
    });
  }
}

function actionOf(input: ReviewInput, after: readonly StepStanding[]): VersionAction {
  if (input.decision === 'returned') return 'return';
  return isFullyApproved(after) ? 'approveLast' : 'approveStep';
}

/** Where the steps stand once this decision is made. */
function withDecision(
  standings: readonly StepStanding[],
  decided: StepStanding,
  input: ReviewInput,
  { actor, at }: Change,
): readonly StepStanding[] {
  const { contentHash, decision } = input;
  const review = {
    step: decided.step.code,
    decision,
    contentHash,
    reviewerId: personIdOf(actor) ?? '',
    at,
    isVoid: false,
  };
  const others = standings.flatMap((one) => (one.review && one.step.code !== decided.step.code ? [one.review] : []));
  return reviewProgress(
    standings.map((one) => one.step),
    [...others, review],
    contentHash,
  );
}

/** `<unit id>:<role>` of everybody who may do a step that is open. */
function waitingFor({ row, facts }: WorkedOn, standings: readonly StepStanding[]): string[] {
  const open = standings.filter((one) => one.state === 'open');
  return [
    ...new Set(
      open.flatMap(({ step }) =>
        step.roles.map((role) => `${step.unit === 'office' ? facts.officeId : row.unit_id}:${role}`),
      ),
    ),
  ];
}

/** A returned step is open again once the drafter submits again. */
function reopened(standings: readonly StepStanding[]): readonly StepStanding[] {
  return reviewProgress(
    standings.map((one) => one.step),
    standings.flatMap((one) => (one.state === 'approved' && one.review ? [one.review] : [])),
    standings.find((one) => one.review)?.review?.contentHash ?? '',
  );
}
