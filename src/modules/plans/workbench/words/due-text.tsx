import { Tooltip } from 'antd';
import { dayText, shortDayText, todayInShanghai } from '../../../../workbench/components/day.ts';
import { ToneTag } from '../../../../workbench/components/tone-tag.tsx';

/** The day that counts and, smaller, the plan's own words; a day that rests on an unannounced year says so. */
export function DueText(props: {
  readonly dueOn: string | null;
  readonly deadlineText: string;
  readonly provisional: boolean;
  readonly short?: boolean;
}) {
  const isThisYear = props.dueOn?.slice(0, 4) === todayInShanghai().slice(0, 4);
  const day = props.short && isThisYear ? shortDayText(props.dueOn) : dayText(props.dueOn);
  return (
    <span>
      {day ? <span className="mc-number">{day}</span> : null}
      {props.provisional ? <Provisional /> : null}
      {props.deadlineText && props.deadlineText !== day ? (
        <span className={day ? 'mc-muted mc-small mc-due-words' : ''}>{props.deadlineText}</span>
      ) : null}
    </span>
  );
}

export function Provisional() {
  return (
    <Tooltip title="当年节假日安排尚未公布，按周末暂算；通知导入后自动重算。">
      <span className="mc-provisional">
        <ToneTag tone="gold">暂定</ToneTag>
      </span>
    </Tooltip>
  );
}
