import { Button, Tag as Label } from 'antd';
import { useState } from 'react';
import { usePermissions } from '../../../workbench/api/session.ts';
import { useApi } from '../../../workbench/api/use-api.ts';
import { type DataColumn, DataTable } from '../../../workbench/components/data-table.tsx';
import { EmptyState } from '../../../workbench/components/empty-state.tsx';
import type { Tag } from '../topics/topics.contract.ts';
import { TagDialog } from './tag-dialog.tsx';

export function TagsPanel() {
  const mayEdit = usePermissions().could('edit', 'topic');
  const [open, setOpen] = useState<Tag | 'new'>();
  const tags = useApi<{ items: readonly Tag[] }>('/api/library/tags');
  if (tags.error) throw tags.error;
  const columns: readonly DataColumn<Tag>[] = [
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
    {
      key: 'act',
      title: '操作',
      width: 90,
      render: (row) =>
        mayEdit ? (
          <Button size="small" onClick={() => setOpen(row)}>
            修改
          </Button>
        ) : (
          <span className="mc-muted">只读</span>
        ),
    },
  ];
  return (
    <>
      {mayEdit ? (
        <p>
          <Button type="primary" onClick={() => setOpen('new')}>
            增加标签
          </Button>
        </p>
      ) : null}
      <DataTable<Tag>
        label="标签"
        columns={columns}
        rows={tags.data?.items}
        rowKey={(row) => row.id}
        empty={<EmptyState what="还没有标签。标签应当从办事人的角度命名，例如“加装电梯”“幼升小”。" />}
      />
      {open ? <TagDialog {...(open === 'new' ? {} : { tag: open })} onClose={() => setOpen(undefined)} /> : null}
    </>
  );
}
