import { Link } from 'react-router';
import { instantText, shortDayText } from '../../../../workbench/components/day.ts';
import { EmptyState } from '../../../../workbench/components/empty-state.tsx';
import { Section } from '../../../../workbench/components/section.tsx';
import { ToneTag } from '../../../../workbench/components/tone-tag.tsx';
import { DUTY_KIND_WORDS } from '../../plan-words.ts';
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

/** Orders, action items and decisions with a day: what is owed besides the plan's tasks. */
export function DutiesSection({ day }: { readonly day: MyDay }) {
  if (day.duties.length === 0) return null;
  const total = day.counts.openDuties;
  return (
    <Section title={`整改、议定和决定事项（${total}）`}>
      <ul className="mc-list">
        {day.duties.map((duty) => (
          <li key={`${duty.id}${duty.unit?.id ?? ''}`}>
            <Link to={duty.path}>{duty.text}</Link>
            <div className="mc-muted mc-small">
              {DUTY_KIND_WORDS[duty.kind]} · {duty.source}
              {day.view === 'office' && duty.unit ? ` · ${duty.unit.shortName}` : ''}{' '}
              {duty.dueOn ? ` · ${shortDayText(duty.dueOn)}前` : ''}{' '}
              {duty.overdue ? <ToneTag tone="red">逾期</ToneTag> : null}
            </div>
          </li>
        ))}
      </ul>
      {total > day.duties.length ? (
        <p className="mc-muted mc-small">
          另有 {total - day.duties.length} 项，见<Link to="/look-back">回头看</Link>、<Link to="/meetings">会议</Link>和
          <Link to="/leading-group-issues">领导小组议题</Link>。
        </p>
      ) : null}
    </Section>
  );
}
