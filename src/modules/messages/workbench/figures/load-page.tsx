import { Link } from 'react-router';
import { useApi } from '../../../../workbench/api/use-api.ts';
import { type DataColumn, DataTable } from '../../../../workbench/components/data-table.tsx';
import { EmptyState } from '../../../../workbench/components/empty-state.tsx';
import { PageHeader } from '../../../../workbench/components/page-header.tsx';
import type { CaseLoad } from '../../../cases/cases.contract.ts';

/** How much lies on whose desk; each number opens to its list. */
export function LoadPage() {
  const load = useApi<readonly CaseLoad[]>('/api/cases/load');
  if (load.error) throw load.error;
  return (
    <div className="mc-page">
      <PageHeader title="在办件数" lead="各单位、各经办人手上的来件：在办、本周到期、已逾期。逾期多的在前。" />
      <DataTable<CaseLoad>
        label="在办件数"
        columns={COLUMNS}
        rows={load.data?.toSorted((a, b) => b.late - a.late || b.dueThisWeek - a.dueThisWeek || b.open - a.open)}
        rowKey={(row) => `${row.unit.id} ${row.person?.id ?? ''}`}
        empty={<EmptyState what="没有在办的来件。" />}
        loading={load.isFetching}
      />
    </div>
  );
}

const COLUMNS: readonly DataColumn<CaseLoad>[] = [
  {
    key: 'who',
    title: '单位和经办人',
    card: 'title',
    render: (row) => `${row.unit.shortName} · ${row.person?.name ?? '没有分派'}`,
  },
  {
    key: 'open',
    title: '在办',
    width: 120,
    render: (row) => <Behind row={row} count={row.open} more={{ open: 'true' }} />,
  },
  { key: 'week', title: '本周到期', width: 120, render: (row) => row.dueThisWeek },
  {
    key: 'late',
    title: '已逾期',
    width: 120,
    render: (row) => <Behind row={row} count={row.late} more={{ urgency: 'late' }} isBad />,
  },
];

function Behind(props: {
  readonly row: CaseLoad;
  readonly count: number;
  readonly more: Readonly<Record<string, string>>;
  readonly isBad?: boolean;
}) {
  const { row, count } = props;
  if (count === 0) return <span className="mc-muted">0</span>;
  const who: Record<string, string> = row.person ? { personId: row.person.id } : { unassigned: 'true' };
  const query = new URLSearchParams({ ...props.more, unitId: row.unit.id, ...who });
  return (
    <Link className={props.isBad ? 'mc-red' : ''} to={`/cases?${query}`}>
      {count} 件
    </Link>
  );
}
