import { Tooltip } from 'antd';
import { TASK_STATE_WORDS, UNIT_ROLE_WORDS } from '../../plan-words.ts';
import type { ShareSummary } from '../../tasks/tasks.contract.ts';
import { TASK_STATE_TONES } from './task-state-tag.tsx';

const SHOWN = 3;

/** Units of a task: a few names with the colour and word of their state, then how many more. */
export function UnitNames(props: {
  readonly units: readonly ShareSummary[];
  readonly unitCount: number;
  readonly unitsText: string;
}) {
  if (props.unitCount === 0) return <span className="mc-muted">未分派（{props.unitsText || '未写单位'}）</span>;
  const shown = props.units.slice(0, SHOWN);
  return (
    <span className="mc-units">
      {shown.map((share) => (
        <Tooltip
          key={share.assignmentId}
          title={`${UNIT_ROLE_WORDS[share.role]} · ${TASK_STATE_WORDS[share.state]} · ${share.percent}%`}
        >
          <span className={`mc-unit mc-tone-${TASK_STATE_TONES[share.state]}`}>
            {share.role === 'lead' ? <b className="mc-unit-lead">牵头</b> : null}
            {share.unit.shortName}
          </span>
        </Tooltip>
      ))}
      {props.unitCount > shown.length ? <span className="mc-muted mc-small">等 {props.unitCount} 家</span> : null}
    </span>
  );
}
