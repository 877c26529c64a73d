import { Select } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { useApi } from '../../../../workbench/api/use-api.ts';
import { type DataColumn, DataTable } from '../../../../workbench/components/data-table.tsx';
import { instantText } from '../../../../workbench/components/day.ts';
import { EmptyState } from '../../../../workbench/components/empty-state.tsx';
import { FoldedList } from '../../../../workbench/components/folded-list.tsx';
import { type Tone, ToneTag } from '../../../../workbench/components/tone-tag.tsx';
import type { IntakeEntry } from '../../intake/intake.contract.ts';

const PAGE_SIZE = 20;
const OUTCOMES: Readonly<Record<IntakeEntry['outcome'], { readonly text: string; readonly tone: Tone }>> = {
  registered: { text: '已登记', tone: 'green' },
  renewed: { text: '已更新', tone: 'blue' },
  refused: { text: '未收下', tone: 'red' },
};

export function LogPanel() {
  const [page, setPage] = useState(1);
  const [outcome, setOutcome] = useState<IntakeEntry['outcome']>();
  const log = useApi<{ items: readonly IntakeEntry[]; total: number }>('/api/exchange/intake/deliveries', {
    page,
    pageSize: PAGE_SIZE,
    outcome,
  });
  if (log.error) throw log.error;
  return (
    <>
      <p>
        <Select
          aria-label="按结果筛选"
          placeholder="全部结果"
          allowClear
          className="mc-intake-filter"
          value={outcome ?? null}
          onChange={(value) => {
            setOutcome(value ?? undefined);
            setPage(1);
          }}
          options={Object.entries(OUTCOMES).map(([value, { text }]) => ({ value, label: text }))}
        />
      </p>
      <DataTable<IntakeEntry>
        label="来文记录"
        columns={COLUMNS}
        rows={log.data?.items}
        rowKey={(row) => row.id}
        loading={log.isFetching}
        page={{ page, pageSize: PAGE_SIZE, total: log.data?.total ?? 0 }}
        onPage={setPage}
        empty={
          <EmptyState
            what={outcome ? '没有这种结果的来文。' : '还没有来文。'}
            next="办公系统凭密钥报送，或把文件放入接入文件夹后，会列在这里。"
          />
        }
      />
    </>
  );
}

const COLUMNS: readonly DataColumn<IntakeEntry>[] = [
  {
    key: 'title',
    title: '公文',
    card: 'title',
    render: (row) => (
      <>
        {row.publicationId ? (
          <Link to={`/publications/${row.publicationId}`}>{row.title || '（无标题）'}</Link>
        ) : (
          (row.title ?? '（未留存标题）')
        )}
        <div className="mc-muted">
          {[
            row.externalId && `编号 ${row.externalId}`,
            row.signer && `签发人 ${row.signer}`,
            row.proposal && `建议${row.proposal}`,
          ]
            .filter(Boolean)
            .join('；')}
        </div>
      </>
    ),
  },
  { key: 'unit', title: '单位', width: 110, render: (row) => row.unit?.shortName ?? '未写明' },
  {
    key: 'source',
    title: '来自',
    width: 140,
    render: (row) => row.source.name,
  },
  { key: 'at', title: '时间', width: 112, render: (row) => instantText(row.at) },
  {
    key: 'outcome',
    title: '结果',
    width: 110,
    render: (row) => (
      <>
        <ToneTag tone={OUTCOMES[row.outcome].tone}>{OUTCOMES[row.outcome].text}</ToneTag>
        {row.stateText ? <div className="mc-muted">现为{row.stateText}</div> : null}
      </>
    ),
  },
  {
    key: 'notes',
    title: '原因或提示',
    width: 290,
    render: (row) =>
      row.notes.length === 0 ? (
        <span className="mc-muted">无</span>
      ) : (
        <FoldedList items={row.notes} shown={2} noun="条">
          {(notes) => (
            <ul className="mc-intake-notes" aria-label={row.outcome === 'refused' ? '没有收下的原因' : '请核对'}>
              {notes.map((note) => (
                <li key={note}>{note}</li>
              ))}
            </ul>
          )}
        </FoldedList>
      ),
  },
];
