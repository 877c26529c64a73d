import { Alert, App, Button, Input, Popconfirm } from 'antd';
import { useState } from 'react';
import { call } from '../../../../workbench/api/client.ts';
import { useAction, useApi } from '../../../../workbench/api/use-api.ts';
import { type DataColumn, DataTable } from '../../../../workbench/components/data-table.tsx';
import { instantText } from '../../../../workbench/components/day.ts';
import { EmptyState } from '../../../../workbench/components/empty-state.tsx';
import { PageHeader } from '../../../../workbench/components/page-header.tsx';
import { Section } from '../../../../workbench/components/section.tsx';
import type { CalendarFeed, NewCalendarFeed } from '../../reminders/reminders.contract.ts';

/** Due days in the person's own calendar (ICS); the address is a key, shown once. */
export function FeedPage() {
  const feeds = useApi<{ items: readonly CalendarFeed[] }>('/api/calendar-feeds');
  const [made, setMade] = useState<NewCalendarFeed>();
  const create = useAction(() => call<NewCalendarFeed>('POST', '/api/calendar-feeds', {}), {
    refreshes: ['/api/calendar-feeds'],
    onDone: setMade,
  });
  const revoke = useAction((id: string) => call('DELETE', `/api/calendar-feeds/${id}`), {
    refreshes: ['/api/calendar-feeds'],
    done: '已停用，原地址不再有效。',
    onDone: () => setMade(undefined),
  });
  if (feeds.error) throw feeds.error;
  const columns: readonly DataColumn<CalendarFeed>[] = [
    { key: 'created', title: '建立时间', card: 'title', render: (feed) => instantText(feed.createdAt) },
    { key: 'used', title: '最近使用', render: (feed) => instantText(feed.lastUsedAt) || '还没有用过' },
    {
      key: 'act',
      title: '操作',
      width: 120,
      render: (feed) => (
        <Popconfirm
          title="停用后，用这个地址的日历不再更新。"
          okText="停用"
          cancelText="取消"
          onConfirm={() => revoke.mutate(feed.id)}
        >
          <Button size="small">停用</Button>
        </Popconfirm>
      ),
    },
  ];
  return (
    <div className="mc-page">
      <PageHeader
        title="日历订阅"
        lead="把任务到期日订阅到手机或电脑日历（ICS），随台账自动更新。"
        actions={
          <Button type="primary" loading={create.isPending} onClick={() => create.mutate(undefined)}>
            新建订阅地址
          </Button>
        }
      />
      {made ? <NewAddress feed={made} /> : null}
      <Section title="订阅地址">
        <DataTable<CalendarFeed>
          label="日历订阅"
          columns={columns}
          rows={feeds.data?.items}
          rowKey={(feed) => feed.id}
          empty={<EmptyState what="还没有订阅地址。" next="新建后，在日历软件中选“通过网址订阅”并粘贴。" />}
        />
      </Section>
    </div>
  );
}

function NewAddress({ feed }: { readonly feed: NewCalendarFeed }) {
  const { message } = App.useApp();
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(feed.url);
      void message.success('已复制。');
    } catch {
      void message.info('浏览器不允许自动复制，请选中地址后手动复制。');
    }
  };
  return (
    <Alert
      className="mc-gap-below"
      type="success"
      showIcon
      title="订阅地址只显示这一次，请现在复制。凭这个地址不用登录就能看到到期日，请勿转给他人。"
      description={
        <div className="mc-address">
          <Input readOnly aria-label="订阅地址" value={feed.url} onFocus={(event) => event.target.select()} />
          <Button onClick={() => void copy()}>复制</Button>
        </div>
      }
    />
  );
}
