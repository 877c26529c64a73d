import type { EChartsCoreOption } from 'echarts/core';
import type { UnitFigures } from '../figures/figures.contract.ts';

/** Percent, cut off, so that 49.9 % is not shown as reached. */
export function shareOf({ met, total }: { readonly met: number; readonly total: number }): number {
  return total === 0 ? 0 : Math.floor((met * 100) / total);
}

const REACHED = '#2f7d5b';
const SHORT = '#b4632a';
const INK = '#3c4a54';

/** Bars of the units, highest on top, against the line of what is demanded (ITP-C3). */
export function diversifiedOption(units: readonly UnitFigures[], target: number): EChartsCoreOption {
  const drawn = units.toSorted((a, b) => shareOf(a.figures.diversified) - shareOf(b.figures.diversified));
  return {
    tooltip: { trigger: 'axis', axisPointer: { type: 'shadow' }, formatter: '{b}：{c}%' },
    grid: { left: 8, right: 48, top: 28, bottom: 8, containLabel: true },
    xAxis: { type: 'value', min: 0, max: 100, axisLabel: { color: INK, formatter: '{value}%' } },
    yAxis: {
      type: 'category',
      data: drawn.map((one) => one.unit.shortName),
      axisTick: { show: false },
      axisLabel: { color: INK, interval: 0 },
    },
    series: [
      {
        name: '多样化占比',
        type: 'bar',
        barMaxWidth: 16,
        label: { show: true, position: 'right', formatter: '{c}%', color: INK },
        data: drawn.map((one) => {
          const value = shareOf(one.figures.diversified);
          return { value, itemStyle: { color: value >= target ? REACHED : SHORT } };
        }),
        markLine: {
          symbol: 'none',
          label: { formatter: `要求 ${target}%`, color: INK },
          lineStyle: { color: INK, type: 'dashed' },
          data: [{ xAxis: target }],
        },
      },
    ],
  };
}
