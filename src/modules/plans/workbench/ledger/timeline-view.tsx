import { Link } from 'react-router';
import { useApi } from '../../../../workbench/api/use-api.ts';
import { shortDayText, todayInShanghai } from '../../../../workbench/components/day.ts';
import { EmptyState } from '../../../../workbench/components/empty-state.tsx';
import { Loaded } from '../../../../workbench/components/loaded.tsx';
import { Section } from '../../../../workbench/components/section.tsx';
import { ToneTag } from '../../../../workbench/components/tone-tag.tsx';
import type { PlanTimeline, TimelineItem } from '../../plan/plans.contract.ts';
import type { TaskState } from '../../plan-words.ts';
import { Provisional } from '../words/due-text.tsx';
import { PercentBar } from '../words/percent-bar.tsx';
import { TaskStateTag } from '../words/task-state-tag.tsx';
import { titleOf } from '../words/task-title.tsx';

/** Milestones month by month; tasks of the whole year stand at the end. */
export function TimelineView({ planId }: { readonly planId: string }) {
  const timeline = useApi<PlanTimeline>(`/api/plans/${planId}/timeline`);
  return (
    <Loaded query={timeline} rows={8}>
      {(data) =>
        data.months.length + data.undated.length === 0 ? (
          <EmptyState what="这份工作要点还没有任务。" />
        ) : (
          <>
            {data.months.map((month) => (
              <Month key={month.month} month={month} isPast={month.month < todayInShanghai().slice(0, 7)} />
            ))}
            {data.undated.length > 0 ? (
              <Section title="全年、实时和待定" extra={`${data.undated.length} 项`}>
                <ol className="mc-timeline">
                  {data.undated.map((item) => (
                    <Item key={item.taskId} item={item} day={null} />
                  ))}
                </ol>
              </Section>
            ) : null}
          </>
        )
      }
    </Loaded>
  );
}

type MonthOf = PlanTimeline['months'][number];

/** A month gone by is folded to its figures. */
function Month({ month, isPast }: { readonly month: MonthOf; readonly isPast: boolean }) {
  const list = (
    <ol className="mc-timeline">
      {month.items.map((item) => (
        <Item key={`${item.taskId}${item.dueOn}${item.label}`} item={item} day={item.dueOn} />
      ))}
    </ol>
  );
  const count = (state: TaskState): number => month.items.filter((item) => item.state === state).length;
  return (
    <Section
      title={monthText(month.month)}
      extra={`${month.items.length} 项到期，已完成 ${count('accepted')} 项，逾期 ${count('overdue')} 项`}
    >
      {isPast ? (
        <details>
          <summary>展开这个月</summary>
          {list}
        </details>
      ) : (
        list
      )}
    </Section>
  );
}

function Item({ item, day }: { readonly item: Omit<TimelineItem, 'dueOn'>; readonly day: string | null }) {
  return (
    <li>
      <div className="mc-timeline-day mc-number">{day ? shortDayText(day) : item.label}</div>
      <div className="mc-list-line">
        <div className="mc-list-main">
          <Link to={`/tasks/${item.taskId}`} className="mc-task-link">
            {item.number}. {titleOf(item)}
          </Link>{' '}
          {item.priority ? <ToneTag tone="gold">重点专项</ToneTag> : null} {item.provisional ? <Provisional /> : null}
          <div className="mc-muted mc-small">
            {item.units.join('、')}
            {item.unitCount > item.units.length ? ` 等 ${item.unitCount} 家` : ''}
            {day && item.label ? ` · ${item.label}` : ''}
          </div>
        </div>
        <PercentBar percent={item.percent} />
        <TaskStateTag state={item.state} />
      </div>
    </li>
  );
}

function monthText(month: string): string {
  return `${month.slice(0, 4)}年${Number(month.slice(5))}月`;
}
