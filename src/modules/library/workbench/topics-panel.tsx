import { Button, Tag } from 'antd';
import { useState } from 'react';
import { usePermissions } from '../../../workbench/api/session.ts';
import { useApi } from '../../../workbench/api/use-api.ts';
import { type DataColumn, DataTable } from '../../../workbench/components/data-table.tsx';
import { EmptyState } from '../../../workbench/components/empty-state.tsx';
import type { Topic } from '../topics/topics.contract.ts';
import { PatrolDialog } from './patrol-dialog.tsx';
import { TopicDialog } from './topic-dialog.tsx';

export function TopicsPanel() {
  const permissions = usePermissions();
  const mayEdit = permissions.could('edit', 'topic');
  const [open, setOpen] = useState<Topic | 'new'>();
  const [patrolled, setPatrolled] = useState<Topic>();
  const topics = useApi<{ items: readonly Topic[] }>('/api/library/topics');
  if (topics.error) throw topics.error;
  const mayPatrol = (topic: Topic) =>
    topic.kind === 'collection' &&
    permissions.may('patrol', { kind: 'topic', unitIds: topic.leadUnitId ? [topic.leadUnitId] : [] });
  const columns: readonly DataColumn<Topic>[] = [
    {
      key: 'name',
      title: '主题',
      card: 'title',
      render: (row) => (
        <>
          {row.name} {row.kind === 'collection' ? <Tag color="blue">特色主题</Tag> : <Tag>主题分类</Tag>}
          {row.retiredOn ? <Tag>已停用</Tag> : null}
        </>
      ),
    },
    { key: 'lead', title: '牵头单位', render: (row) => row.leadUnitName ?? '—' },
    { key: 'documents', title: '文件', width: 80, render: (row) => row.documents },
    {
      key: 'patrol',
      title: '最近巡查',
      render: (row) => (row.lastPatrol ? `${row.lastPatrol.on}，缺漏 ${row.lastPatrol.gaps} 处` : '—'),
    },
    {
      key: 'act',
      title: '操作',
      width: 200,
      render: (row) => (
        <span className="mc-row-links">
          {mayPatrol(row) ? (
            <Button size="small" onClick={() => setPatrolled(row)}>
              巡查
            </Button>
          ) : null}
          {mayEdit ? (
            <Button size="small" onClick={() => setOpen(row)}>
              修改
            </Button>
          ) : null}
          {row.kind === 'collection' ? <a href={`/topics/${row.code}`}>门户页面</a> : null}
        </span>
      ),
    },
  ];
  return (
    <>
      {mayEdit ? (
        <p>
          <Button type="primary" onClick={() => setOpen('new')}>
            增加主题
          </Button>
        </p>
      ) : null}
      <DataTable<Topic>
        label="主题"
        columns={columns}
        rows={topics.data?.items}
        rowKey={(row) => row.id}
        empty={<EmptyState what="还没有主题。先建立主题分类，起草文件时才能选用。" />}
      />
      {open ? <TopicDialog {...(open === 'new' ? {} : { topic: open })} onClose={() => setOpen(undefined)} /> : null}
      {patrolled ? <PatrolDialog topic={patrolled} onClose={() => setPatrolled(undefined)} /> : null}
    </>
  );
}
