import { Button } from 'antd';
import { usePermissions } from '../../../workbench/api/session.ts';
import { useApi } from '../../../workbench/api/use-api.ts';
import type { DataColumn } from '../../../workbench/components/data-table.tsx';
import { EmptyState } from '../../../workbench/components/empty-state.tsx';
import { KeptList } from '../../../workbench/components/kept-list.tsx';
import { inTreeOrder } from '../audiences/audience-tree.ts';
import type { Audience } from '../audiences/audiences.contract.ts';
import { AudienceDialog } from './audience-dialog.tsx';

type Row = { readonly item: Audience; readonly depth: number };

const COLUMNS: readonly DataColumn<Row>[] = [
  {
    key: 'name',
    title: '适用对象',
    card: 'title',
    render: ({ item, depth }) => <span style={{ paddingInlineStart: `${depth * 1.5}em` }}>{item.name}</span>,
  },
  { key: 'parent', title: '上级', render: ({ item }) => item.parent ?? '无' },
  { key: 'documents', title: '文件（含下级）', width: 130, render: ({ item }) => item.documents },
];

/** Which audience is a kind of which: readers who choose the wider one find what its kinds may have (TOP-3). */
export function AudiencesPanel() {
  const audiences = useApi<{ items: readonly Audience[] }>('/api/library/audiences');
  const mayEdit = usePermissions().could('edit', 'topic');
  if (audiences.error) throw audiences.error;
  const all = audiences.data?.items ?? [];
  return (
    <KeptList<Row>
      label="适用对象"
      lead="公众按上级筛选文件时，下级的文件一并列出，例如按“企业”筛选时含“个体工商户”的文件。"
      addText="增加适用对象"
      mayEdit={mayEdit}
      columns={COLUMNS}
      rows={audiences.data ? inTreeOrder(all) : undefined}
      rowKey={({ item }) => item.name}
      empty={<EmptyState what="还没有适用对象。" />}
      actsWidth={110}
      acts={({ item }, open) => (
        <Button size="small" aria-label={`设置上级：${item.name}`} onClick={open}>
          设置上级
        </Button>
      )}
      dialog={(row, close) => <AudienceDialog {...(row ? { audience: row.item } : {})} all={all} onClose={close} />}
    />
  );
}
