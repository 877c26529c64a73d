import { Button, Tag as Label } from 'antd';
import { usePermissions } from '../../../workbench/api/session.ts';
import { useApi } from '../../../workbench/api/use-api.ts';
import type { DataColumn } from '../../../workbench/components/data-table.tsx';
import { EmptyState } from '../../../workbench/components/empty-state.tsx';
import { KeptList } from '../../../workbench/components/kept-list.tsx';
import type { Tag } from '../topics/topics.contract.ts';
import { TagDialog } from './tag-dialog.tsx';

const COLUMNS: readonly DataColumn<Tag>[] = [
  {
    key: 'name',
    title: '标签',
    card: 'title',
    render: (row) => (
      <>
        {row.name} {row.retiredOn ? <Label>已停用{row.replacedBy ? `，改用“${row.replacedBy}”` : ''}</Label> : null}
      </>
    ),
  },
  { key: 'family', title: '类别', render: (row) => row.family },
  { key: 'audiences', title: '对应的适用对象', render: (row) => row.audiences.join('、') || '未对应' },
  { key: 'since', title: '启用', width: 120, render: (row) => row.since },
  { key: 'documents', title: '文件', width: 80, render: (row) => row.documents },
];

export function TagsPanel() {
  const tags = useApi<{ items: readonly Tag[] }>('/api/library/tags');
  const mayEdit = usePermissions().could('edit', 'topic');
  if (tags.error) throw tags.error;
  return (
    <KeptList<Tag>
      label="标签"
      addText="增加标签"
      mayEdit={mayEdit}
      columns={COLUMNS}
      rows={tags.data?.items}
      rowKey={(row) => row.id}
      empty={<EmptyState what="还没有标签。标签应当从办事人的角度命名，例如“加装电梯”“幼升小”。" />}
      acts={(_row, open) => (
        <Button size="small" onClick={open}>
          修改
        </Button>
      )}
      dialog={(tag, close) => <TagDialog {...(tag ? { tag } : {})} onClose={close} />}
    />
  );
}
