import type { EChartsCoreOption } from 'echarts/core';
import type { PlanOverview } from '../../plan/plans.contract.ts';
import { TASK_STATE_WORDS } from '../../plan-words.ts';
import type { StateCounts } from '../../tasks/tasks.contract.ts';
import { STATE_ORDER, TASK_STATE_FILLS } from '../words/task-state-tag.tsx';

const AXIS = {
  axisLine: { lineStyle: { color: '#bccad2' } },
  axisTick: { show: false },
  axisLabel: { color: '#3c4a54' },
};
const GRID_LINE = { splitLine: { lineStyle: { color: '#e6ecef' } } };

/** Ring of the states with the whole in its middle. */
export function stateRingOption(counts: StateCounts, total: number): EChartsCoreOption {
  const done = total === 0 ? 0 : Math.round((counts.accepted / total) * 100);
  return {
    tooltip: { trigger: 'item', formatter: '{b}：{c} 项（{d}%）' },
    title: {
      text: `${done}%`,
      subtext: '已完成',
      left: 'center',
      top: '34%',
      itemGap: 2,
      textStyle: { fontSize: 26, color: '#1c2a33' },
      subtextStyle: { fontSize: 13, color: '#52626d' },
    },
    series: [
      {
        type: 'pie',
        radius: ['62%', '88%'],
        label: { show: false },
        itemStyle: { borderColor: '#fff', borderWidth: 2 },
        data: STATE_ORDER.filter((state) => counts[state] > 0).map((state) => ({
          name: TASK_STATE_WORDS[state],
          value: counts[state],
          itemStyle: { color: TASK_STATE_FILLS[state] },
        })),
      },
    ],
  };
}

/** Bars per month: due in all, of these done, of these late. */
export function monthOption(months: PlanOverview['byMonth']): EChartsCoreOption {
  const bar = (name: string, colour: string, values: readonly number[], stack?: string) => ({
    name,
    type: 'bar',
    data: values,
    itemStyle: { color: colour },
    barMaxWidth: 22,
    ...(stack ? { stack } : {}),
  });
  return {
    tooltip: { trigger: 'axis' },
    legend: { bottom: 0, itemWidth: 12, itemHeight: 12 },
    grid: { left: 8, right: 8, top: 16, bottom: 36, containLabel: true },
    xAxis: { type: 'category', data: months.map((one) => `${Number(one.month.slice(5))}月`), ...AXIS },
    yAxis: { type: 'value', minInterval: 1, ...AXIS, ...GRID_LINE },
    series: [
      bar(
        '已完成',
        TASK_STATE_FILLS.accepted,
        months.map((one) => one.accepted),
        'due',
      ),
      bar(
        '逾期',
        TASK_STATE_FILLS.overdue,
        months.map((one) => one.overdue),
        'due',
      ),
      bar(
        '待完成',
        TASK_STATE_FILLS.notStarted,
        months.map((one) => Math.max(0, one.due - one.accepted - one.overdue)),
        'due',
      ),
    ],
  };
}

/** One bar per unit, stacked by state, the units with most late shares on top. */
export function unitBarsOption(units: PlanOverview['byUnit']): EChartsCoreOption {
  // echarts draws the first category at the bottom.
  const drawn = [...units].reverse();
  return {
    tooltip: { trigger: 'axis', axisPointer: { type: 'shadow' } },
    legend: { top: 0, itemWidth: 12, itemHeight: 12 },
    grid: { left: 8, right: 24, top: 32, bottom: 8, containLabel: true },
    xAxis: { type: 'value', minInterval: 1, ...AXIS, ...GRID_LINE },
    yAxis: {
      type: 'category',
      data: drawn.map((one) => one.unit.shortName),
      ...AXIS,
      axisLabel: { color: '#3c4a54', interval: 0 },
    },
    series: STATE_ORDER.map((state) => ({
      name: TASK_STATE_WORDS[state],
      type: 'bar',
      stack: 'all',
      barMaxWidth: 16,
      itemStyle: { color: TASK_STATE_FILLS[state] },
      data: drawn.map((one) => one[state]),
    })),
  };
}
