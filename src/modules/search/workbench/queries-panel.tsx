import { Button } from 'antd';
import { useState } from 'react';
import { call } from '../../../workbench/api/client.ts';
import { usePermissions } from '../../../workbench/api/session.ts';
import { useAction, useApi } from '../../../workbench/api/use-api.ts';
import { type DataColumn, DataTable } from '../../../workbench/components/data-table.tsx';
import { dayText } from '../../../workbench/components/day.ts';
import { EmptyState } from '../../../workbench/components/empty-state.tsx';
import type { QueryFigure } from '../office/office-words.contract.ts';
import { BestAnswerDialog } from './best-answer-dialog.tsx';
import { SynonymsDialog } from './synonyms-dialog.tsx';

const PAGE_SIZE = 20;

export function QueriesPanel({ found }: { readonly found: 'nothing' | 'something' }) {
  const mayEdit = usePermissions().could('edit', 'searchWord');
  const [page, setPage] = useState(1);
  const [open, setOpen] = useState<{ readonly what: 'synonyms' | 'best'; readonly query: string }>();
  const queries = useApi<{ items: readonly QueryFigure[]; total: number }>('/api/search/queries', {
    found,
    page,
    pageSize: PAGE_SIZE,
  });
  const settle = useAction((query: string) => call('POST', '/api/search/queries/settle', { query }), {
    refreshes: ['/api/search/queries'],
    done: '已标为处理。之后再有人这样检索，会重新列出。',
  });
  if (queries.error) throw queries.error;
  const columns: readonly DataColumn<QueryFigure>[] = [
    { key: 'query', title: '检索词', card: 'title', render: (row) => row.query },
    {
      key: 'times',
      title: '次数',
      width: 90,
      align: 'right',
      render: (row) => <span className="mc-number">{row.times}</span>,
    },
    { key: 'lastOn', title: '最近一次', width: 150, render: (row) => dayText(row.lastOn) },
    ...(found === 'something'
      ? [
          {
            key: 'results',
            title: '结果',
            width: 90,
            align: 'right' as const,
            render: (row: QueryFigure) => row.results,
          },
        ]
      : []),
    {
      key: 'act',
      title: '操作',
      width: 320,
      render: (row) =>
        mayEdit ? (
          <span className="mc-row-links">
            <Button size="small" onClick={() => setOpen({ what: 'synonyms', query: row.query })}>
              设同义词
            </Button>
            <Button size="small" onClick={() => setOpen({ what: 'best', query: row.query })}>
              指定推荐结果
            </Button>
            {found === 'nothing' && !row.settled ? (
              <Button size="small" onClick={() => settle.mutate(row.query)}>
                标为已处理
              </Button>
            ) : null}
            {row.settled ? <span className="mc-muted">已处理</span> : null}
          </span>
        ) : (
          <span className="mc-muted">{row.settled ? '已处理' : '待处理'}</span>
        ),
    },
  ];
  return (
    <>
      <p className="mc-muted">
        统计近 90
        天门户的检索，只记检索词和次数，不记检索人；身份证号、手机号、长串数字等不保存；可能是人名、住址的检索词，有三天以上被检索过才列出。
      </p>
      <DataTable<QueryFigure>
        label={found === 'nothing' ? '没有结果的检索' : '常用检索'}
        columns={columns}
        rows={queries.data?.items}
        rowKey={(row) => row.query}
        loading={queries.isFetching}
        page={{ page, pageSize: PAGE_SIZE, total: queries.data?.total ?? 0 }}
        onPage={setPage}
        empty={<EmptyState what={found === 'nothing' ? '近 90 天的检索都有结果。' : '近 90 天还没有人在门户检索。'} />}
      />
      {open?.what === 'synonyms' ? <SynonymsDialog begin={open.query} onClose={() => setOpen(undefined)} /> : null}
      {open?.what === 'best' ? <BestAnswerDialog query={open.query} onClose={() => setOpen(undefined)} /> : null}
    </>
  );
}
