import { Button } from 'antd';
import { usePermissions } from '../../../workbench/api/session.ts';
import { useApi } from '../../../workbench/api/use-api.ts';
import type { DataColumn } from '../../../workbench/components/data-table.tsx';
import { dayText } from '../../../workbench/components/day.ts';
import { EmptyState } from '../../../workbench/components/empty-state.tsx';
import { KeptList } from '../../../workbench/components/kept-list.tsx';
import type { TermRuleView } from '../terms/terms.contract.ts';
import { TermRuleDialog } from './term-rule-dialog.tsx';

const COLUMNS: readonly DataColumn<TermRuleView>[] = [
  { key: 'from', title: '适用于', card: 'title', width: 170, render: (row) => `${dayText(row.fromOn)}起制发的文件` },
  {
    key: 'terms',
    title: '有效期',
    width: 220,
    render: (row) => row.terms.map((term) => <div key={term.words.join()}>{termText(term)}</div>),
  },
  {
    key: 'duties',
    title: '到期前的工作',
    render: (row) =>
      row.duties.map((duty) => (
        <div key={duty.monthsBefore}>
          提前{duty.monthsBefore}个月：{duty.duty}
        </div>
      )),
  },
  { key: 'basis', title: '依据', render: (row) => row.basis },
  {
    key: 'changed',
    title: '最近修改',
    width: 190,
    render: (row) => (
      <>
        {dayText(row.changedAt.slice(0, 10))} {row.changedBy}
        <div className="mc-muted">{row.reason}</div>
      </>
    ),
  },
];

/** Terms of validity with their legal basis, by the day from which each rule governs new documents (LIB-5). */
export function TermRulesPanel() {
  const rules = useApi<{ items: readonly TermRuleView[] }>('/api/library/term-rules');
  const mayEdit = usePermissions().could('edit', 'termRule');
  if (rules.error) throw rules.error;
  return (
    <KeptList<TermRuleView>
      label="有效期规则"
      lead="文件没有写明有效期的，按成文日期当时的规则计算。规则修改后，门户上的有效性和到期提醒随即重新计算；修改会记入审计日志。"
      addText="增加规则"
      mayEdit={mayEdit}
      columns={COLUMNS}
      rows={rules.data?.items}
      rowKey={(row) => row.id}
      empty={<EmptyState what="还没有有效期规则。" />}
      acts={(_row, open) => (
        <Button size="small" onClick={open}>
          修改
        </Button>
      )}
      dialog={(rule, close) => <TermRuleDialog {...(rule ? { rule } : {})} onClose={close} />}
    />
  );
}

export function termText({ words, years }: TermRuleView['terms'][number]): string {
  return words.length === 0 ? `一般文件${years}年` : `名称含“${words.join('”“')}”${years}年`;
}
