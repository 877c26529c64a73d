import { ShareBar, Table } from '../../../portal/index.ts';
import type { OpenUnitProgress } from './open-plans.contract.ts';
import { unitHref } from './plan-address.ts';
import { Legend, sharesOf } from './task-state.portal.tsx';

/** The units with the most tasks, in that order. */
export function mostTasks(units: readonly OpenUnitProgress[], count: number): OpenUnitProgress[] {
  return [...units].sort((a, b) => b.total - a.total).slice(0, count);
}

/** One bar for each unit, with its figures in the same row: picture and table in one. */
export function UnitProgress({ units, caption }: { units: readonly OpenUnitProgress[]; caption: string }) {
  return (
    <div class="unit-progress">
      <Legend />
      <Table
        caption={caption}
        figures
        rows={units}
        rowKey={(row) => row.unit.code}
        columns={[
          { header: '单位', kind: 'name', cell: (row) => <a href={unitHref(row.unit.code)}>{row.unit.name}</a> },
          { header: '进展', kind: 'bar', cell: (row) => <ShareBar shares={sharesOf(row)} /> },
          { header: '任务', kind: 'number', cell: (row) => row.total },
          { header: '已完成', kind: 'number', cell: (row) => row.accepted },
          {
            header: '办理中',
            kind: 'number',
            cell: (row) => row.reported + row.inProgress,
          },
          { header: '未开始', kind: 'number', cell: (row) => row.notStarted },
          {
            header: '逾期',
            kind: 'number',
            cell: (row) => (row.overdue > 0 ? <strong class="missed">{row.overdue}</strong> : 0),
          },
        ]}
      />
    </div>
  );
}
