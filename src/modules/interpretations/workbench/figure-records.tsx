import { Drawer } from 'antd';
import { useState } from 'react';
import { useApi } from '../../../workbench/api/use-api.ts';
import { type DataColumn, DataTable } from '../../../workbench/components/data-table.tsx';
import { EmptyState } from '../../../workbench/components/empty-state.tsx';
import { ToneTag } from '../../../workbench/components/tone-tag.tsx';
import { CHECKS, type CheckCode } from '../figures/check-words.ts';
import type { FigureRecord } from '../figures/figures.contract.ts';

export interface AskedFigure {
  readonly check: CheckCode;
  readonly unit?: { readonly id: string; readonly shortName: string };
}

const PAGE_SIZE = 20;

const COLUMNS: readonly DataColumn<FigureRecord>[] = [
  {
    key: 'title',
    title: '文件或解读',
    card: 'title',
    render: (row) => (
      <>
        <a href={`/documents/${row.number}`}>{row.title}</a>
        <div className="mc-muted mc-small">{row.note}</div>
      </>
    ),
  },
  { key: 'unit', title: '单位', width: 130, render: (row) => row.unit.shortName },
  {
    key: 'meets',
    title: '是否达到',
    width: 90,
    render: (row) => <ToneTag tone={row.meets ? 'green' : 'orange'}>{row.meets ? '达到' : '未达到'}</ToneTag>,
  },
];

/** The records behind one figure, those that fall short first. */
export function FigureRecords(props: {
  readonly year: number;
  readonly asked: AskedFigure;
  readonly onClose: () => void;
}) {
  const { year, asked } = props;
  const [page, setPage] = useState(1);
  const records = useApi<{ items: readonly FigureRecord[]; total: number }>('/api/interpretation-figures/records', {
    year,
    check: asked.check,
    unitId: asked.unit?.id,
    page,
    pageSize: PAGE_SIZE,
  });
  if (records.error) throw records.error;
  return (
    <Drawer
      open
      size={720}
      title={`${asked.unit?.shortName ?? '全区'} · ${year} 年${CHECKS[asked.check].name}`}
      onClose={props.onClose}
    >
      <DataTable<FigureRecord>
        label="指标背后的记录"
        columns={COLUMNS}
        rows={records.data?.items}
        rowKey={(row) => `${row.check}-${row.number}`}
        page={{ page, pageSize: PAGE_SIZE, total: records.data?.total ?? 0 }}
        onPage={setPage}
        empty={<EmptyState what="没有记录。" />}
      />
    </Drawer>
  );
}
