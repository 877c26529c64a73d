import { useMemo, useState } from 'react';
import { Link } from 'react-router';
import { Chart } from '../../../workbench/charts/chart.tsx';
import { type DataColumn, DataTable } from '../../../workbench/components/data-table.tsx';
import { todayInShanghai } from '../../../workbench/components/day.ts';
import { EmptyState } from '../../../workbench/components/empty-state.tsx';
import { pageSizeHere } from '../../../workbench/components/page-size.ts';
import { Section } from '../../../workbench/components/section.tsx';
import { CHECK_CODES, CHECKS, type CheckCode } from '../figures/check-words.ts';
import type { FiguresView, UnitFigures } from '../figures/figures.contract.ts';
import { diversifiedOption, shareOf } from './diversified-chart.ts';
import { type AskedFigure, FigureRecords } from './figure-records.tsx';

const SHORT: Readonly<Record<CheckCode, string>> = {
  together: '同步发布',
  interpreted: '已有解读',
  diversified: '多样化',
  draftStage: '征求意见阶段',
  linked: '双向链接',
  followedUp: '已再解读',
  rated: '开放评价',
};

export function FiguresPanel({ data }: { readonly data: FiguresView }) {
  const [asked, setAsked] = useState<AskedFigure>();
  const [page, setPage] = useState(1);
  const pageSize = pageSizeHere(20);
  const ordered = useMemo(() => data.units.toSorted((a, b) => recordsOf(b) - recordsOf(a)), [data.units]);
  const target = data.thresholds.diversifiedPercent ?? 0;
  const shown = useMemo(() => data.units.filter((one) => one.figures.diversified.total > 0), [data.units]);
  const option = useMemo(() => diversifiedOption(shown, target), [shown, target]);
  return (
    <>
      <Section title={`${data.year} 年全区`}>
        <ul className="mc-metrics">
          {CHECK_CODES.map((check) => (
            <li key={check}>
              <div>{CHECKS[check].name}</div>
              <FigureButton check={check} of={data.all} onOpen={() => setAsked({ check })} />
              <div className="mc-muted mc-small">{CHECKS[check].of}</div>
            </li>
          ))}
          <li>
            <div>读者评价</div>
            <strong>{data.all.mean === null ? '还没有' : `${data.all.mean.toFixed(2)} 分`}</strong>
            <div className="mc-muted mc-small">{data.all.ratings} 人评价</div>
          </li>
          <li>
            <div>传播转载</div>
            <Link to={`/interpretation-registers?view=reprint&year=${data.year}`}>{data.all.reprints} 次</Link>
            <div className="mc-muted mc-small">阅读播放 {data.all.reach.toLocaleString('zh-CN')} 次</div>
          </li>
        </ul>
      </Section>
      {shown.length > 0 ? (
        <Section title="各单位多样化解读占比" extra={`要求不低于 ${target}%`}>
          <Chart
            label={`各单位多样化解读占比，要求不低于 ${target}%`}
            option={option}
            height={80 + shown.length * 28}
          />
        </Section>
      ) : null}
      <Section title="各单位" extra="有解读、文件或咨询的单位在前">
        <DataTable<UnitFigures>
          label="各单位解读指标"
          columns={columns(data, setAsked)}
          rows={ordered.slice((page - 1) * pageSize, page * pageSize)}
          rowKey={(row) => row.unit.id}
          page={{ page, pageSize, total: ordered.length }}
          onPage={setPage}
          empty={<EmptyState what="还没有单位。" />}
        />
      </Section>
      {asked ? <FigureRecords year={data.year} asked={asked} onClose={() => setAsked(undefined)} /> : null}
    </>
  );
}

/** How many records stand behind a unit's figures. */
function recordsOf({ figures, reprints }: UnitFigures): number {
  return CHECK_CODES.reduce((sum, check) => sum + figures[check].total, reprints);
}

function columns(data: FiguresView, open: (asked: AskedFigure) => void): readonly DataColumn<UnitFigures>[] {
  return [
    { key: 'unit', title: '单位', card: 'title', width: 150, render: (row) => row.unit.shortName },
    ...CHECK_CODES.map(
      (check): DataColumn<UnitFigures> => ({
        key: check,
        title: SHORT[check],
        width: 92,
        render: (row) => (
          <FigureButton check={check} of={row} onOpen={() => open({ check, unit: row.unit })} data={data} />
        ),
      }),
    ),
    { key: 'mean', title: '均分', width: 62, render: (row) => row.mean?.toFixed(2) ?? '—' },
    {
      key: 'reprints',
      title: '转载',
      width: 66,
      render: (row) =>
        row.reprints === 0 ? (
          '—'
        ) : (
          <Link to={`/interpretation-registers?view=reprint&year=${data.year}&unitId=${row.unit.id}`}>
            {row.reprints} 次
          </Link>
        ),
    },
  ];
}

/** The figure in words and numbers, which opens its records; falling short is said beside the number. */
function FigureButton(props: {
  readonly check: CheckCode;
  readonly of: Pick<UnitFigures, 'figures'>;
  readonly onOpen: () => void;
  readonly data?: FiguresView;
}) {
  const { check, data } = props;
  const figure = props.of.figures[check];
  const isShort = data ? fallsShort(check, figure, data) : false;
  if (figure.total === 0) return <span className={isShort ? 'mc-red' : 'mc-muted'}>{isShort ? '0 件' : '—'}</span>;
  const text = check === 'draftStage' ? `${figure.met} 件` : `${shareOf(figure)}%`;
  return (
    <button
      type="button"
      className="mc-link-button"
      onClick={props.onOpen}
      aria-label={`${CHECKS[check].name} ${text} ${figure.met}/${figure.total}，查看记录`}
    >
      <span className={isShort ? 'mc-red' : ''}>{text}</span>{' '}
      <span className="mc-muted mc-small">
        {figure.met}/{figure.total}
      </span>
    </button>
  );
}

/** Nobody is late before the month has ended. */
function isDraftStageOver(data: FiguresView): boolean {
  const month = String(data.thresholds.draftStageMonth ?? 12).padStart(2, '0');
  return todayInShanghai().slice(0, 7) > `${data.year}-${month}`;
}

function fallsShort(check: CheckCode, figure: { met: number; total: number }, data: FiguresView): boolean {
  if (check === 'draftStage') return isDraftStageOver(data) && figure.met < (data.thresholds.draftStageCount ?? 0);
  if (figure.total === 0) return false;
  return check === 'diversified'
    ? shareOf(figure) < (data.thresholds.diversifiedPercent ?? 0)
    : figure.met < figure.total;
}
