import type { CaseSet } from '../cases.store.ts';
import { lastAnswerAt } from '../clocks/clock.store.ts';
import { takeRating } from '../look-up/look-up.store.ts';
import type { HeldCase } from './held-case.ts';

/**
 * What a merged case gives back when it goes its own way: the answer it shared was not its own, nor was the rating of that answer. Answers
 * and ratings from before the merging stay; what was rated is kept in words.
 *
 * @returns columns to set, and a Chinese sentence for the history, empty when there is nothing to say
 */
export async function withoutSharedAnswer({ row, change }: HeldCase): Promise<{ set: CaseSet; says: string }> {
  // Only what owes an answer is merged, so that the answer which holds now came by the merging.
  const sharedAt = row.answered_on === null ? null : await lastAnswerAt(change.tx, row.id);
  if (!sharedAt) return { set: {}, says: '' };
  const rating = await takeRating(change.tx, row.id, sharedAt);
  const isFirst = row.answered_at !== null && row.answered_at >= sharedAt;
  const words = rating?.comment ? `：“${rating.comment}”` : '';
  return {
    set: { ...(isFirst ? { answered_at: null, work_hours: null } : {}), ...(rating ? { stars: null } : {}) },
    says: rating ? `（并案期间来信人的评价 ${rating.stars} 分${words}，不作为本件的评价）` : '',
  };
}
