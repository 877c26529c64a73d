import { Button, Segmented } from 'antd';
import { Link } from 'react-router';
import { call } from '../../../../workbench/api/client.ts';
import { useAction, useApi } from '../../../../workbench/api/use-api.ts';
import { type DataColumn, DataTable } from '../../../../workbench/components/data-table.tsx';
import { dayText } from '../../../../workbench/components/day.ts';
import { EmptyState } from '../../../../workbench/components/empty-state.tsx';
import { PageHeader } from '../../../../workbench/components/page-header.tsx';
import { pageSizeHere } from '../../../../workbench/components/page-size.ts';
import { type Tone, ToneTag } from '../../../../workbench/components/tone-tag.tsx';
import { useFilters } from '../../../../workbench/components/use-filters.ts';
import { REMINDER_KIND_WORDS, type ReminderKind } from '../../plan-words.ts';
import type { Reminder, ReminderPage } from '../../reminders/reminders.contract.ts';

const TONES: Readonly<Record<ReminderKind, Tone>> = {
  before: 'blue',
  dueDay: 'orange',
  overdue: 'red',
  manual: 'violet',
  returned: 'orange',
};
const REFRESHES = ['/api/reminders', '/api/my-day'];

export function RemindersPage() {
  const { values, set } = useFilters();
  const reminders = useApi<ReminderPage>('/api/reminders', {
    unread: values.all ? undefined : 'true',
    page: values.page,
    pageSize: pageSizeHere(),
  });
  const read = useAction((id: string) => call('POST', `/api/reminders/${id}/read`, {}), { refreshes: REFRESHES });
  const readAll = useAction(() => call('POST', '/api/reminders/read-all', {}), {
    refreshes: REFRESHES,
    done: '已全部标为已读。',
  });
  if (reminders.error) throw reminders.error;
  const page = reminders.data;
  const columns: readonly DataColumn<Reminder>[] = [
    {
      key: 'kind',
      title: '类型',
      width: 110,
      render: (one) => <ToneTag tone={TONES[one.kind]}>{REMINDER_KIND_WORDS[one.kind]}</ToneTag>,
    },
    {
      key: 'text',
      title: '提醒',
      card: 'title',
      render: (one) => (
        <Link to={one.path} onClick={() => one.readAt === null && read.mutate(one.id)}>
          {one.text}
        </Link>
      ),
    },
    { key: 'day', title: '日期', width: 140, render: (one) => dayText(one.forDay) },
    {
      key: 'act',
      title: '操作',
      width: 110,
      render: (one) =>
        one.readAt ? (
          <span className="mc-muted">已读</span>
        ) : (
          <Button size="small" onClick={() => read.mutate(one.id)}>
            标为已读
          </Button>
        ),
    },
  ];
  return (
    <div className="mc-page">
      <PageHeader
        title="提醒"
        lead="到期前、到期日和逾期后的提醒，同时发到邮箱。"
        actions={
          page && page.unread > 0 ? <Button onClick={() => readAll.mutate(undefined)}>全部标为已读</Button> : null
        }
      />
      <div className="mc-toolbar">
        <Segmented
          aria-label="显示哪些提醒"
          value={values.all ? 'all' : 'unread'}
          onChange={(next) => set({ all: next === 'all' ? '1' : undefined })}
          options={[
            { value: 'unread', label: `未读${page ? ` ${page.unread}` : ''}` },
            { value: 'all', label: '全部' },
          ]}
        />
      </div>
      <DataTable<Reminder>
        label="提醒"
        columns={columns}
        rows={page?.items}
        rowKey={(one) => one.id}
        empty={<EmptyState what="没有未读的提醒。" next="任务、整改、议定事项临近到期、到期和逾期时会出现在这里。" />}
        {...(page ? { page } : {})}
        onPage={(next) => set({ page: String(next) })}
      />
    </div>
  );
}
