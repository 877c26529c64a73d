import { ShareBar, Table } from '../../../portal/index.ts';
import { UNIT_GROUP_WORDS, UNIT_GROUPS } from '../plan-words.ts';
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
      <UnitTable units={units} caption={caption} />
    </div>
  );
}

/** The same, one table for each kind of unit. */
export function UnitProgressByGroup({ units }: { units: readonly OpenUnitProgress[] }) {
  const groups = Map.groupBy(units, (row) => row.group);
  return (
    <div class="unit-progress">
      <Legend />
      {UNIT_GROUPS.map((group) => {
        const own = groups.get(group);
        if (!own) return null;
        const title = `${UNIT_GROUP_WORDS[group]}（${own.length} 个）`;
        return (
          <section key={group} class="unit-group" aria-labelledby={`units-${group}`}>
            <h2 id={`units-${group}`}>{title}</h2>
            <UnitTable units={own} caption={`${title}的任务进展`} />
          </section>
        );
      })}
    </div>
  );
}

function UnitTable({ units, caption }: { units: readonly OpenUnitProgress[]; caption: string }) {
  return (
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
  );
}
