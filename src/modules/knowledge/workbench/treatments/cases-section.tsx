import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { call } from '../../../../workbench/api/client.ts';
import { useAction, useApi } from '../../../../workbench/api/use-api.ts';
import { type DataColumn, DataTable } from '../../../../workbench/components/data-table.tsx';
import { dayText } from '../../../../workbench/components/day.ts';
import { EmptyState } from '../../../../workbench/components/empty-state.tsx';
import { Section } from '../../../../workbench/components/section.tsx';
import { ToneTag } from '../../../../workbench/components/tone-tag.tsx';
import { TREATED_WAYS, type TreatedWay } from '../../treatments/treatment-words.ts';
import type { TreatedCase, TreatmentDetail } from '../../treatments/treatments.contract.ts';
import { ReasonDialog } from '../reason-dialog.tsx';
import { GatherDialog } from './gather-dialog.tsx';
import { REFRESHES } from './refreshes.ts';

export interface CasesFilter {
  readonly month?: string;
  readonly kind?: string;
  readonly unitId?: string;
  readonly settled?: 'true' | 'false';
  readonly way?: TreatedWay;
  readonly page?: number;
}
interface CasesPage {
  readonly items: readonly TreatedCase[];
  readonly total: number;
  readonly page: number;
  readonly pageSize: number;
}
const PAGE_SIZE = 20;

/** The cases of the kind, as one of the figures above opens them. */
export function CasesSection(props: {
  readonly detail: TreatmentDetail;
  readonly filter: CasesFilter;
  readonly onFilter: (filter: CasesFilter) => void;
}) {
  const { detail, filter, onFilter } = props;
  const [left, setLeft] = useState<TreatedCase>();
  const [isGathering, setGathering] = useState(false);
  const base = `/api/source-treatments/${detail.id}/cases`;
  const list = useApi<CasesPage>(base, { ...filter, pageSize: PAGE_SIZE });
  const leave = useAction<{ caseId: string; reason: string }>(
    ({ caseId, reason }) => call('POST', `${base}/${caseId}/leave-out`, { reason }),
    { refreshes: REFRESHES, done: '已移出，不会再自动归入。', onDone: () => setLeft(undefined) },
  );
  if (list.error) throw list.error;
  const mayGather = detail.allowed.gather === true;
  return (
    <Section title="同类来件" extra={mayGather ? <Button onClick={() => setGathering(true)}>补充来件</Button> : null}>
      <Groups detail={detail} filter={filter} onFilter={onFilter} />
      <DataTable<TreatedCase>
        label="同类来件"
        columns={columns(mayGather ? setLeft : undefined)}
        rows={list.data?.items}
        rowKey={(row) => `${row.caseId ?? ''} ${row.receivedOn} ${row.unit.id} ${list.data?.items.indexOf(row) ?? 0}`}
        loading={list.isFetching}
        {...(list.data ? { page: list.data } : {})}
        onPage={(page) => onFilter({ ...filter, page })}
        empty={<EmptyState what="没有符合条件的来件。" />}
      />
      {left ? (
        <ReasonDialog
          title="移出这件来件"
          extra="不属于这一类问题的来件不应计入成效。理由记入办理经过。"
          isBusy={leave.isPending}
          onReason={(reason) => left.caseId && leave.mutate({ caseId: left.caseId, reason })}
          onClose={() => setLeft(undefined)}
        />
      ) : null}
      {isGathering ? <GatherDialog id={detail.id} onClose={() => setGathering(false)} /> : null}
    </Section>
  );
}

function Groups({ detail, filter, onFilter }: Parameters<typeof CasesSection>[0]) {
  const { page: _page, ...chosen } = filter;
  const words = [
    filter.month,
    filter.settled === 'true' ? '已答复、办结' : null,
    filter.way ? TREATED_WAYS[filter.way] : null,
    detail.byKind.find(({ kind }) => kind === filter.kind)?.label,
    detail.byUnit.find(({ unit }) => unit.id === filter.unitId)?.unit.shortName,
  ].filter(Boolean);
  return (
    <>
      <p className="mc-small">
        {detail.byKind.map(({ kind, label, cases }) => (
          <Pick key={kind} words={`${label} ${cases} 件`} onClick={() => onFilter({ kind })} />
        ))}
        {detail.byUnit.map(({ unit, cases }) => (
          <Pick key={unit.id} words={`${unit.shortName} ${cases} 件`} onClick={() => onFilter({ unitId: unit.id })} />
        ))}
      </p>
      {Object.keys(chosen).length > 0 ? (
        <p aria-live="polite">
          只看：{words.join('、')}{' '}
          <Button type="link" size="small" onClick={() => onFilter({})}>
            查看全部
          </Button>
        </p>
      ) : null}
    </>
  );
}

function Pick({ words, onClick }: { readonly words: string; readonly onClick: () => void }) {
  return (
    <Button type="link" size="small" onClick={onClick}>
      {words}
    </Button>
  );
}

function columns(onLeave: ((row: TreatedCase) => void) | undefined): readonly DataColumn<TreatedCase>[] {
  const all: readonly DataColumn<TreatedCase>[] = [
    {
      key: 'title',
      title: '来件',
      card: 'title',
      render: (row) => (
        <>
          {row.caseId ? (
            <Link to={`/cases/${row.caseId}`}>{row.title}</Link>
          ) : (
            <span className="mc-muted">其他单位的来件</span>
          )}
          <div className="mc-muted mc-small">
            {row.kindLabel} · {row.unit.shortName} · {TREATED_WAYS[row.way]}
          </div>
        </>
      ),
    },
    { key: 'received', title: '收到', width: 140, render: (row) => dayText(row.receivedOn) },
    {
      key: 'state',
      title: '办理',
      width: 130,
      render: (row) => (
        <ToneTag tone={row.isSettled ? 'green' : 'blue'}>{row.isSettled ? '已答复、办结' : '办理中'}</ToneTag>
      ),
    },
  ];
  if (!onLeave) return all;
  const act: DataColumn<TreatedCase> = {
    key: 'act',
    title: '操作',
    width: 80,
    render: (row) =>
      row.caseId ? (
        <Button size="small" onClick={() => onLeave(row)}>
          移出
        </Button>
      ) : null,
  };
  return [...all, act];
}
