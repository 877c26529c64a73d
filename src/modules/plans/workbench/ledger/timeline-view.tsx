import { Link } from 'react-router';
import { useApi } from '../../../../workbench/api/use-api.ts';
import { shortDayText } from '../../../../workbench/components/day.ts';
import { EmptyState } from '../../../../workbench/components/empty-state.tsx';
import { Loaded } from '../../../../workbench/components/loaded.tsx';
import { Section } from '../../../../workbench/components/section.tsx';
import { ToneTag } from '../../../../workbench/components/tone-tag.tsx';
import type { PlanTimeline, TimelineItem } from '../../plans.contract.ts';
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
              <Section key={month.month} title={monthText(month.month)} extra={`${month.items.length} 项到期`}>
                <ol className="mc-timeline">
                  {month.items.map((item) => (
                    <Item key={`${item.taskId}${item.dueOn}${item.label}`} item={item} day={item.dueOn} />
                  ))}
                </ol>
              </Section>
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
