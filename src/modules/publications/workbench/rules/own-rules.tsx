import { Button } from 'antd';
import { type DataColumn, DataTable } from '../../../../workbench/components/data-table.tsx';
import { instantText } from '../../../../workbench/components/day.ts';
import { EmptyState } from '../../../../workbench/components/empty-state.tsx';
import { Section } from '../../../../workbench/components/section.tsx';
import { useUnits } from '../../../organisations/workbench/words/use-units.ts';
import type { KindView, ReviewRule } from '../../register.contract.ts';

/** Everything that is not as the kinds come. */
export function OwnRules(props: {
  readonly rules: readonly ReviewRule[];
  readonly kinds: readonly KindView[];
  readonly onShow: (rule: ReviewRule) => void;
}) {
  const units = useUnits().data?.items ?? [];
  const columns: readonly DataColumn<ReviewRule>[] = [
    {
      key: 'kind',
      title: '信息类型',
      card: 'title',
      render: (rule) => props.kinds.find((kind) => kind.code === rule.kind)?.name ?? rule.kind,
    },
    {
      key: 'unit',
      title: '适用单位',
      render: (rule) => (rule.unitId ? (units.find((unit) => unit.id === rule.unitId)?.shortName ?? '') : '全区'),
    },
    { key: 'steps', title: '环节', render: (rule) => rule.steps.map((step) => step.name).join('、') },
    { key: 'by', title: '规定人', width: 220, render: (rule) => `${rule.updatedBy} ${instantText(rule.updatedAt)}` },
    {
      key: 'act',
      title: '操作',
      width: 90,
      render: (rule) => (
        <Button size="small" onClick={() => props.onShow(rule)}>
          查看
        </Button>
      ),
    },
  ];
  return (
    <Section title="另行规定一览">
      <DataTable<ReviewRule>
        label="另行规定一览"
        columns={columns}
        rows={props.rules}
        rowKey={(rule) => `${rule.kind} ${rule.unitId}`}
        empty={<EmptyState what="没有另行规定，各类信息都按默认环节审查。" />}
      />
    </Section>
  );
}
