import { Section, ShareBar, Table } from '../../../portal/index.ts';
import type { OpenPlanDetail } from './open-plans.contract.ts';
import { filterQuery } from './task-filter.ts';
import { Legend, sharesOf } from './task-state.portal.tsx';

/** How far each chapter of the plan is; a plan without chapters shows nothing. */
export function CategoryProgress({ plan, address }: { plan: OpenPlanDetail; address: string }) {
  if (plan.byCategory.length < 2) return null;
  return (
    <Section id="categories" title="各类任务进展" tint>
      <Legend />
      <Table
        caption="按要点的章节分类"
        hideCaption
        figures
        rows={plan.byCategory}
        rowKey={(row) => row.category}
        columns={[
          {
            header: '类别',
            kind: 'name',
            cell: (row) => <a href={`${address}${filterQuery({ category: row.category })}#tasks`}>{row.category}</a>,
          },
          { header: '进展', kind: 'bar', cell: (row) => <ShareBar shares={sharesOf(row)} /> },
          { header: '任务', kind: 'number', cell: (row) => row.total },
          { header: '已完成', kind: 'number', cell: (row) => row.accepted },
          {
            header: '逾期',
            kind: 'number',
            cell: (row) => (row.overdue > 0 ? <strong class="missed">{row.overdue}</strong> : 0),
          },
        ]}
      />
    </Section>
  );
}
