import { Button, InputNumber, Segmented } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { holds, usePermissions, useSession } from '../../../../workbench/api/session.ts';
import { useApi } from '../../../../workbench/api/use-api.ts';
import { type DataColumn, DataTable } from '../../../../workbench/components/data-table.tsx';
import { dayText } from '../../../../workbench/components/day.ts';
import { EmptyState } from '../../../../workbench/components/empty-state.tsx';
import { FilterSearch } from '../../../../workbench/components/list-filters.tsx';
import { PageHeader } from '../../../../workbench/components/page-header.tsx';
import { ToneTag } from '../../../../workbench/components/tone-tag.tsx';
import { type FilterControl, useFilters } from '../../../../workbench/components/use-filters.ts';
import { UnitSelect } from '../../../organisations/workbench/words/unit-select.tsx';
import type { ArchiveEntry } from '../../archiving/archiving.contract.ts';
import { AttributeTag, StateTags } from '../words/state-tags.tsx';
import { TransferDialog } from './transfer-dialog.tsx';

const PAGE_SIZE = 50;
const SHOWN = [
  { value: 'false', label: '未移交' },
  { value: 'true', label: '已移交' },
  { value: 'all', label: '全部' },
] as const;

/** Marks which documents were handed to the national archives, one or many at once (DOC-8). */
export function ArchivingPage() {
  const { values, set } = useFilters();
  const mayArchive = usePermissions().could('archive', 'publication');
  const [ticked, setTicked] = useState<readonly string[]>([]);
  const [chosen, setChosen] = useState<readonly ArchiveEntry[]>();
  const page = Number(values.page ?? 1);
  const shown = values.archived ?? 'false';
  const list = useApi<{ items: readonly ArchiveEntry[]; total: number }>('/api/archive-transfers', {
    page,
    pageSize: PAGE_SIZE,
    archived: shown === 'all' ? undefined : shown,
    unitId: values.unitId,
    upToYear: values.upToYear,
    text: values.text,
  });
  if (list.error) throw list.error;
  const items = list.data?.items ?? [];
  const selected = items.filter((item) => ticked.includes(item.id));
  return (
    <div className="mc-page">
      <PageHeader
        title="移交国家档案馆"
        lead="列出往年形成的公文，登记其中哪些已经移交国家档案馆、何时移交。已移交的不再列入历史公文公开属性转化的范围；没有移交又未认定的，仍要认定公开属性。"
        actions={
          mayArchive ? (
            <Button type="primary" disabled={selected.length === 0} onClick={() => setChosen(selected)}>
              {selected.length > 0 ? `登记所选 ${selected.length} 份` : '先勾选文件'}
            </Button>
          ) : null
        }
      />
      <Filters values={values} set={set} />
      <DataTable<ArchiveEntry>
        label="移交登记"
        columns={columnsFor((entry) => setChosen([entry]))}
        rows={list.data?.items}
        rowKey={(row) => row.id}
        loading={list.isFetching}
        page={{ page, pageSize: PAGE_SIZE, total: list.data?.total ?? 0 }}
        onPage={(to) => set({ page: String(to) })}
        {...(mayArchive
          ? {
              selected: ticked,
              onSelect: setTicked,
              selectable: (row: ArchiveEntry) => row.mayArchive,
              rowLabel: (row: ArchiveEntry) => row.title,
            }
          : {})}
        empty={
          <EmptyState
            what={shown === 'true' ? '没有已移交的文件。' : '没有往年形成的公文。今年形成的公文不在移交之列。'}
          />
        }
      />
      {chosen ? (
        <TransferDialog
          entries={chosen}
          onClose={() => setChosen(undefined)}
          onDone={() => {
            setChosen(undefined);
            setTicked([]);
          }}
        />
      ) : null}
    </div>
  );
}

function Filters({ values, set }: Pick<FilterControl, 'values' | 'set'>) {
  const session = useSession();
  return (
    <div className="mc-toolbar">
      <Segmented
        aria-label="移交情况"
        value={values.archived ?? 'false'}
        options={SHOWN.map(({ value, label }) => ({ value, label }))}
        onChange={(value) => set({ archived: value === 'false' ? undefined : value })}
      />
      <FilterSearch filters={{ values, set }} name="text" label="标题或发文字号" />
      <InputNumber
        aria-label="成文年份不晚于"
        className="mc-archive-year"
        prefix="成文不晚于"
        suffix="年"
        min={1949}
        max={2199}
        precision={0}
        value={values.upToYear ? Number(values.upToYear) : null}
        onChange={(year) => set({ upToYear: year ? String(year) : undefined })}
      />
      {holds(session, 'supervisor', 'auditor') ? (
        <UnitSelect value={values.unitId} onChange={(unitId) => set({ unitId: unitId ?? undefined })} />
      ) : null}
    </div>
  );
}

function columnsFor(onMark: (entry: ArchiveEntry) => void): readonly DataColumn<ArchiveEntry>[] {
  return [
    {
      key: 'title',
      title: '标题',
      card: 'title',
      render: (row) => (
        <>
          <Link to={`/publications/${row.id}`}>{row.title || '（无标题）'}</Link>
          {row.documentNumber ? <div className="mc-muted mc-small">{row.documentNumber}</div> : null}
        </>
      ),
    },
    { key: 'unit', title: '单位', width: 120, render: (row) => row.unit.shortName },
    { key: 'formed', title: '成文日期', width: 130, render: (row) => dayText(row.formedOn) },
    {
      key: 'attribute',
      title: '公开情况',
      width: 130,
      render: (row) => (
        <>
          <AttributeTag publication={row} /> <StateTags publication={row} />
        </>
      ),
    },
    {
      key: 'archived',
      title: '移交',
      width: 165,
      render: (row) =>
        row.archivedOn ? <ToneTag tone="green">{dayText(row.archivedOn)}移交</ToneTag> : <ToneTag>未移交</ToneTag>,
    },
    {
      key: 'act',
      title: '操作',
      width: 90,
      render: (row) =>
        row.mayArchive ? (
          <Button
            size="small"
            onClick={() => onMark(row)}
            aria-label={`${row.archivedOn ? '更正' : '登记'}移交：${row.title}`}
          >
            {row.archivedOn ? '更正' : '登记'}
          </Button>
        ) : (
          <span className="mc-muted">只读</span>
        ),
    },
  ];
}
