import type { EChartsCoreOption } from 'echarts/core';
import { CHECK_CODES, CHECK_WORDS } from '../inspection/check-words.ts';
import type { OpennessReport } from '../inspection/inspection.contract.ts';

const FILLS = ['#b3261e', '#d98324', '#66419a', '#1b5b94', '#8fa3ae'];

/** Lying bars, most first, one colour per check. */
export function unitChecksOption(units: OpennessReport['byUnit']): EChartsCoreOption {
  return {
    tooltip: { trigger: 'axis', axisPointer: { type: 'shadow' } },
    legend: { top: 0, itemWidth: 12, itemHeight: 12 },
    grid: { left: 8, right: 24, top: 44, bottom: 8, containLabel: true },
    xAxis: { type: 'value', minInterval: 1, splitLine: { lineStyle: { color: '#e6ecef' } } },
    yAxis: {
      type: 'category',
      inverse: true,
      data: units.map((unit) => unit.name),
      axisTick: { show: false },
      axisLabel: { color: '#3c4a54' },
    },
    series: CHECK_CODES.map((code, at) => ({
      name: CHECK_WORDS[code].name,
      type: 'bar',
      stack: 'all',
      barMaxWidth: 16,
      itemStyle: { color: FILLS[at] },
      data: units.map((unit) => unit.counts[code] ?? 0),
    })),
  };
}
