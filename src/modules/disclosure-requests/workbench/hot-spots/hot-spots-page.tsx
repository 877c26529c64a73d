import type { EChartsCoreOption } from 'echarts/core';
import { useMemo } from 'react';
import { Link, useNavigate } from 'react-router';
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
import type { HotSpot } from '../../disclosure-requests.contract.ts';
import { type SpotSum, spotSums } from './spot-sums.ts';

interface Range {
  readonly from: string;
  readonly to: string;
}

const SHOWN = 12;

/** What people ask for most, and where: each bar opens its list (FOI-10). */
export function HotSpotsPage() {
  const { values, set } = useFilters();
  const today = todayInShanghai();
  const range = { from: values.from ?? `${today.slice(0, 4)}-01-01`, to: values.to ?? today };
  const spots = useApi<readonly HotSpot[]>('/api/disclosure-requests/hot-spots', { ...range });
  return (
    <div className="mc-page">
      <PageHeader
        title="申请热点分析"
        lead="这些日子收到的申请集中在哪些领域、哪些单位。反复被申请的信息，宜主动公开；要改制度和流程的，在其中一件的案卷里立项源头治理。"
      />
      <div className="mc-toolbar">
        <DayInput
          label="收到自"
          value={range.from}
          max={range.to}
          onChange={(day) => set({ from: day ?? undefined })}
        />
        <DayInput label="收到至" value={range.to} min={range.from} onChange={(day) => set({ to: day ?? undefined })} />
      </div>
      <Loaded query={spots}>{(rows) => <Spots rows={rows} range={range} />}</Loaded>
    </div>
  );
}

function Spots({ rows, range }: { readonly rows: readonly HotSpot[]; readonly range: Range }) {
  const topics = useMemo(() => spotSums(rows, 'topic'), [rows]);
  const units = useMemo(() => spotSums(rows, 'unit'), [rows]);
  if (rows.length === 0)
    return (
      <EmptyState
        what="这些日子没有收到申请。"
        next={
          <>
            请换一段日期；有申请的，在案卷里用“归类”归入业务领域，这里就能分领域统计。
            <Link to="/disclosure-requests">打开依申请公开</Link>
          </>
        }
      />
    );
  return (
    <>
      <SpotSection title="各领域" label="领域" sums={topics} range={range} />
      <SpotSection title="各单位" label="单位" sums={units} range={range} />
    </>
  );
}

function SpotSection(props: {
  readonly title: string;
  readonly label: string;
  readonly sums: readonly SpotSum[];
  readonly range: Range;
}) {
  const { title, label, sums, range } = props;
  const navigate = useNavigate();
  const drawn = useMemo(() => sums.slice(0, SHOWN), [sums]);
  const option = useMemo(() => chartOption(drawn), [drawn]);
  const open = (name: string): void => {
    const sum = drawn.find((one) => one.label === name);
    if (sum) void navigate(listOf(sum, range));
  };
  return (
    <Section title={title}>
      <Chart label={`${title}收到的申请，数字见下表`} option={option} height={60 + drawn.length * 34} onPick={open} />
      <DataTable<SpotSum>
        label={`${title}申请`}
        columns={columnsOf(label, range)}
        rows={sums}
        rowKey={(row) => row.key}
        empty={<EmptyState what="没有申请。" />}
      />
    </Section>
  );
}

function listOf({ query }: SpotSum, { from, to }: Range): string {
  return `/disclosure-requests?${new URLSearchParams({ ...query, receivedFrom: from, receivedTo: to })}`;
}

function columnsOf(label: string, range: Range): readonly DataColumn<SpotSum>[] {
  return [
    { key: 'label', title: label, card: 'title', render: (row) => row.label },
    {
      key: 'requests',
      title: '收到申请',
      width: 120,
      render: (row) => <Link to={listOf(row, range)}>{row.requests} 件</Link>,
    },
    { key: 'refused', title: '不予公开', width: 120, render: (row) => `${row.refused} 件` },
    { key: 'supplied', title: '提供的信息', width: 120, render: (row) => `${row.supplied} 条` },
  ];
}

const INK = '#3c4a54';

function chartOption(sums: readonly SpotSum[]): EChartsCoreOption {
  const drawn = sums.toReversed();
  return {
    tooltip: { trigger: 'axis', axisPointer: { type: 'shadow' } },
    grid: { left: 8, right: 32, top: 8, bottom: 8, containLabel: true },
    xAxis: { type: 'value', minInterval: 1, axisLabel: { color: INK } },
    yAxis: { type: 'category', data: drawn.map(({ label }) => label), axisLabel: { color: INK, interval: 0 } },
    series: [
      {
        name: '收到申请',
        type: 'bar',
        barMaxWidth: 20,
        itemStyle: { color: '#1f5f8b' },
        label: { show: true, position: 'right', color: INK },
        data: drawn.map(({ requests }) => requests),
      },
    ],
  };
}
