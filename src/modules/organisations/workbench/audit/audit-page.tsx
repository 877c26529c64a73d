import { useApi } from '../../../../workbench/api/use-api.ts';
import { type DataColumn, DataTable } from '../../../../workbench/components/data-table.tsx';
import { instantText } from '../../../../workbench/components/day.ts';
import { DayInput } from '../../../../workbench/components/day-input.tsx';
import { EmptyState } from '../../../../workbench/components/empty-state.tsx';
import { FilterSelect } from '../../../../workbench/components/list-filters.tsx';
import { PageHeader } from '../../../../workbench/components/page-header.tsx';
import { pageSizeHere } from '../../../../workbench/components/page-size.ts';
import { ToneTag } from '../../../../workbench/components/tone-tag.tsx';
import { useFilters } from '../../../../workbench/components/use-filters.ts';
import type { AuditEntryView } from '../../audit.contract.ts';
import { PersonSelect } from '../words/person-select.tsx';
import { useUnitNames } from '../words/use-units.ts';
import { AUDIT_KINDS, actionWord, kindWord } from './audit-words.ts';

type Row = Omit<AuditEntryView, 'at'> & { at: string };

const OUTCOMES = [
  { value: 'done', label: '成功' },
  { value: 'refused', label: '被拒绝' },
];

/** The append-only record, newest first. */
export function AuditPage() {
  const filters = useFilters();
  const unitName = useUnitNames();
  const { kind, outcome, actorId, from, to, page } = filters.values;
  const entries = useApi<{ items: Row[]; total: number; page: number; pageSize: number }>('/api/audit', {
    kind,
    outcome,
    actorId,
    from,
    to,
    page,
    pageSize: pageSizeHere(),
  });
  if (entries.error) throw entries.error;
  return (
    <div className="mc-page">
      <PageHeader title="审计日志" lead="每条记录都与前一条相连，改动或删除任何一条都会被查出；不记录个人信息内容。" />
      <div className="mc-toolbar">
        <FilterSelect filters={filters} name="kind" label="对象" options={AUDIT_KINDS} />
        <FilterSelect filters={filters} name="outcome" label="结果" options={OUTCOMES} />
        <div className="mc-grow">
          <PersonSelect
            label="操作人"
            value={actorId ?? null}
            onChange={(id) => filters.set({ actorId: id ?? undefined })}
          />
        </div>
        <span>自</span>
        <DayInput label="开始日期" value={from ?? null} onChange={(day) => filters.set({ from: day ?? undefined })} />
        <span>至</span>
        <DayInput label="结束日期" value={to ?? null} onChange={(day) => filters.set({ to: day ?? undefined })} />
      </div>
      <DataTable<Row>
        label="审计日志"
        columns={columnsFor(unitName)}
        rows={entries.data?.items}
        rowKey={(row) => String(row.seq)}
        loading={entries.isFetching && entries.isPlaceholderData}
        empty={<EmptyState what="没有符合条件的记录。" next="可放宽日期或清除筛选条件。" />}
        {...(entries.data ? { page: entries.data } : {})}
        onPage={(next) => filters.set({ page: String(next) })}
      />
    </div>
  );
}

function columnsFor(unitName: (id: string | null) => string): readonly DataColumn<Row>[] {
  return [
    { key: 'seq', title: '序号', width: 90, render: (row) => <span className="mc-number">{row.seq}</span> },
    { key: 'at', title: '时间', width: 150, render: (row) => instantText(row.at) },
    {
      key: 'what',
      title: '事项',
      card: 'title',
      render: (row) => (
        <>
          {kindWord(row.kind)} · {actionWord(row.action)}{' '}
          {row.outcome === 'refused' ? <ToneTag tone="red">被拒绝</ToneTag> : null}
          <div className="mc-muted mc-small">{unitName(row.unitId)}</div>
        </>
      ),
    },
    {
      key: 'actor',
      title: '操作人',
      width: 130,
      render: (row) => row.actorName ?? (row.actorType === 'system' ? '系统' : '访客'),
    },
    {
      key: 'detail',
      title: '记录',
      render: (row) => (
        <details className="mc-small">
          <summary>供技术人员核对的原始记录</summary>
          <dl className="mc-audit-detail">
            <dt>事项代号</dt>
            <dd>
              {row.kind} · {row.action}
            </dd>
            <dt>对象代号</dt>
            <dd>{row.subjectId}</dd>
            <dt>记录内容</dt>
            <dd>{JSON.stringify(row.detail)}</dd>
            <dt>防篡改校验值</dt>
            <dd>{row.hash}</dd>
          </dl>
        </details>
      ),
    },
  ];
}
