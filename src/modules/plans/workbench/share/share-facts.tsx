import { dayText } from '../../../../workbench/components/day.ts';
import type { AssignmentDetail } from '../../assignments/assignments.contract.ts';
import { UNIT_ROLE_WORDS } from '../../plan-words.ts';
import { PercentBar } from '../words/percent-bar.tsx';

export function ShareFacts({ share }: { readonly share: AssignmentDetail }) {
  return (
    <>
      <p className="mc-pre mc-task-content">{share.content}</p>
      <dl className="mc-facts">
        <dt>本单位职责</dt>
        <dd>
          {UNIT_ROLE_WORDS[share.role]}
          {share.viaGroup ? `（原文写作“${share.viaGroup}”）` : ''}
        </dd>
        <dt>完成时限</dt>
        <dd>
          {share.deadlineText}
          {share.milestoneCount > 1 ? `，当前为第 ${share.milestone + 1} 个节点，共 ${share.milestoneCount} 个` : ''}
        </dd>
        <dt>责任科室和人员</dt>
        <dd>{[share.section?.name, share.person?.name].filter(Boolean).join(' · ') || '还没有分解到科室和人员'}</dd>
        {share.ownDueOn ? (
          <>
            <dt>本单位内部期限</dt>
            <dd>{dayText(share.ownDueOn)}</dd>
          </>
        ) : null}
        <dt>进度</dt>
        <dd>
          <PercentBar percent={share.percent} />
        </dd>
      </dl>
    </>
  );
}
