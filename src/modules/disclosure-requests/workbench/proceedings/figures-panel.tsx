import { Select } from 'antd';
import { Link } from 'react-router';
import { useApi } from '../../../../workbench/api/use-api.ts';
import { type DataColumn, DataTable } from '../../../../workbench/components/data-table.tsx';
import { todayInShanghai } from '../../../../workbench/components/day.ts';
import { EmptyState } from '../../../../workbench/components/empty-state.tsx';
import { Loaded } from '../../../../workbench/components/loaded.tsx';
import { Section } from '../../../../workbench/components/section.tsx';
import { ToneTag } from '../../../../workbench/components/tone-tag.tsx';
import { useFilters } from '../../../../workbench/components/use-filters.ts';
import { FAULT_LABELS } from '../../proceedings/proceeding-words.ts';
import type { ProceedingFigures } from '../../proceedings/proceedings.contract.ts';
import { rateText, trendText } from './rate-words.ts';
import { ReportTerm } from './report-term.tsx';

type Pair = ProceedingFigures['corrections'];
type UnitLine = ProceedingFigures['byUnit'][number];
type FaultLine = ProceedingFigures['byFault'][number];
const YEARS_BACK = 6;

/** Rates of correction and of lost suits beside those of the year before; every figure opens to its records (LIT-3). */
export function FiguresPanel() {
  const { values, set } = useFilters();
  const thisYear = Number(todayInShanghai().slice(0, 4));
  const year = Number(values.year ?? thisYear);
  const query = useApi<ProceedingFigures>('/api/proceedings/figures', { year });
  return (
    <>
      <div className="mc-toolbar">
        <Select<number>
          aria-label="年份"
          value={year}
          onChange={(next) => set({ year: String(next) })}
          options={Array.from({ length: YEARS_BACK }, (_, at) => ({
            value: thisYear - at,
            label: `${thisYear - at} 年`,
          }))}
        />
      </div>
      <Loaded query={query}>{(figures) => <Shown figures={figures} />}</Loaded>
    </>
  );
}

function Shown({ figures }: { readonly figures: ProceedingFigures }) {
  const { corrections, losses, byUnit, byFault, reported } = figures;
  return (
    <>
      <Section title="全部">
        <dl className="mc-facts">
          <dt>行政复议纠错率</dt>
          <dd>
            <PairText pair={corrections} />
          </dd>
          <dt>行政诉讼败诉率</dt>
          <dd>
            <PairText pair={losses} />
          </dd>
          <dt>按时报告</dt>
          <dd>
            {reported.total} 件中 {reported.inTime} 件在收到副本后 {reported.within} 个工作日内登记
            {reported.lateIds.length > 0 ? (
              <>
                ，<Behind ids={reported.lateIds} label={`超过时限的 ${reported.lateIds.length} 件`} />
              </>
            ) : null}
          </dd>
        </dl>
        <ReportTerm />
      </Section>
      <Section title="按单位">
        <DataTable<UnitLine>
          label="各单位纠错率和败诉率"
          columns={UNIT_COLUMNS}
          rows={byUnit}
          rowKey={(row) => row.unit.id}
          empty={<EmptyState what="这一年没有审结的案件。" />}
        />
      </Section>
      <Section title="被纠正的原因">
        <DataTable<FaultLine>
          label="被纠正的原因"
          columns={FAULT_COLUMNS}
          rows={byFault}
          rowKey={(row) => row.fault}
          empty={<EmptyState what="这一年没有被纠正的答复。" />}
        />
      </Section>
    </>
  );
}

const UNIT_COLUMNS: readonly DataColumn<UnitLine>[] = [
  { key: 'unit', title: '单位', card: 'title', width: 160, render: (row) => row.unit.shortName },
  { key: 'corrections', title: '行政复议纠错率', render: (row) => <PairText pair={row.corrections} /> },
  { key: 'losses', title: '行政诉讼败诉率', render: (row) => <PairText pair={row.losses} /> },
];
const FAULT_COLUMNS: readonly DataColumn<FaultLine>[] = [
  { key: 'fault', title: '原因', card: 'title', render: (row) => FAULT_LABELS[row.fault] },
  { key: 'count', title: '件数', width: 140, render: (row) => <Behind ids={row.ids} label={`${row.count} 件`} /> },
  { key: 'before', title: '上年', width: 120, render: (row) => `${row.before} 件` },
];

function PairText({ pair }: { readonly pair: Pair }) {
  const { year, before, isNotHigher } = pair;
  return (
    <>
      {year.correctedIds.length > 0 ? <Behind ids={year.correctedIds} label={rateText(year)} /> : rateText(year)}
      {year.rate === null ? null : (
        <>
          {' '}
          <ToneTag tone={isNotHigher === false ? 'red' : isNotHigher ? 'green' : 'grey'}>{trendText(pair)}</ToneTag>
          {before.rate === null ? null : <span className="mc-muted mc-small"> 上年 {rateText(before)}</span>}
        </>
      )}
    </>
  );
}

function Behind({ ids, label }: { readonly ids: readonly string[]; readonly label: string }) {
  return <Link to={`?${new URLSearchParams({ ids: ids.join(',') })}`}>{label}</Link>;
}
