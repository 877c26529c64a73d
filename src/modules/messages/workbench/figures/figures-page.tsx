import type { EChartsCoreOption } from 'echarts/core';
import { useMemo } from 'react';
import { Link } from 'react-router';
import { useApi } from '../../../../workbench/api/use-api.ts';
import { Chart } from '../../../../workbench/charts/chart.tsx';
import { type DataColumn, DataTable } from '../../../../workbench/components/data-table.tsx';
import { todayInShanghai } from '../../../../workbench/components/day.ts';
import { DayInput } from '../../../../workbench/components/day-input.tsx';
import { EmptyState } from '../../../../workbench/components/empty-state.tsx';
import { Loaded } from '../../../../workbench/components/loaded.tsx';
import { PageHeader } from '../../../../workbench/components/page-header.tsx';
import { Section } from '../../../../workbench/components/section.tsx';
import { useFilters } from '../../../../workbench/components/use-filters.ts';
import type { CaseFigure } from '../../../cases/cases.contract.ts';
import { EvaluationsSection } from './evaluations-section.tsx';
import { type FigureSum, shareOf, sumOf, sumsBy } from './figure-sums.ts';
import { TreatmentsSection } from './treatments-section.tsx';

interface Range {
  readonly from: string;
  readonly to: string;
}

/** On-time share, average time, satisfaction by kind and unit, each number with the cases behind it (MSG-12, MSG-C1, MSG-C2, MSG-C5). */
export function FiguresPage() {
  const { values, set } = useFilters();
  const today = todayInShanghai();
  const range = { from: values.from ?? `${today.slice(0, 4)}-01-01`, to: values.to ?? today };
  const figures = useApi<readonly CaseFigure[]>('/api/cases/figures', { ...range });
  return (
    <div className="mc-page">
      <PageHeader title="办理统计" lead="在这些日子收到的来件。每个数字都能点开看背后的来件。" />
      <div className="mc-toolbar">
        <DayInput
          label="收到自"
          value={range.from}
          max={range.to}
          onChange={(day) => set({ from: day ?? undefined })}
        />
        <DayInput label="收到至" value={range.to} min={range.from} onChange={(day) => set({ to: day ?? undefined })} />
      </div>
      <Loaded query={figures}>{(rows) => <Figures rows={rows} range={range} />}</Loaded>
      <EvaluationsSection range={range} />
      <TreatmentsSection range={range} />
    </div>
  );
}

function Figures({ rows, range }: { readonly rows: readonly CaseFigure[]; readonly range: Range }) {
  const kinds = useMemo(() => sumsBy(rows, 'kind'), [rows]);
  const units = useMemo(() => sumsBy(rows, 'unit'), [rows]);
  const whole = sumOf('all', '全部', {}, rows);
  const option = useMemo(() => chartOption(kinds), [kinds]);
  if (whole.received === 0) return <EmptyState what="这些日子没有收到来件。" next="请换一段日期。" />;
  return (
    <>
      <ul className="mc-figures">
        <Figure name="收到" value={whole.received} query={{ ...received(range), all: 'true' }} />
        <Figure
          name="按期答复"
          share={[whole.onTime, whole.answered]}
          query={{ ...received(range), isOnTime: 'true' }}
        />
        <Figure
          name="逾期答复"
          value={whole.answered - whole.onTime}
          query={{ ...received(range), isOnTime: 'false' }}
          isBad={whole.answered > whole.onTime}
        />
        <Figure
          name="逾期未答复"
          value={whole.lateOpen}
          query={{ ...received(range), urgency: 'late' }}
          isBad={whole.lateOpen > 0}
        />
        <Figure
          name="满意"
          share={[whole.satisfied, whole.rated]}
          query={{ ...received(range), satisfaction: 'satisfied' }}
        />
      </ul>
      <Section title="各类来件">
        <Chart label="各类来件的答复情况，数字见下表" option={option} height={80 + kinds.length * 36} />
        <SumTable label="类型" rows={kinds} range={range} />
      </Section>
      <Section title="各单位">
        <SumTable label="单位" rows={units} range={range} />
      </Section>
    </>
  );
}

function received({ from, to }: Range) {
  return { receivedFrom: from, receivedTo: to, admitted: 'true' };
}

