import { AppError } from '../../../kernel/app-error.ts';
import type { Verdict } from '../plan-words.ts';

/** From verdict to verdict: rectified only what was ordered; a verdict can be taken back to look again. */
export const LOOK_BACK_MOVES: Readonly<Record<Verdict, readonly Verdict[]>> = {
  pending: ['verified', 'unfinished'],
  unfinished: ['rectified', 'pending'],
  verified: ['pending'],
  rectified: ['pending'],
};

/** @throws AppError `look-back-state` (409) */
export function nextVerdict(from: Verdict, to: Verdict): void {
  if (LOOK_BACK_MOVES[from].includes(to)) return;
  const message =
    to === 'rectified'
      ? '只有已责令整改的任务才能登记整改完成。'
      : '这项任务已有核查结论，请先撤销原结论，再重新核查。';
  throw new AppError('look-back-state', 409, message, { details: { from, to } });
}
