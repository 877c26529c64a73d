import { Button, Popconfirm } from 'antd';
import { call } from '../../../workbench/api/client.ts';
import { usePermissions } from '../../../workbench/api/session.ts';
import { useAction, useApi } from '../../../workbench/api/use-api.ts';
import type { DataColumn } from '../../../workbench/components/data-table.tsx';
import { EmptyState } from '../../../workbench/components/empty-state.tsx';
import { KeptList } from '../../../workbench/components/kept-list.tsx';
import type { BestAnswer } from '../office/office-words.contract.ts';
import { BestAnswerDialog } from './best-answer-dialog.tsx';

const COLUMNS: readonly DataColumn<BestAnswer>[] = [
  { key: 'query', title: '检索词', card: 'title', width: 200, render: (row) => row.query },
  {
    key: 'title',
    title: '推荐的信息',
    render: (row) =>
      row.title === null ? (
        <span className="mc-muted">编号 {row.number} 已不再公开，请删除或另行指定</span>
      ) : (
        <a href={`/documents/${row.number}`}>{row.title}</a>
      ),
  },
  { key: 'note', title: '说明', render: (row) => row.note ?? '' },
];

export function BestAnswersPanel() {
  const answers = useApi<{ items: readonly BestAnswer[] }>('/api/search/best-answers');
  const mayEdit = usePermissions().could('edit', 'searchWord');
  const remove = useAction((id: string) => call('DELETE', `/api/search/best-answers/${id}`), {
    refreshes: ['/api/search/best-answers'],
    done: '已删除。',
  });
  if (answers.error) throw answers.error;
  return (
    <KeptList<BestAnswer>
      label="推荐结果"
      addText="增加推荐结果"
      mayEdit={mayEdit}
      columns={COLUMNS}
      rows={answers.data?.items}
      rowKey={(row) => row.id}
      empty={<EmptyState what="还没有推荐结果。为常问的词指定一条信息，它会排在检索结果的最前面。" />}
      acts={(row) => (
        <Popconfirm title="删除这条推荐结果？" okText="删除" cancelText="取消" onConfirm={() => remove.mutate(row.id)}>
          <Button size="small">删除</Button>
        </Popconfirm>
      )}
      dialog={(_row, close) => <BestAnswerDialog onClose={close} />}
    />
  );
}
