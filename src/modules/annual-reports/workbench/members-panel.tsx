import { Link } from 'react-router';
import { type DataColumn, DataTable } from '../../../workbench/components/data-table.tsx';
import { EmptyState } from '../../../workbench/components/empty-state.tsx';
import { Section } from '../../../workbench/components/section.tsx';
import type { ReportView } from '../reports/reports.contract.ts';
import { ReportStateTag } from './report-tags.tsx';

type Member = ReportView['members'][number];

/** From which reports the district's is merged. */
export function MembersPanel({ report }: { readonly report: ReportView }) {
  const submitted = report.members.filter(({ state }) => state && state !== 'draft' && state !== 'returned').length;
  return (
    <Section
      title="汇总的单位"
      extra={`已提交 ${submitted}／${report.members.length}。已提交的按提交时的数字汇总，其余按现在的记录计入。`}
    >
      <DataTable<Member>
        label="汇总的单位"
        columns={COLUMNS}
        rows={report.members}
        rowKey={({ unit }) => unit.id}
        empty={<EmptyState what="没有单位。" />}
      />
    </Section>
  );
}

const COLUMNS: readonly DataColumn<Member>[] = [
  {
    key: 'unit',
    title: '单位',
    card: 'title',
    render: ({ unit, reportId }) =>
      reportId ? <Link to={`/annual-reports/${reportId}`}>{unit.name}</Link> : unit.name,
  },
  { key: 'state', title: '报告', width: 140, render: ({ state }) => <ReportStateTag state={state} /> },
];
