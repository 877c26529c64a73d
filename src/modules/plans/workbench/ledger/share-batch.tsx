import { Button, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { call } from '../../../../workbench/api/client.ts';
import { useAction } from '../../../../workbench/api/use-api.ts';
import { DayInput } from '../../../../workbench/components/day-input.tsx';
import type { AssignmentRow } from '../../assignments/assignments.contract.ts';
import type { BulkInput, BulkResult } from '../../tasks/tasks.contract.ts';
import { BulkOutcome } from './bulk-outcome.tsx';

type Dialog = 'remind' | 'accept' | 'split';

/** A tick is offered where at least one of the acts on many rows is allowed. */
export function mayBatch(row: AssignmentRow): boolean {
  return ['accept', 'remind', 'assign'].some((action) => row.allowed.includes(action));
}

export function rowName(row: AssignmentRow): string {
  return `第${row.taskNumber}项${row.unit.shortName}`;
}

/** Acts on the units' shares that are ticked. */
export function ShareBatch({
  selected,
  seen,
  onDone,
}: {
  readonly selected: readonly string[];
  readonly seen: ReadonlyMap<string, AssignmentRow>;
  readonly onDone: () => void;
}) {
  const [dialog, setDialog] = useState<Dialog>();
  const [result, setResult] = useState<BulkResult>();
  const bulk = useAction((body: BulkInput) => call<BulkResult>('POST', '/api/tasks/bulk', body), {
    refreshes: ['/api/tasks', '/api/assignments', '/api/plans', '/api/my-day'],
    onDone: (outcome) => {
      setResult(outcome);
      setDialog(undefined);
      onDone();
    },
  });
  const assignmentIds = [...selected];
  const rows = selected.flatMap((id) => seen.get(id) ?? []);
  const nameOf = (id: string): string => {
    const row = seen.get(id);
    return row ? rowName(row) : '任务';
  };
  const may = (action: string): boolean => rows.some((row) => row.allowed.includes(action));
  const text = (value: string | undefined): string | null => value?.trim() || null;
  return (
    <>
      {result ? <BulkOutcome result={result} done="项已办理" nameOf={nameOf} /> : null}
      {selected.length > 0 ? (
        <section className="mc-batch" aria-label="批量办理">
          <strong>已选 {selected.length} 项</strong>
          {may('accept') ? <Button onClick={() => setDialog('accept')}>核验通过</Button> : null}
          {may('remind') ? <Button onClick={() => setDialog('remind')}>发提醒</Button> : null}
          {may('assign') ? <Button onClick={() => setDialog('split')}>提前内部期限</Button> : null}
          <Button type="link" onClick={onDone}>
            取消选择
          </Button>
        </section>
      ) : null}
      {dialog === 'remind' ? (
        <TextDialog
          title={`提醒 ${selected.length} 个单位任务的责任人`}
          label="提醒内容"
          extra="不填则用标准提醒语；会出现在对方工作台并发邮件。"
          okText="发送提醒"
          isBusy={bulk.isPending}
          onCancel={() => setDialog(undefined)}
          onOk={(value) => bulk.mutate({ action: 'remind', assignmentIds, text: text(value) })}
        />
      ) : null}
      {dialog === 'accept' ? (
        <TextDialog
          title={`核验通过 ${selected.length} 项`}
          label="核验意见"
          extra="只有“待核验”的会通过，其余会逐条说明原因。"
          okText="核验通过"
          isBusy={bulk.isPending}
          onCancel={() => setDialog(undefined)}
          onOk={(value) => bulk.mutate({ action: 'accept', assignmentIds, comment: text(value) })}
        />
      ) : null}
      {dialog === 'split' ? (
        <OwnDateDialog
          count={selected.length}
          isBusy={bulk.isPending}
          onCancel={() => setDialog(undefined)}
          onOk={(ownDueOn) => bulk.mutate({ action: 'split', assignmentIds, ownDueOn } as BulkInput)}
        />
      ) : null}
    </>
  );
}

function TextDialog(props: {
  readonly title: string;
  readonly label: string;
  readonly extra: string;
  readonly okText: string;
  readonly isBusy: boolean;
  readonly onCancel: () => void;
  readonly onOk: (text: string | undefined) => void;
}) {
  const [form] = Form.useForm<{ text?: string }>();
  return (
    <Modal
      open
      title={props.title}
      okText={props.okText}
      cancelText="取消"
      confirmLoading={props.isBusy}
      onOk={form.submit}
      onCancel={props.onCancel}
    >
      <Form form={form} layout="vertical" onFinish={(values) => props.onOk(values.text)}>
        <Form.Item name="text" label={props.label} extra={props.extra}>
          <Input.TextArea rows={3} maxLength={500} showCount />
        </Form.Item>
      </Form>
    </Modal>
  );
}

function OwnDateDialog(props: {
  readonly count: number;
  readonly isBusy: boolean;
  readonly onCancel: () => void;
  readonly onOk: (day: string) => void;
}) {
  const [form] = Form.useForm<{ ownDueOn: string }>();
  return (
    <Modal
      open
      title={`给 ${props.count} 项任务设本单位内部期限`}
      okText="确定"
      cancelText="取消"
      confirmLoading={props.isBusy}
      onOk={form.submit}
      onCancel={props.onCancel}
    >
      <Form form={form} layout="vertical" onFinish={(values) => props.onOk(values.ownDueOn)}>
        <Form.Item
          name="ownDueOn"
          label="内部期限"
          extra="不得晚于任务期限。"
          rules={[{ required: true, message: '请选择日期。' }]}
        >
          <DayInput />
        </Form.Item>
      </Form>
    </Modal>
  );
}
