import { ROLE_NAMES } from '../../../../workbench/api/session.ts';
import { type DataColumn, DataTable } from '../../../../workbench/components/data-table.tsx';
import type { KindView } from '../../register.contract.ts';
import { GROUP_LABELS } from '../words/labels.ts';
import { conditionText } from './condition-text.ts';

export type Step = KindView['reviewSteps'][number];

/** Steps in their order; within a group they follow each other and want different people. */
export function StepsTable({ steps, kind }: { readonly steps: readonly Step[]; readonly kind: KindView }) {
  const columns: readonly DataColumn<Step>[] = [
    { key: 'name', title: '环节', card: 'title', render: (step) => `${steps.indexOf(step) + 1}. ${step.name}` },
    { key: 'group', title: '类别', width: 130, render: (step) => GROUP_LABELS[step.group] },
    { key: 'unit', title: '办理单位', width: 130, render: (step) => (step.unit === 'office' ? '主管部门' : '本单位') },
    { key: 'roles', title: '可以办理的人', render: (step) => step.roles.map((role) => ROLE_NAMES[role]).join('、') },
    { key: 'when', title: '何时需要', width: 220, render: (step) => conditionText(step.when, kind) },
  ];
  return <DataTable<Step> label="审查环节" columns={columns} rows={steps} rowKey={(step) => step.code} empty={null} />;
}
