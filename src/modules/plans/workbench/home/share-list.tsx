import { Link } from 'react-router';
import type { AssignmentRow } from '../../assignments/assignments.contract.ts';
import { DueText } from '../words/due-text.tsx';
import { TaskStateTag } from '../words/task-state-tag.tsx';
import { TaskTitle } from '../words/task-title.tsx';

const SHOWN = 8;

/** Shares of tasks as lines: what, whose, by when, how it stands. */
export function ShareList(props: {
  readonly shares: readonly AssignmentRow[];
  readonly showUnit: boolean;
  /** Plan whose title goes without saying. */
  readonly mainPlanId: string | undefined;
  /** How many there are in all; the list itself may be cut. */
  readonly total: number;
  readonly allLink: string;
}) {
  const shown = props.shares.slice(0, SHOWN);
  return (
    <>
      <ul className="mc-list">
        {shown.map((share) => (
          <li key={share.id} className="mc-list-line">
            <div className="mc-list-main">
              <TaskTitle
                to={`/shares/${share.id}`}
                number={share.taskNumber}
                name={share.taskName}
                content={share.content}
                priority={share.priority}
              />
              <div className="mc-muted mc-small">
                {share.planId === props.mainPlanId ? null : `${share.planTitle} · `}
                {props.showUnit ? `${share.unit.shortName} · ` : null}
                {share.section ? `${share.section.name} · ` : null}
                {share.lastText ? `最近进展：${short(share.lastText)}` : '还没有报送进展'}
              </div>
            </div>
            <DueText dueOn={share.dueOn} deadlineText="" provisional={share.dueProvisional} short />
            <TaskStateTag state={share.state} lateDays={share.lateDays} />
          </li>
        ))}
      </ul>
      {props.total > shown.length ? <Link to={props.allLink}>查看全部 {props.total} 项</Link> : null}
    </>
  );
}

function short(text: string): string {
  return text.length > 36 ? `${text.slice(0, 35)}…` : text;
}