function Figure(props: {
  readonly name: string;
  readonly value?: number;
  readonly share?: readonly [part: number, of: number];
  readonly query: Readonly<Record<string, string>>;
  readonly isBad?: boolean;
}) {
  const share = props.share ? shareOf(...props.share) : null;
  const shown = props.share ? (share === null ? '—' : `${share}%`) : String(props.value ?? 0);
  return (
    <li>
      <Link
        className={`mc-figure ${props.isBad ? 'mc-figure-red' : ''}`}
        to={`/cases?${new URLSearchParams(props.query)}`}
      >
        <span className="mc-figure-value">{shown}</span>
        <span className="mc-figure-name">
          {props.name}
          {props.share ? `（${props.share[0]}/${props.share[1]}）` : ''}
        </span>
      </Link>
    </li>
  );
}

function SumTable(props: { readonly label: string; readonly rows: readonly FigureSum[]; readonly range: Range }) {
  const { range } = props;
  const behind = (row: FigureSum, count: number, more: Readonly<Record<string, string>>) =>
    count === 0 ? (
      <span className="mc-muted">0</span>
    ) : (
      <Link to={`/cases?${new URLSearchParams({ ...received(range), ...row.query, ...more })}`}>{count}</Link>
    );
  const columns: readonly DataColumn<FigureSum>[] = [
    { key: 'label', title: props.label, card: 'title', render: (row) => row.label },
    { key: 'received', title: '收到', width: 80, render: (row) => behind(row, row.received, { all: 'true' }) },
    { key: 'open', title: '在办', width: 80, render: (row) => behind(row, row.open, { open: 'true' }) },
    { key: 'lateOpen', title: '逾期未答', width: 90, render: (row) => behind(row, row.lateOpen, { urgency: 'late' }) },
    { key: 'onTime', title: '按期答复', width: 90, render: (row) => behind(row, row.onTime, { isOnTime: 'true' }) },
    {
      key: 'lateAnswered',
      title: '逾期答复',
      width: 90,
      render: (row) => behind(row, row.answered - row.onTime, { isOnTime: 'false' }),
    },
    { key: 'share', title: '按期率', width: 80, render: (row) => shareText(row.onTime, row.answered) },
    {
      key: 'hours',
      title: '平均用时',
      width: 130,
      render: (row) => (row.averageWorkHours === null ? '—' : `${row.averageWorkHours.toFixed(1)} 工作小时`),
    },
    {
      key: 'satisfied',
      title: '满意率',
      width: 110,
      render: (row) =>
        row.rated === 0 ? (
          <span className="mc-muted">没有评价</span>
        ) : (
          <Link to={`/cases?${new URLSearchParams({ ...received(range), ...row.query, satisfaction: 'satisfied' })}`}>
            {shareText(row.satisfied, row.rated)}（{row.satisfied}/{row.rated}）
          </Link>
        ),
    },
  ];
  return (
    <DataTable<FigureSum>
      label={`各${props.label}办理统计`}
      columns={columns}
      rows={props.rows}
      rowKey={(row) => row.key}
      empty={<EmptyState what="没有来件。" />}
    />
  );
}

function shareText(part: number, of: number): string {
  const share = shareOf(part, of);
  return share === null ? '—' : `${share}%`;
}

const INK = '#3c4a54';

/** Stacked bars: what was answered in time, late, and what is still owed. */
function chartOption(kinds: readonly FigureSum[]): EChartsCoreOption {
  const drawn = kinds.toReversed();
  const series = (name: string, color: string, of: (row: FigureSum) => number) => ({
    name,
    type: 'bar',
    stack: 'all',
    barMaxWidth: 20,
    itemStyle: { color },
    data: drawn.map(of),
  });
  return {
    tooltip: { trigger: 'axis', axisPointer: { type: 'shadow' } },
    legend: { top: 0, textStyle: { color: INK } },
    grid: { left: 8, right: 24, top: 36, bottom: 8, containLabel: true },
    xAxis: { type: 'value', minInterval: 1, axisLabel: { color: INK } },
    yAxis: { type: 'category', data: drawn.map((one) => one.label), axisLabel: { color: INK, interval: 0 } },
    series: [
      series('按期答复', '#2f7d5b', (row) => row.onTime),
      series('逾期答复', '#b3261e', (row) => row.answered - row.onTime),
      series('在办', '#8fa6b2', (row) => row.open),
    ],
  };
}
