import { Drawer } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { useApi } from '../../../workbench/api/use-api.ts';
import { type DataColumn, DataTable } from '../../../workbench/components/data-table.tsx';
import { EmptyState } from '../../../workbench/components/empty-state.tsx';
import { Loaded } from '../../../workbench/components/loaded.tsx';
import { Section } from '../../../workbench/components/section.tsx';
import type { CellRecords, RecordView, ReportView } from '../reports/reports.contract.ts';
import { StatementForm } from './statement-form.tsx';
import { StatementList } from './statement-list.tsx';

const PAGE_SIZE = 20;

/** What stands behind one figure: records, what was stated, and for the district how the units share in it. */
export function CellDrawer(props: {
  readonly report: ReportView;
  readonly cell: string;
  readonly onClose: () => void;
}) {
  const { report, cell, onClose } = props;
  const [page, setPage] = useState(1);
  const records = useApi<CellRecords>(`/api/annual-reports/${report.id}/cells/${cell}`, { page, pageSize: PAGE_SIZE });
  const label = report.cells[cell]?.label ?? '';
  return (
    <Drawer open size={760} title={label} onClose={onClose}>
      <Loaded query={records} rows={6}>
        {(data) => (
          <>
            <Made data={data} />
            {data.units.length > 0 ? <Shares data={data} /> : null}
            {data.figure.counted === null ? null : (
              <Section title={`记录（${data.total}）`}>
                <DataTable<RecordView>
                  label="数字背后的记录"
                  columns={COLUMNS}
                  rows={data.items}
                  rowKey={(row) => `${row.kind} ${row.id}`}
                  page={{ page, pageSize: PAGE_SIZE, total: data.total }}
                  onPage={setPage}
                  empty={<EmptyState what="没有记录。" />}
                />
              </Section>
            )}
            {data.statements.length > 0 ? (
              <Section title="申报">
                <StatementList statements={data.statements} />
              </Section>
            ) : null}
          </>
        )}
      </Loaded>
      {report.allowed.includes('edit') && report.cells[cell]?.isTotal === false ? (
        <StatementForm key={`${cell} ${report.version}`} report={report} cell={cell} />
      ) : null}
    </Drawer>
  );
}

function Made({ data }: { readonly data: CellRecords }) {
  const { counted, declared, value } = data.figure;
  return (
    <p>
      报告中的数字是 <strong>{value ?? '（还没有填报）'}</strong>
      {counted === null ? '，平台没有这类记录，由单位注明来源填报。' : `，其中平台记录 ${counted}`}
      {counted !== null && declared !== null ? `，补充申报 ${declared}` : ''}
      {counted === null ? '' : '。'}
    </p>
  );
}

function Shares({ data }: { readonly data: CellRecords }) {
  return (
    <Section title="各单位">
      <ul className="mc-report-shares">
        {data.units.map(({ unit, counted, declared }) => (
          <li key={unit.id}>
            {unit.shortName}：{counted + declared}
            {declared === 0 ? null : <span className="mc-muted">（其中申报 {declared}）</span>}
          </li>
        ))}
      </ul>
    </Section>
  );
}

const COLUMNS: readonly DataColumn<RecordView>[] = [
  {
    key: 'record',
    title: '记录',
    card: 'title',
    render: (row) => (
      <>
        <RecordLink row={row} />
        <div className="mc-muted mc-small">{row.note}</div>
      </>
    ),
  },
  { key: 'unit', title: '单位', width: 150, render: (row) => row.unit.shortName },
];

function RecordLink({ row }: { readonly row: RecordView }) {
  if (row.kind === 'document')
    return (
      <a href={`/documents/${row.id}`}>
        {row.title}
        {row.number ? `（${row.number}）` : ''}
      </a>
    );
  if (row.kind === 'request' || row.kind === 'fee')
    return <Link to={`/disclosure-requests/${row.id}`}>{row.number}</Link>;
  return row.caseId ? <Link to={`/disclosure-requests/${row.caseId}`}>复议诉讼案件</Link> : <>复议诉讼案件</>;
}
