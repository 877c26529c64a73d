import { Button } from 'antd';
import { usePermissions } from '../../../workbench/api/session.ts';
import { useApi } from '../../../workbench/api/use-api.ts';
import type { DataColumn } from '../../../workbench/components/data-table.tsx';
import { EmptyState } from '../../../workbench/components/empty-state.tsx';
import { KeptList } from '../../../workbench/components/kept-list.tsx';
import type { Audience } from '../audiences/audiences.contract.ts';
import { AudienceDialog } from './audience-dialog.tsx';

const COLUMNS: readonly DataColumn<Audience>[] = [
  {
    key: 'name',
    title: '适用对象',
    card: 'title',
    render: ({ name, above }) => <span style={{ paddingInlineStart: `${above.length * 1.5}em` }}>{name}</span>,
  },
  { key: 'parent', title: '上级', render: ({ parent }) => parent ?? '无' },
  { key: 'documents', title: '文件（含下级）', width: 130, render: ({ documents }) => documents },
];

/** Which audience is a kind of which: readers who choose the wider one find what its kinds may have (TOP-3). */
export function AudiencesPanel() {
  const audiences = useApi<{ items: readonly Audience[] }>('/api/library/audiences');
  const mayEdit = usePermissions().could('edit', 'topic');
  if (audiences.error) throw audiences.error;
  const all = audiences.data?.items ?? [];
  return (
    <KeptList<Audience>
      label="适用对象"
      lead="公众按上级筛选文件时，下级的文件一并列出，例如按“企业”筛选时含“个体工商户”的文件。"
      addText="增加适用对象"
      mayEdit={mayEdit}
      columns={COLUMNS}
      rows={audiences.data?.items}
      rowKey={({ name }) => name}
      empty={<EmptyState what="还没有适用对象。" />}
      actsWidth={110}
      acts={({ name }, open) => (
        <Button size="small" aria-label={`设置上级：${name}`} onClick={open}>
          设置上级
        </Button>
      )}
      dialog={(row, close) => <AudienceDialog {...(row ? { audience: row } : {})} all={all} onClose={close} />}
    />
  );
}
