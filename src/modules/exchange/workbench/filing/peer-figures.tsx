import { Alert, Flex, Statistic } from 'antd';
import type { EChartsCoreOption } from 'echarts/core';
import { type ReactNode, useMemo } from 'react';
import { Chart } from '../../../../workbench/charts/chart.tsx';
import { instantText } from '../../../../workbench/components/day.ts';
import { Section } from '../../../../workbench/components/section.tsx';
import type { PeerFigures } from '../../office/exchange.contract.ts';
import { spanText } from './filing-words.tsx';

/** How filing with one peer stands: what is owed, how quickly it goes, and month by month. */
export function PeerFiguresCard({ figures, action }: { readonly figures: PeerFigures; readonly action: ReactNode }) {
  const share = figures.registered === 0 ? null : figures.receipted / figures.registered;
  return (
    <Section title={`报送${figures.peer}`} extra={action}>
      <Flex vertical gap={16}>
        {figures.late > 0 ? (
          <Alert type="error" showIcon title={`有 ${figures.late} 份超过规定时间没有回执，请查看原因后重新报送。`} />
        ) : null}
        {figures.failures > 0 && figures.lastError ? <Alert type="warning" showIcon title={figures.lastError} /> : null}
        <div className="mc-figures">
          <Statistic title="已认定公文" value={figures.registered} suffix="份" />
          <Statistic title="已收回执" value={figures.receipted} suffix="份" />
          <Statistic title="回执率" value={share === null ? '—' : percent(share)} />
          <Statistic title="待回执" value={figures.waiting} suffix="份" />
          <Statistic title="被退回" value={figures.refused} suffix="份" />
          <Statistic
            title="首次报送即通过"
            value={figures.takenAtFirst === null ? '—' : percent(figures.takenAtFirst)}
          />
          <Statistic title="从变动到回执（中位数）" value={spanText(figures.medianSeconds)} />
        </div>
        <p className="mc-muted">
          {figures.lastReceiptAt ? `最近一份回执：${instantText(figures.lastReceiptAt)}` : '还没有收到过回执。'}
        </p>
        {figures.months.length > 1 ? <Months figures={figures} /> : null}
      </Flex>
    </Section>
  );
}

function Months({ figures }: { readonly figures: PeerFigures }) {
  const option = useMemo<EChartsCoreOption>(
    () => ({
      tooltip: { trigger: 'axis', axisPointer: { type: 'shadow' } },
      legend: { top: 0, itemWidth: 12, itemHeight: 12 },
      grid: { left: 8, right: 16, top: 40, bottom: 8, containLabel: true },
      xAxis: { type: 'category', data: figures.months.map(({ month }) => month), axisTick: { show: false } },
      yAxis: { type: 'value', minInterval: 1, splitLine: { lineStyle: { color: '#e6ecef' } } },
      series: [
        { name: '已收回执', data: figures.months.map((one) => one.receipted), color: '#1b5b94' },
        { name: '曾被退回', data: figures.months.map((one) => one.refused), color: '#b3261e' },
      ].map(({ color, ...series }) => ({ ...series, type: 'bar', barMaxWidth: 24, itemStyle: { color } })),
    }),
    [figures],
  );
  return <Chart label={`近十二个月报送${figures.peer}的回执`} option={option} height={220} />;
}

/** Rounded down: nothing looks complete that is not. */
function percent(share: number): string {
  return `${Math.floor(share * 1000) / 10}%`;
}
