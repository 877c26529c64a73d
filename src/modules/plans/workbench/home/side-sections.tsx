import { Link } from 'react-router';
import { instantText, shortDayText } from '../../../../workbench/components/day.ts';
import { EmptyState } from '../../../../workbench/components/empty-state.tsx';
import { Section } from '../../../../workbench/components/section.tsx';
import { ToneTag } from '../../../../workbench/components/tone-tag.tsx';
import type { MyDay } from '../../reminders/reminders.contract.ts';
import { PercentBar } from '../words/percent-bar.tsx';

export function PlansSection({ day }: { readonly day: MyDay }) {
  return (
    <Section title="工作要点" extra={<Link to="/plans">全部</Link>}>
      {day.plans.length === 0 ? (
        <EmptyState what="还没有工作要点。" next="主管部门导入任务分解表并印发后，这里会显示进度。" />
      ) : (
        <ul className="mc-list">
          {day.plans.map((plan) => (
            <li key={plan.id}>
              <Link to={`/plans/${plan.id}`}>{plan.title}</Link>
              <PercentBar percent={plan.percent} />
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

export function ImportsSection({ day }: { readonly day: MyDay }) {
  if (day.imports.length === 0) return null;
  return (
    <Section title="没有完成的导入" extra={<Link to="/imports">全部</Link>}>
      <ul className="mc-list">
        {day.imports.map((one) => (
          <li key={one.id}>
            <Link to={`/imports/${one.id}`}>{one.title}</Link>
            <div className="mc-muted mc-small">
              还有 {one.openDoubts} 处疑问 · {instantText(one.updatedAt)}
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
}

export function ActionItemsSection({ day }: { readonly day: MyDay }) {
  if (day.actionItems.length === 0) return null;
  return (
    <Section title="会议议定事项" extra={<Link to="/meetings">全部会议</Link>}>
      <ul className="mc-list">
        {day.actionItems.map((item) => (
          <li key={item.id}>
            <Link to={`/meetings/${item.meetingId}`}>{item.text}</Link>
            <div className="mc-muted mc-small">
              {item.meetingTitle}
              {item.dueOn ? ` · ${shortDayText(item.dueOn)}前` : ''}{' '}
              {item.overdue ? <ToneTag tone="red">逾期</ToneTag> : null}
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
}
