import { TASK_STATE_WORDS } from '../../plan-words.ts';
import type { StateCounts } from '../../tasks/tasks.contract.ts';
import { STATE_ORDER, TASK_STATE_FILLS } from './task-state-tag.tsx';

/** A thin bar of the states in their shares, with the counts as its name. */
export function StateStack({ counts }: { readonly counts: StateCounts }) {
  const total = STATE_ORDER.reduce((sum, state) => sum + counts[state], 0);
  const words = STATE_ORDER.filter((state) => counts[state] > 0)
    .map((state) => `${TASK_STATE_WORDS[state]} ${counts[state]}`)
    .join('，');
  return (
    <span className="mc-stack" role="img" aria-label={words || '没有任务'} title={words}>
      {STATE_ORDER.filter((state) => counts[state] > 0).map((state) => (
        <span key={state} style={{ width: `${(counts[state] / total) * 100}%`, background: TASK_STATE_FILLS[state] }} />
      ))}
    </span>
  );
}
