import { Link } from 'react-router';
import { TASK_STATE_WORDS, type TaskState } from '../../plan-words.ts';
import type { StateCounts } from '../../tasks/tasks.contract.ts';
import { STATE_ORDER, TASK_STATE_FILLS } from './task-state-tag.tsx';

/** The figures of a picture as a list with links: also what a screen reader reads instead of the picture. */
export function StateLegend(props: { readonly counts: StateCounts; readonly linkOf: (state: TaskState) => string }) {
  return (
    <ul className="mc-legend">
      {STATE_ORDER.map((state) => (
        <li key={state}>
          <span className="mc-legend-dot" aria-hidden="true" style={{ background: TASK_STATE_FILLS[state] }} />
          <Link to={props.linkOf(state)}>{TASK_STATE_WORDS[state]}</Link>
          <span className="mc-number">{props.counts[state]}</span>
        </li>
      ))}
    </ul>
  );
}
