import { Button, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { call } from '../../../../workbench/api/client.ts';
import { usePermissions } from '../../../../workbench/api/session.ts';
import { useAction, useApi } from '../../../../workbench/api/use-api.ts';
import { type DataColumn, DataTable } from '../../../../workbench/components/data-table.tsx';
import { dayText } from '../../../../workbench/components/day.ts';
import { EmptyState } from '../../../../workbench/components/empty-state.tsx';
import { Loaded } from '../../../../workbench/components/loaded.tsx';
import { PageHeader } from '../../../../workbench/components/page-header.tsx';
import { Section } from '../../../../workbench/components/section.tsx';
import { ToneTag } from '../../../../workbench/components/tone-tag.tsx';
import { MEETING_KIND_WORDS } from '../../meetings/meeting-words.ts';
import type { ActionItem, Meeting } from '../../meetings/meetings.contract.ts';
import { MeetingDialog } from './meeting-dialog.tsx';

export function MeetingPage() {
  const { meetingId = '' } = useParams();
  const meeting = useApi<Meeting>(`/api/meetings/${meetingId}`);
  return (
    <div className="mc-page">
      <Loaded query={meeting} rows={8}>
        {(data) => <Record meeting={data} />}
      </Loaded>
    </div>
  );
}

function Record({ meeting }: { readonly meeting: Meeting }) {
  const [isEditing, setEditing] = useState(false);
  return (
    <>
      <PageHeader
        title={meeting.title}
        lead={[
          MEETING_KIND_WORDS[meeting.kind],
          dayText(meeting.heldOn),
          meeting.place,
          meeting.chairedBy ? `主持人 ${meeting.chairedBy}` : '',
        ]
          .filter(Boolean)
          .join(' · ')}
        actions={meeting.allowed.includes('edit') ? <Button onClick={() => setEditing(true)}>修改</Button> : null}
      />
      <Section title={`议定事项（${meeting.actionItems.length}）`}>
        <ActionItems items={meeting.actionItems} />
      </Section>
      <Section title="议程">
        <p className="mc-pre">{meeting.agenda || '没有填写。'}</p>
      </Section>
      <Section title="纪要">
        <p className="mc-pre">{meeting.minutes || '没有填写。'}</p>
      </Section>
      <Section title={`参加单位（${meeting.units.length}）`}>
        <p>{meeting.units.map((unit) => unit.shortName).join('、') || '没有填写。'}</p>
      </Section>
      {isEditing ? <MeetingDialog meeting={meeting} onClose={() => setEditing(false)} /> : null}
    </>
  );
}

function ActionItems({ items }: { readonly items: readonly ActionItem[] }) {
  const allowed = usePermissions();
  const [finishing, setFinishing] = useState<ActionItem>();
  const columns: readonly DataColumn<ActionItem>[] = [
    {
      key: 'text',
      title: '事项',
      card: 'title',
      render: (item) => (
        <>
          {item.text}
          {item.taskId ? (
            <div className="mc-small">
              <Link to={`/tasks/${item.taskId}`}>{item.taskLabel ?? '关联任务'}</Link>
            </div>
          ) : null}
        </>
      ),
    },
    { key: 'unit', title: '承办单位', width: 150, render: (item) => item.unit?.shortName ?? '未定' },
    { key: 'due', title: '期限', width: 140, render: (item) => dayText(item.dueOn) || '未定' },
    {
      key: 'state',
      title: '落实',
      width: 240,
      render: (item) =>
        item.done ? (
          <>
            <ToneTag tone="green">已办结</ToneTag> <span className="mc-small">{item.doneNote}</span>
          </>
        ) : (
          <>
            <ToneTag tone={item.overdue ? 'red' : 'blue'}>{item.overdue ? '逾期' : '办理中'}</ToneTag>{' '}
            {allowed.may('finish', { kind: 'actionItem', unitIds: item.unit ? [item.unit.id] : [] }) ? (
              <Button size="small" onClick={() => setFinishing(item)}>
                办结
              </Button>
            ) : null}
          </>
        ),
    },
  ];
  return (
    <>
      <DataTable<ActionItem>
        label="议定事项"
        columns={columns}
        rows={items}
        rowKey={(item) => item.id}
        empty={<EmptyState what="没有议定事项。" next="可在“修改”中增加。" />}
      />
      {finishing ? <FinishDialog item={finishing} onClose={() => setFinishing(undefined)} /> : null}
    </>
  );
}

function FinishDialog({ item, onClose }: { readonly item: ActionItem; readonly onClose: () => void }) {
  const [form] = Form.useForm<{ note?: string }>();
  const finish = useAction(
    (note: string | undefined) =>
      call('PUT', `/api/action-items/${item.id}`, { version: item.version, done: true, note: note?.trim() || null }),
    { refreshes: ['/api/meetings', '/api/my-day', '/api/tasks'], done: '已办结。', onDone: onClose },
  );
  return (
    <Modal
      open
      title="办结议定事项"
      okText="办结"
      cancelText="取消"
      confirmLoading={finish.isPending}
      onOk={form.submit}
      onCancel={onClose}
    >
      <p>{item.text}</p>
      <Form form={form} layout="vertical" onFinish={(values) => finish.mutate(values.note)}>
        <Form.Item name="note" label="落实情况">
          <Input.TextArea rows={3} maxLength={1000} showCount />
        </Form.Item>
      </Form>
    </Modal>
  );
}
