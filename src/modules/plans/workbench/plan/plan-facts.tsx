import { Link } from 'react-router';
import { dayText, instantText } from '../../../../workbench/components/day.ts';
import { EmptyState } from '../../../../workbench/components/empty-state.tsx';
import { Section } from '../../../../workbench/components/section.tsx';
import type { PlanDetail } from '../../plan/plans.contract.ts';
import { TimingTag } from './timing-tag.tsx';

export function PlanFacts({ plan }: { readonly plan: PlanDetail }) {
  return (
    <>
      <Section title="文件信息">
        <dl className="mc-facts">
          <dt>发文字号</dt>
          <dd>{plan.documentNumber ?? '未填'}</dd>
          <dt>发文机关</dt>
          <dd>{plan.issuer ?? '未填'}</dd>
          <dt>成文日期</dt>
          <dd>{dayText(plan.issuedOn) || '未填'}</dd>
          {plan.approval ? (
            <>
              <dt>审批情况</dt>
              <dd>{plan.approval}</dd>
            </>
          ) : null}
          <dt>公开时间</dt>
          <dd>{instantText(plan.publishedAt) || '尚未公开'}</dd>
          <dt>上级工作要点</dt>
          <dd>{plan.parent ? <Link to={`/plans/${plan.parent.id}`}>{plan.parent.title}</Link> : '没有关联'}</dd>
          {plan.timing && plan.timing.state !== 'unknown' ? (
            <>
              <dt>制定时限</dt>
              <dd>
                <TimingTag timing={plan.timing} /> {plan.timing.rule}
              </dd>
            </>
          ) : null}
          {plan.previousPlanId ? (
            <>
              <dt>上年工作要点</dt>
              <dd>
                <Link to={`/plans/${plan.previousPlanId}`}>查看</Link>
              </dd>
            </>
          ) : null}
          {plan.originalFile ? (
            <>
              <dt>原文件</dt>
              <dd>{plan.originalFile.name}</dd>
            </>
          ) : null}
        </dl>
      </Section>
      <Section title="正文">
        {plan.narrative.length === 0 ? (
          <EmptyState what="没有录入正文。" next={plan.allowed.includes('edit') ? '可点“修改”按部分录入。' : null} />
        ) : (
          plan.narrative.map((part) => (
            <div key={part.heading}>
              {part.heading ? <h3>{part.heading}</h3> : null}
              <p className="mc-pre">{part.text}</p>
            </div>
          ))
        )}
      </Section>
    </>
  );
}
