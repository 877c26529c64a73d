import { LeftOutlined, RightOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { Link } from 'react-router';
import { useApi } from '../../../../workbench/api/use-api.ts';
import { todayInShanghai } from '../../../../workbench/components/day.ts';
import { Loaded } from '../../../../workbench/components/loaded.tsx';
import type { FilterControl } from '../../../../workbench/components/use-filters.ts';
import type { PlanCalendar, TimelineItem } from '../../plan/plans.contract.ts';
import { TASK_STATE_WORDS } from '../../plan-words.ts';
import { TASK_STATE_TONES } from '../words/task-state-tag.tsx';
import { titleOf } from '../words/task-title.tsx';
import { monthAfter, weeksOf } from './month-grid.ts';

type Day = PlanCalendar['days'][number];

/** A month of the official calendar: days off and make-up days are named, milestones stand on their day. */
export function CalendarView({ planId, filters }: { readonly planId: string; readonly filters: FilterControl }) {
  const today = todayInShanghai();
  const month = filters.values.month ?? today.slice(0, 7);
  const calendar = useApi<PlanCalendar>(`/api/plans/${planId}/calendar`, { month, unitId: filters.values.unitId });
  return (
    <>
      <div className="mc-toolbar">
        <Button
          icon={<LeftOutlined />}
          aria-label="上个月"
          onClick={() => filters.set({ month: monthAfter(month, -1) })}
        />
        <strong aria-live="polite">
          {month.slice(0, 4)}年{Number(month.slice(5))}月
        </strong>
        <Button
          icon={<RightOutlined />}
          aria-label="下个月"
          onClick={() => filters.set({ month: monthAfter(month, 1) })}
        />
        <Button onClick={() => filters.set({ month: undefined })}>回到本月</Button>
      </div>
      <Loaded query={calendar} rows={8}>
        {(data) => (
          <table className="mc-due-month">
            <caption className="mc-visually-hidden">{data.month} 到期任务</caption>
            <thead>
              <tr>
                {['一', '二', '三', '四', '五', '六', '日'].map((name) => (
                  <th key={name} scope="col">
                    <span className="mc-visually-hidden">星期</span>
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {weeksOf(data.days).map((week) => (
                <tr key={week.find((day) => day !== null)?.date ?? ''}>
                  {week.map((day, index) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: a cell is its weekday
                    <DayCell key={index} day={day} isToday={day?.date === today} />
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </Loaded>
    </>
  );
}

function DayCell({ day, isToday }: { readonly day: Day | null; readonly isToday: boolean }) {
  if (!day) return <td className="mc-due-month-blank" />;
  const kind = day.workday ? '' : ' mc-due-month-off';
  return (
    <td
      className={`${isToday ? 'mc-due-month-today' : ''}${kind}${day.items.length === 0 ? ' mc-due-month-empty' : ''}`}
    >
      <div className="mc-due-month-head">
        <span className="mc-number">{Number(day.date.slice(8))}</span>
        {isToday ? <span className="mc-tag mc-tone-blue">今天</span> : null}
        {day.note ? <span className="mc-small">{day.note}</span> : null}
        {day.provisional ? <span className="mc-small">（暂定）</span> : null}
      </div>
      <ul>
        {day.items.map((item) => (
          <li key={`${item.taskId}${item.label}`}>
            <MilestoneLink item={item} />
          </li>
        ))}
      </ul>
    </td>
  );
}

function MilestoneLink({ item }: { readonly item: TimelineItem }) {
  return (
    <Link
      to={`/tasks/${item.taskId}`}
      className={`mc-milestone mc-tone-${TASK_STATE_TONES[item.state]}`}
      title={item.content}
    >
      <span className="mc-milestone-text">
        {item.number}. {titleOf(item)}
      </span>
      <span className="mc-visually-hidden">（{TASK_STATE_WORDS[item.state]}）</span>
    </Link>
  );
}
