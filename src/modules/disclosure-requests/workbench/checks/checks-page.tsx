import { Link } from 'react-router';
import { useApi } from '../../../../workbench/api/use-api.ts';
import { type DataColumn, DataTable } from '../../../../workbench/components/data-table.tsx';
import { todayInShanghai } from '../../../../workbench/components/day.ts';
import { DayInput } from '../../../../workbench/components/day-input.tsx';
import { EmptyState } from '../../../../workbench/components/empty-state.tsx';
import { Loaded } from '../../../../workbench/components/loaded.tsx';
import { PageHeader } from '../../../../workbench/components/page-header.tsx';
import { Section } from '../../../../workbench/components/section.tsx';
import { useFilters } from '../../../../workbench/components/use-filters.ts';
import { REQUEST_CHECKS, type RequestCheck, type UnitChecks } from '../../checks/checks.contract.ts';

interface Range {
  readonly from: string;
  readonly to: string;
}

type Counts = Readonly<Record<RequestCheck, number>>;

/** What is asked of all requests, as shares: part of, whole, and what is wrong with the rest. */
const SHARES: readonly { readonly name: string; readonly part: RequestCheck; readonly of: RequestCheck }[] = [
  { name: '按期答复', part: 'onTime', of: 'answered' },
  { name: '归档案卷节点齐全', part: 'nodesWhole', of: 'filed' },
  { name: '未提供信息的写明理由', part: 'withReasons', of: 'notSupplied' },
  { name: '提供的信息已研判转化', part: 'examined', of: 'supplied' },
  { name: '与申请人有沟通记录', part: 'withContact', of: 'received' },
];

/** How well requests are handled; every figure opens the requests behind it (FOI-C1 to FOI-C5). */
export function ChecksPage() {
  const { values, set } = useFilters();
  const today = todayInShanghai();
  const range = { from: values.from ?? `${today.slice(0, 4)}-01-01`, to: values.to ?? today };
  const checks = useApi<readonly UnitChecks[]>('/api/disclosure-requests/checks', { ...range });
  return (
    <div className="mc-page">
      <PageHeader title="依申请公开办理质量" lead="在这些日子收到的申请。每个数字都能点开看背后的申请。" />
      <div className="mc-toolbar">
        <DayInput
          label="收到自"
          value={range.from}
          max={range.to}
          onChange={(day) => set({ from: day ?? undefined })}
        />
        <DayInput label="收到至" value={range.to} min={range.from} onChange={(day) => set({ to: day ?? undefined })} />
      </div>
      <Loaded query={checks}>{(rows) => <Checks rows={rows} range={range} />}</Loaded>
    </div>
  );
}

function Checks({ rows, range }: { readonly rows: readonly UnitChecks[]; readonly range: Range }) {
  if (rows.length === 0)
    return <EmptyState what="这些日子没有收到申请。" next="请换一段日期；没有确认收到的申请不计在内。" />;
  const whole = sumOf(rows);
  return (
    <>
      <ul className="mc-figures">
        <Figure name="收到" shown={String(whole.received)} to={listOf(range, 'received')} />
        {SHARES.map(({ name, part, of }) => (
          <Figure
            key={part}
            name={`${name}（${whole[part]}/${whole[of]}）`}
            shown={shareText(whole[part], whole[of])}
            to={listOf(range, part)}
          />
        ))}
        <Figure
          name="逾期未答复"
          shown={String(whole.lateOpen)}
          to={listOf(range, 'lateOpen')}
          isBad={whole.lateOpen > 0}
        />
      </ul>
      <Section title="各单位">
        <DataTable<UnitChecks>
          label="各单位依申请公开办理质量"
          columns={columnsOf(range)}
          rows={rows}
          rowKey={(row) => row.unit.id}
          empty={<EmptyState what="没有申请。" />}
        />
      </Section>
    </>
  );
}

function Figure(props: {
  readonly name: string;
  readonly shown: string;
  readonly to: string;
  readonly isBad?: boolean;
}) {
  return (
    <li>
      <Link className={`mc-figure ${props.isBad ? 'mc-figure-red' : ''}`} to={props.to}>
        <span className="mc-figure-value">{props.shown}</span>
        <span className="mc-figure-name">{props.name}</span>
      </Link>
    </li>
  );
}

/** What is wrong stands beside what is right, so that it can be opened and put right. */
const COLUMNS: readonly { readonly check: RequestCheck; readonly title: string; readonly width: number }[] = [
  { check: 'received', title: '收到', width: 64 },
  { check: 'answered', title: '已答复', width: 76 },
  { check: 'late', title: '逾期答复', width: 90 },
  { check: 'lateOpen', title: '逾期未答复', width: 104 },
  { check: 'withoutReasons', title: '缺理由', width: 76 },
  { check: 'unexamined', title: '待研判', width: 76 },
  { check: 'converted', title: '转主动公开', width: 104 },
  { check: 'nodesMissing', title: '案卷不全', width: 90 },
  { check: 'withContact', title: '有沟通', width: 76 },
  { check: 'withAdvice', title: '有法律意见', width: 104 },
];

function columnsOf(range: Range): readonly DataColumn<UnitChecks>[] {
  return [
    { key: 'unit', title: '单位', card: 'title', width: 150, render: (row) => row.unit.shortName },
    ...COLUMNS.map(({ check, title, width }) => ({
      key: check,
      title,
      width,
      render: (row: UnitChecks) =>
        row[check] === 0 ? (
          <span className="mc-muted">0</span>
        ) : (
          <Link to={listOf(range, check, row.unit.id)}>{row[check]}</Link>
        ),
    })),
  ];
}

function listOf({ from, to }: Range, check: RequestCheck, unitId?: string): string {
  const query = { receivedFrom: from, receivedTo: to, check, ...(unitId ? { unitId } : {}) };
  return `/disclosure-requests?${new URLSearchParams(query)}`;
}

function sumOf(rows: readonly UnitChecks[]): Counts {
  const sums = REQUEST_CHECKS.map((check) => [check, rows.reduce((sum, row) => sum + row[check], 0)]);
  return Object.fromEntries(sums);
}

function shareText(part: number, of: number): string {
  return of === 0 ? '—' : `${Math.round((part / of) * 1000) / 10}%`;
}
