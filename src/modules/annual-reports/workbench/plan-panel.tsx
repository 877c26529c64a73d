import { Link } from 'react-router';
import { type DataColumn, DataTable } from '../../../workbench/components/data-table.tsx';
import { dayText } from '../../../workbench/components/day.ts';
import { EmptyState } from '../../../workbench/components/empty-state.tsx';
import { Section } from '../../../workbench/components/section.tsx';
import type { ReportView } from '../reports/reports.contract.ts';

type Line = ReportView['plan'][number];

/** Every own task of the year's plan as the report will tell it (RPT-3). */
export function PlanPanel({ report }: { readonly report: ReportView }) {
  return (
    <Section title={`${report.year}年工作要点落实情况`} extra="取自工作台账，写入第一部分">
      <DataTable<Line>
        label="工作要点落实情况"
        columns={COLUMNS}
        rows={report.plan}
        rowKey={(row) => `${row.planTitle} ${row.taskId}`}
        empty={
          <EmptyState what="没有这一年已公布的工作要点任务。" next="工作要点公布后，任务和完成情况自动列在这里。" />
        }
      />
    </Section>
  );
}

const COLUMNS: readonly DataColumn<Line>[] = [
  { key: 'number', title: '序号', width: 70, render: (row) => row.number },
  {
    key: 'task',
    title: '任务',
    card: 'title',
    render: (row) => (
      <>
        <Link to={`/tasks/${row.taskId}`}>{row.task}</Link>
        <div className="mc-muted mc-small">
          {row.planTitle}
          {row.role ? `（${row.role}单位）` : ''}
        </div>
      </>
    ),
  },
  { key: 'deadline', title: '时间节点', width: 140, render: (row) => row.deadline },
  {
    key: 'state',
    title: '落实情况',
    width: 170,
    render: (row) => (row.acceptedOn ? `${row.state}，${dayText(row.acceptedOn)}` : row.state),
  },
];
