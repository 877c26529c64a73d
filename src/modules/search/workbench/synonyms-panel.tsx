import { Button, Popconfirm, Tag } from 'antd';
import { call } from '../../../workbench/api/client.ts';
import { usePermissions } from '../../../workbench/api/session.ts';
import { useAction, useApi } from '../../../workbench/api/use-api.ts';
import type { DataColumn } from '../../../workbench/components/data-table.tsx';
import { EmptyState } from '../../../workbench/components/empty-state.tsx';
import { KeptList } from '../../../workbench/components/kept-list.tsx';
import type { Synonyms } from '../office/office-words.contract.ts';
import { SynonymsDialog } from './synonyms-dialog.tsx';

const COLUMNS: readonly DataColumn<Synonyms>[] = [
  {
    key: 'words',
    title: '意思相同的词',
    card: 'title',
    render: (row) => row.words.map((word) => <Tag key={word}>{word}</Tag>),
  },
];

export function SynonymsPanel() {
  const synonyms = useApi<{ items: readonly Synonyms[] }>('/api/search/synonyms');
  const mayEdit = usePermissions().could('edit', 'searchWord');
  const remove = useAction((id: string) => call('DELETE', `/api/search/synonyms/${id}`), {
    refreshes: ['/api/search/synonyms'],
    done: '已删除这组同义词。',
  });
  if (synonyms.error) throw synonyms.error;
  return (
    <KeptList<Synonyms>
      label="同义词"
      addText="增加一组同义词"
      mayEdit={mayEdit}
      columns={COLUMNS}
      rows={synonyms.data?.items}
      rowKey={(row) => row.id}
      empty={<EmptyState what="还没有同义词。例如把“公租房”和“公共租赁住房”设为一组，检索其中一个也能找到另一个。" />}
      actsWidth={160}
      acts={(row, open) => (
        <span className="mc-row-links">
          <Button size="small" onClick={open}>
            修改
          </Button>
          <Popconfirm title="删除这组同义词？" okText="删除" cancelText="取消" onConfirm={() => remove.mutate(row.id)}>
            <Button size="small">删除</Button>
          </Popconfirm>
        </span>
      )}
      dialog={(row, close) => <SynonymsDialog {...(row ? { row } : {})} onClose={close} />}
    />
  );
}
