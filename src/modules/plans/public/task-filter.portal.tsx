import { type FilterField, FilterForm, longMonth } from '../../../portal/index.ts';
import { OPEN_TASK_STATE_WORDS } from '../plan-words.ts';
import type { OpenPlanDetail } from './open-plans.contract.ts';
import { isTracked } from './plan-address.ts';
import { isFiltered, type TaskFilter } from './task-filter.ts';
import { STATE_ORDER } from './task-state.portal.tsx';

/** The conditions that this plan can be filtered by; a condition without a choice is left out. */
export function TaskFilterForm({
  plan,
  filter,
  address,
}: {
  plan: OpenPlanDetail;
  filter: TaskFilter;
  address: string;
}) {
  return (
    <FilterForm
      action={`${address}#tasks`}
      label="筛选任务"
      clearHref={isFiltered(filter) ? `${address}#tasks` : undefined}
      fields={fieldsOf(plan, filter).filter((field) => field.options?.length !== 0)}
    />
  );
}

function fieldsOf(plan: OpenPlanDetail, filter: TaskFilter): FilterField[] {
  return [
    {
      name: 'unit',
      label: '责任单位',
      value: filter.unit ?? '',
      options: plan.byUnit.map(({ unit }) => ({ value: unit.code, label: unit.name })),
    },
    {
      name: 'state',
      label: '状态',
      value: filter.state ?? '',
      options: (isTracked(plan.level) ? STATE_ORDER : []).map((state) => ({
        value: state,
        label: OPEN_TASK_STATE_WORDS[state],
      })),
    },
    {
      name: 'month',
      label: '到期月份',
      value: filter.month ?? '',
      options: plan.months.map(({ month }) => ({ value: month, label: longMonth(month) })),
    },
    {
      name: 'category',
      label: '类别',
      value: filter.category ?? '',
      options: plan.byCategory.map(({ category }) => ({ value: category, label: category })),
    },
    { name: 'q', label: '关键词', value: filter.q ?? '', hint: '如：公文库、街道' },
  ];
}
