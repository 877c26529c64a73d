import { Button } from 'antd';
import type { EChartsCoreOption } from 'echarts/core';
import { useMemo } from 'react';
import { Chart } from '../../../../workbench/charts/chart.tsx';
import { withDayTexts } from '../../../../workbench/components/day.ts';
import { FoldedList } from '../../../../workbench/components/folded-list.tsx';
import { Section } from '../../../../workbench/components/section.tsx';
import { COLOURS } from '../../../../workbench/theme.ts';
import { MONTH_PHASES } from '../../treatments/treatment-words.ts';
import type { TreatmentDetail } from '../../treatments/treatments.contract.ts';
import type { CasesFilter } from './cases-section.tsx';

type Month = TreatmentDetail['effect']['months'][number];

/** Cases of the kind month by month, before and after the measure took effect; each number opens its cases. */
export function EffectSection(props: {
  readonly detail: TreatmentDetail;
  readonly onPick: (filter: CasesFilter) => void;
}) {
  const { detail, onPick } = props;
  const { effect, rooted, cases, settled } = detail;
  const option = useMemo(() => chartOption(effect.months), [effect.months]);
  const isFinished = detail.state === 'done' || detail.state === 'verified';
  return (
    <Section title="成效">
      <ul className="mc-figures">
        <Figure value={rooted} name="立项依据来件" onClick={() => onPick({ way: 'opened' })} />
        <Figure value={cases} name="同类来件" onClick={() => onPick({})} />
        <Figure
          value={settled}
          name={isFinished ? '带动解决（已答复、办结）' : '已答复、办结'}
          onClick={() => onPick({ settled: 'true' })}
        />
      </ul>
      <p>{withDayTexts(effect.sentence)}</p>
      <Chart
        label="每月收到的同类来件，数字见下"
        option={option}
        height={200}
        onPick={(month) => onPick({ month: month.slice(0, 7) })}
      />
      <FoldedList items={effect.months.toReversed()} shown={6} noun="个月">
        {(items) => (
          <ul className="mc-list">
            {items.map((one) => (
              <li key={one.month}>
                <div className="mc-list-line">
                  <span className="mc-list-main">
                    {monthText(one.month)}{' '}
                    <span className="mc-muted mc-small">
                      {[one.phase ? MONTH_PHASES[one.phase] : null, one.isCompared ? '计入比较' : null]
                        .filter(Boolean)
                        .join('，')}
                    </span>
                  </span>
                  {one.received === 0 ? (
                    <span className="mc-muted">0 件</span>
                  ) : (
                    <Button type="link" size="small" onClick={() => onPick({ month: one.month })}>
                      {one.received} 件<span className="mc-visually-hidden">，查看{monthText(one.month)}的来件</span>
                    </Button>
                  )}
                </div>
              </li>
            ))}
          </ul>
        )}
      </FoldedList>
      <p className="mc-muted mc-small">
        只比较完整的自然月，生效当月和本月不计，每边最多六个月。按件数计，同一人多次来件不能区分；不予受理、有人回避和专人办理的来件不计。
      </p>
    </Section>
  );
}

function Figure(props: { readonly value: number; readonly name: string; readonly onClick: () => void }) {
  return (
    <li>
      <button type="button" className="mc-figure" onClick={props.onClick}>
        <span className="mc-figure-value">{props.value}</span>
        <span className="mc-figure-name">{props.name}</span>
      </button>
    </li>
  );
}

function monthText(month: string): string {
  return `${month.slice(0, 4)}年${Number(month.slice(5))}月`;
}

/** Months before and after by colour; those that are not compared lighter. */
function chartOption(months: readonly Month[]): EChartsCoreOption {
  const colourOf = ({ phase }: Month) =>
    phase === 'after' ? COLOURS.green : phase === 'turn' ? COLOURS.light : COLOURS.grey;
  return {
    tooltip: { trigger: 'axis', axisPointer: { type: 'shadow' } },
    grid: { left: 8, right: 8, top: 24, bottom: 8, containLabel: true },
    xAxis: {
      type: 'category',
      data: months.map(({ month }) => month),
      axisLabel: { color: COLOURS.text, hideOverlap: true },
    },
    yAxis: { type: 'value', minInterval: 1, axisLabel: { color: COLOURS.text } },
    series: [
      {
        name: '同类来件',
        type: 'bar',
        barMaxWidth: 28,
        label: { show: true, position: 'top', color: COLOURS.text },
        data: months.map((one) => ({
          value: one.received,
          itemStyle: { color: colourOf(one), opacity: one.phase === null || one.isCompared ? 1 : 0.6 },
        })),
      },
    ],
  };
}
