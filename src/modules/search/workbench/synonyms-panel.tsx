import { Button, Popconfirm, Tag } from 'antd';
import { useState } from 'react';
import { call } from '../../../workbench/api/client.ts';
import { usePermissions } from '../../../workbench/api/session.ts';
import { useAction, useApi } from '../../../workbench/api/use-api.ts';
import { type DataColumn, DataTable } from '../../../workbench/components/data-table.tsx';
import { EmptyState } from '../../../workbench/components/empty-state.tsx';
import type { Synonyms } from '../office/office-words.contract.ts';
import { SynonymsDialog } from './synonyms-dialog.tsx';

export function SynonymsPanel() {
  const mayEdit = usePermissions().could('edit', 'searchWord');
  const [open, setOpen] = useState<Synonyms | 'new'>();
  const synonyms = useApi<{ items: readonly Synonyms[] }>('/api/search/synonyms');
  const remove = useAction((id: string) => call('DELETE', `/api/search/synonyms/${id}`), {
    refreshes: ['/api/search/synonyms'],
    done: '已删除这组同义词。',
  });
  if (synonyms.error) throw synonyms.error;
  const columns: readonly DataColumn<Synonyms>[] = [
    {
      key: 'words',
      title: '意思相同的词',
      card: 'title',
      render: (row) => row.words.map((word) => <Tag key={word}>{word}</Tag>),
    },
    {
      key: 'act',
      title: '操作',
      width: 160,
      render: (row) =>
        mayEdit ? (
          <span className="mc-row-links">
            <Button size="small" onClick={() => setOpen(row)}>
              修改
            </Button>
            <Popconfirm
              title="删除这组同义词？"
              okText="删除"
              cancelText="取消"
              onConfirm={() => remove.mutate(row.id)}
            >
              <Button size="small">删除</Button>
            </Popconfirm>
          </span>
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
            增加一组同义词
          </Button>
        </p>
      ) : null}
      <DataTable<Synonyms>
        label="同义词"
        columns={columns}
        rows={synonyms.data?.items}
        rowKey={(row) => row.id}
        empty={<EmptyState what="还没有同义词。例如把“公租房”和“公共租赁住房”设为一组，检索其中一个也能找到另一个。" />}
      />
      {open ? <SynonymsDialog {...(open === 'new' ? {} : { row: open })} onClose={() => setOpen(undefined)} /> : null}
    </>
  );
}
