import { Button, Tag } from 'antd';
import { useApi } from '../../../workbench/api/use-api.ts';
import { type DataColumn, DataTable } from '../../../workbench/components/data-table.tsx';
import { EmptyState } from '../../../workbench/components/empty-state.tsx';
import type { FilterControl } from '../../../workbench/components/use-filters.ts';
import { CHECK_WORDS } from '../inspection/check-words.ts';
import type { Finding, OpennessReport } from '../inspection/inspection.contract.ts';

const PAGE_SIZE = 20;

/** The records behind the figures; filters stand in the address. */
export function CheckFindings({
  report,
  values,
  set,
}: { readonly report: OpennessReport } & Pick<FilterControl, 'values' | 'set'>) {
  const { check, unitId } = values;
  const page = Number(values.page ?? 1);
  const findings = useApi<{ items: readonly Finding[]; total: number }>('/api/library/openness-checks/findings', {
    check,
    unitId,
    page,
    pageSize: PAGE_SIZE,
  });
  if (findings.error) throw findings.error;
  const unit = report.byUnit.find((one) => one.unitId === unitId);
  const name = report.checks.find((one) => one.code === check)?.name;
  return (
    <>
      {name || unit ? (
        <p className="mc-row-links">
          <span>只看：</span>
          {name ? <Tag>{name}</Tag> : null}
          {unit ? <Tag>{unit.name}</Tag> : null}
          <Button size="small" onClick={() => set({ check: undefined, unitId: undefined })}>
            看全部
          </Button>
        </p>
      ) : null}
      <DataTable<Finding>
        label="问题"
        columns={COLUMNS}
        rows={findings.data?.items}
        rowKey={(row) => `${row.check} ${row.unitId} ${row.number ?? row.title}`}
        loading={findings.isFetching}
        page={{ page, pageSize: PAGE_SIZE, total: findings.data?.total ?? 0 }}
        onPage={(next) => set({ page: String(next) })}
        empty={<EmptyState what="没有发现问题。" />}
      />
    </>
  );
}

const COLUMNS: readonly DataColumn<Finding>[] = [
  { key: 'unit', title: '单位', width: 150, render: (row) => row.unitName },
  { key: 'check', title: '检查', width: 110, render: (row) => CHECK_WORDS[row.check].name },
  {
    key: 'title',
    title: '栏目、事项或文件',
    card: 'title',
    render: (row) => (row.number === null ? row.title : <a href={`/documents/${row.number}`}>{row.title}</a>),
  },
  { key: 'what', title: '问题', render: (row) => row.what },
];
