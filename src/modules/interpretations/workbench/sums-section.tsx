import { useMemo } from 'react';
import { Chart } from '../../../workbench/charts/chart.tsx';
import type { RecordSums } from '../registers/records.contract.ts';
import type { Register } from '../registers/register.contract.ts';

const DRAWN = 15;
const FEWEST = 2;
const INK = '#3c4a54';

/** How much each unit has filed in the year: a sentence always, a picture when there is something to compare. */
export function SumsSection({ register, sums }: { readonly register: Register; readonly sums: RecordSums }) {
  const count = sums.units.reduce((total, one) => total + one.count, 0);
  const amount = sums.units.reduce((total, one) => total + one.amount, 0);
  const option = useMemo(() => barsOption(sums), [sums]);
  if (count === 0) return null;
  const drawn = Math.min(DRAWN, sums.units.length);
  const text = `${sums.year} 年 ${sums.units.length} 个单位登记 ${count} ${register.noun}`;
  return (
    <>
      <p>
        {text}
        {register.amount ? `，${register.amount.label}合计 ${amount.toLocaleString('zh-CN')}` : ''}。
      </p>
      {sums.units.length >= FEWEST ? (
        <details className="mc-gap-below">
          <summary>各单位比较</summary>
          <Chart label={`${text}，各单位数量`} option={option} height={48 + drawn * 28} />
        </details>
      ) : null}
    </>
  );
}

function barsOption(sums: RecordSums) {
  const drawn = sums.units.slice(0, DRAWN).reverse();
  return {
    tooltip: { trigger: 'axis', axisPointer: { type: 'shadow' } },
    grid: { left: 8, right: 40, top: 8, bottom: 8, containLabel: true },
    xAxis: { type: 'value', minInterval: 1, axisLabel: { color: INK } },
    yAxis: {
      type: 'category',
      data: drawn.map((one) => one.unit.shortName),
      axisTick: { show: false },
      axisLabel: { color: INK, interval: 0 },
    },
    series: [
      {
        name: '条数',
        type: 'bar',
        barMaxWidth: 16,
        itemStyle: { color: '#2f6f9f' },
        label: { show: true, position: 'right', color: INK },
        data: drawn.map((one) => one.count),
      },
    ],
  };
}
