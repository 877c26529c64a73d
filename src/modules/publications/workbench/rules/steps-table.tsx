import { ROLE_NAMES } from '../../../../workbench/api/session.ts';
import { type DataColumn, DataTable } from '../../../../workbench/components/data-table.tsx';
import type { KindView, RuleReviewers } from '../../register.contract.ts';
import { GROUP_LABELS } from '../words/labels.ts';
import { conditionText } from './condition-text.ts';

export type Step = KindView['reviewSteps'][number];

/** Steps in their order; within a group they follow each other and want different people. */
export function StepsTable({
  steps,
  kind,
  reviewers,
}: {
  readonly steps: readonly Step[];
  readonly kind: KindView;
  /** Who can do them now; absent while a draft of the steps is edited. */
  readonly reviewers?: RuleReviewers | undefined;
}) {
  const columns: readonly DataColumn<Step>[] = [
    { key: 'name', title: '环节', card: 'title', render: (step) => `${steps.indexOf(step) + 1}. ${step.name}` },
    { key: 'group', title: '类别', width: 130, render: (step) => GROUP_LABELS[step.group] },
    { key: 'unit', title: '办理单位', width: 130, render: (step) => (step.unit === 'office' ? '主管部门' : '本单位') },
    {
      key: 'roles',
      title: '可以办理的人',
      render: (step) => (
        <>
          {step.roles.map((role) => ROLE_NAMES[role]).join('、')}
          {reviewers ? <WhoNow step={step} reviewers={reviewers} /> : null}
        </>
      ),
    },
    { key: 'when', title: '何时需要', width: 220, render: (step) => conditionText(step.when, kind) },
  ];
  return <DataTable<Step> label="审查环节" columns={columns} rows={steps} rowKey={(step) => step.code} empty={null} />;
}

function WhoNow({ step, reviewers }: { readonly step: Step; readonly reviewers: RuleReviewers }) {
  const found = reviewers.steps.find((one) => one.code === step.code);
  if (!found) return null;
  if (found.people.length > 0)
    return <div className="mc-muted mc-small">可由：{found.people.map((one) => one.name).join('、')}</div>;
  if (found.lack) return <div className="mc-small mc-red">现在没有人能办理</div>;
  const { length } = found.unitsWithout;
  return (
    <div className={length > 0 ? 'mc-small mc-red' : 'mc-muted mc-small'}>
      {length > 0 ? `${length} 个单位没有人能办理` : '各单位都有人能办理'}
    </div>
  );
}
