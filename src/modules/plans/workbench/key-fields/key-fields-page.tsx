import { Alert, Button, Form, Input, InputNumber, Modal } from 'antd';
import { useState } from 'react';
import { call } from '../../../../workbench/api/client.ts';
import { holds, unitsOf, usePermissions, useSession } from '../../../../workbench/api/session.ts';
import { useAction, useApi } from '../../../../workbench/api/use-api.ts';
import { type DataColumn, DataTable } from '../../../../workbench/components/data-table.tsx';
import { todayInShanghai } from '../../../../workbench/components/day.ts';
import { EmptyState } from '../../../../workbench/components/empty-state.tsx';
import { PageHeader } from '../../../../workbench/components/page-header.tsx';
import { pageSizeHere } from '../../../../workbench/components/page-size.ts';
import { type Tone, ToneTag } from '../../../../workbench/components/tone-tag.tsx';
import { useFilters } from '../../../../workbench/components/use-filters.ts';
import { KEY_FIELD_STATE_WORDS } from '../../meetings/meeting-words.ts';
import type { KeyField } from '../../meetings/meetings.contract.ts';
import type { UnitRef } from '../../route.contract.ts';
import { KeyFieldDialog } from './key-field-dialog.tsx';

interface KeyFields {
  readonly items: readonly KeyField[];
  readonly total: number;
  readonly page: number;
  readonly pageSize: number;
  readonly missing: readonly UnitRef[];
}

const TONES: Readonly<Record<KeyField['state'], Tone>> = { declared: 'violet', confirmed: 'green', returned: 'orange' };

/** PLAN-10: units without a listed key field declare their own, the office confirms or assigns. */
export function KeyFieldsPage() {
  const session = useSession();
  const allowed = usePermissions();
  const { values, set } = useFilters();
  const year = Number(values.year ?? todayInShanghai().slice(0, 4));
  const [dialog, setDialog] = useState<KeyField | 'new'>();
  const [deciding, setDeciding] = useState<KeyField>();
  const fields = useApi<KeyFields>('/api/key-fields', { year, page: values.page, pageSize: pageSizeHere() });
  if (fields.error) throw fields.error;
  const page = fields.data;
  const columns: readonly DataColumn<KeyField>[] = [
    {
      key: 'name',
      title: '重点领域',
      card: 'title',
      render: (field) => (
        <>
          {field.name}
          <div className="mc-muted mc-small mc-clamp">{field.content}</div>
        </>
      ),
    },
    { key: 'unit', title: '单位', width: 150, render: (field) => field.unit.shortName },
    {
      key: 'requirement',
      title: '要求',
      width: 220,
      render: (field) => <span className="mc-clamp">{field.requirement}</span>,
    },
    { key: 'origin', title: '来源', width: 90, render: (field) => (field.origin === 'assigned' ? '下达' : '申报') },
    {
      key: 'state',
      title: '状态',
      width: 120,
      render: (field) => (
        <>
          <ToneTag tone={TONES[field.state]}>{KEY_FIELD_STATE_WORDS[field.state]}</ToneTag>
          {field.reason ? <div className="mc-small">{field.reason}</div> : null}
        </>
      ),
    },
    {
      key: 'act',
      title: '操作',
      width: 150,
      render: (field) => (
        <span className="mc-row-links">
          {field.allowed.includes('declare') ? (
            <Button size="small" onClick={() => setDialog(field)}>
              修改
            </Button>
          ) : null}
          {field.allowed.includes('decide') && field.state === 'declared' ? (
            <Button size="small" type="primary" onClick={() => setDeciding(field)}>
              审核
            </Button>
          ) : null}
        </span>
      ),
    },
  ];
  const own = new Set(unitsOf(session).map((unit) => unit.id));
  const missing = (page?.missing ?? []).filter((unit) => holds(session, 'supervisor') || own.has(unit.id));
  return (
    <div className="mc-page">
      <PageHeader
        title="重点领域申报"
        lead="工作要点没有列明重点领域的单位，自行申报本年度重点公开内容；主管部门也可下达。"
        actions={
          <>
            <InputNumber
              aria-label="年度"
              min={2000}
              max={2100}
              precision={0}
              value={year}
              suffix="年"
              onChange={(next) => next && set({ year: String(next) })}
            />
            {allowed.could('declare', 'keyField') ? (
              <Button type="primary" onClick={() => setDialog('new')}>
                {holds(session, 'supervisor') ? '下达' : '申报'}
              </Button>
            ) : null}
          </>
        }
      />
      {missing.length > 0 ? (
        <Alert
          className="mc-gap-below"
          type="warning"
          showIcon
          title={`${missing.length} 个单位还没有申报`}
          description={
            <details>
              <summary>查看名单</summary>
              {missing.map((unit) => unit.shortName).join('、')}
            </details>
          }
        />
      ) : null}
      <DataTable<KeyField>
        label="重点领域"
        columns={columns}
        rows={page?.items}
        rowKey={(field) => field.id}
        empty={<EmptyState what={`${year} 年还没有申报的重点领域。`} next="没有列明重点领域的单位请在此申报。" />}
        {...(page ? { page } : {})}
        onPage={(next) => set({ page: String(next) })}
      />
      {dialog ? (
        <KeyFieldDialog
          year={year}
          {...(dialog === 'new' ? {} : { field: dialog })}
          onClose={() => setDialog(undefined)}
        />
      ) : null}
      {deciding ? <DecideDialog field={deciding} onClose={() => setDeciding(undefined)} /> : null}
    </div>
  );
}

function DecideDialog({ field, onClose }: { readonly field: KeyField; readonly onClose: () => void }) {
  const [form] = Form.useForm<{ reason?: string }>();
  const decide = useAction(
    (confirm: boolean) =>
      call('PUT', `/api/key-fields/${field.id}/decision`, {
        version: field.version,
        confirm,
        reason: (form.getFieldValue('reason') as string | undefined)?.trim() || null,
      }),
    { refreshes: ['/api/key-fields'], done: '已审核。', onDone: onClose },
  );
  return (
    <Modal
      open
      title={`审核：${field.unit.shortName} · ${field.name}`}
      onCancel={onClose}
      footer={
        <>
          <Button onClick={() => decide.mutate(false)} loading={decide.isPending}>
            退回修改
          </Button>
          <Button type="primary" onClick={() => decide.mutate(true)} loading={decide.isPending}>
            确认
          </Button>
        </>
      }
    >
      <p className="mc-pre">{field.content}</p>
      <p className="mc-pre mc-muted">{field.requirement}</p>
      <Form form={form} layout="vertical">
        <Form.Item name="reason" label="意见" extra="退回时请写明怎样修改。">
          <Input.TextArea rows={3} maxLength={1000} showCount />
        </Form.Item>
      </Form>
    </Modal>
  );
}
