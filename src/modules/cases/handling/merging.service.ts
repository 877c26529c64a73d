import { AppError } from '../../../kernel/app-error.ts';
import type { Actor } from '../../../kernel/permissions.ts';
import type { CaseReasonInput, MergeInput } from '../case-acts.contract.ts';
import { demandRead } from '../case-subject.ts';
import type { CaseRow } from '../case-tables.store.ts';
import { CASE_STATE_LABELS } from '../case-words.ts';
import { lookUpKnown } from '../cases.context.ts';
import { caseMissing } from '../cases.errors.ts';
import { findCase, lockCase, lockMerging, redirectMerged } from '../cases.store.ts';
import { refreshUrgent } from '../clocks/clock.store.ts';
import { endHolding } from '../holding/holdings.store.ts';
import { dropDraft } from '../replies/replies.store.ts';
import { answer, holdAgain } from './answer.ts';
import type { CaseDesk } from './case-desk.ts';
import type { HeldCase } from './held-case.ts';
import { withoutSharedAnswer } from './shared-answer.ts';

/** Repeated cases become one: one answer, which each sender reads by his own number; each keeps its own term. */
export class MergingService {
  readonly #desk: CaseDesk;

  constructor(desk: CaseDesk) {
    this.#desk = desk;
  }

  /** @throws AppError `merge-target` (409) when there is nothing to merge into */
  async merge(actor: Actor, id: string, input: MergeInput): Promise<void> {
    const known = await lookUpKnown(this.#desk.context);
    await this.#desk.context.platform.changes.run(actor, async (change) => {
      // Always the case that stays before the one that goes, as answering does it, so that none waits for another.
      await lockMerging(change.tx);
      const target = await lockCase(change.tx, input.intoId);
      const row = await lockCase(change.tx, id);
      if (!row) throw caseMissing();
      const held = await this.#desk.held(change, row, 'merge', input.version, known);
      if (!target) throw caseMissing();
      demandRead(actor, await this.#desk.placeOf(change.tx, target, known));
      const why = whyNotInto(row, target);
      if (why) throw new AppError('merge-target', 409, why);
      await into(held, target);
      await held.tell(
        { text: `并入 ${target.number}，一并答复。`, senderText: '与同一事项的其他来件一并办理。' },
        { into: target.id },
      );
    });
  }

  /** It turned out to be another matter. @throws AppError like every act */
  async separate(actor: Actor, id: string, input: CaseReasonInput): Promise<void> {
    const known = await lookUpKnown(this.#desk.context);
    await this.#desk.context.platform.changes.run(actor, async (change) => {
      await lockMerging(change.tx);
      const seen = await findCase(change.tx, id);
      if (seen?.merged_into) await lockCase(change.tx, seen.merged_into);
      const row = await lockCase(change.tx, id);
      if (!row) throw caseMissing();
      const held = await this.#desk.held(change, row, 'separate', input.version, known);
      const wasAnswered = row.answered_on !== null;
      const { set, says } = await withoutSharedAnswer(held);
      await held.move({ ...set, merged_into: null }, wasAnswered ? [(on) => ({ type: 'reopened', on })] : []);
      if (row.merged_into) await refreshUrgent(change.tx, row.merged_into);
      await holdAgain(held, '取消并案');
      await held.tell(
        { text: `取消并案：${input.reason}${says}`, senderText: '单独办理。' },
        { from: row.merged_into },
      );
    });
  }
}

/** The case that stays is locked. */
export async function into(held: HeldCase, target: CaseRow): Promise<void> {
  const { change, row } = held;
  await redirectMerged(change.tx, row.id, target.id);
  const set = { merged_into: target.id, merged_count: 0, urgent_on: row.due_on };
  // Merged into what is answered, it is answered by the same words.
  if (target.answered_on !== null && row.answered_on === null) await answer(held, set);
  else await held.move(set);
  await endHolding(change.tx, row.id, change.at);
  await dropDraft(change.tx, row.id, change.at);
  await refreshUrgent(change.tx, target.id);
}

function whyNotInto(row: CaseRow, target: CaseRow): string | null {
  if (target.id === row.id) return '不能并入自身，请选择另一件。';
  if (target.kind !== row.kind) return '只能并入同一类型的来件。';
  // One answer would tell what was found of another unit, to people of whom neither knew.
  if (target.against_unit_id !== row.against_unit_id) return '两件投诉举报的单位不同，要分别核查、分别答复。';
  if (target.state === 'merged') return '所选来件已并入另一件，请选择那一件。';
  if (target.state === 'rejected' || target.state === 'awaitingCheck')
    return `所选来件是“${CASE_STATE_LABELS[target.state]}”，没有答复可以共用，请选择另一件。`;
  return null;
}
