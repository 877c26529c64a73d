import { Button, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { call } from '../../../../workbench/api/client.ts';
import { usePermissions } from '../../../../workbench/api/session.ts';
import { useAction } from '../../../../workbench/api/use-api.ts';
import { DayInput } from '../../../../workbench/components/day-input.tsx';
import type { UnitRole } from '../../plan-words.ts';
import type { BulkInput, BulkResult } from '../../tasks/tasks.contract.ts';
import { RoleRadio } from '../words/role-radio.tsx';
import { UnitsSelect } from '../words/unit-select.tsx';
import { useUnits } from '../words/use-units.ts';
import { BulkOutcome } from './bulk-outcome.tsx';

type Dialog = 'assign' | 'setDate';

/** Acts on the tasks that are ticked; each succeeds or fails on its own and says why. */
export function TaskBatch({ selected, onDone }: { readonly selected: readonly string[]; readonly onDone: () => void }) {
  const allowed = usePermissions();
  const [dialog, setDialog] = useState<Dialog>();
  const [result, setResult] = useState<BulkResult>();
  const bulk = useAction((body: BulkInput) => call<BulkResult>('POST', '/api/tasks/bulk', body), {
    refreshes: ['/api/tasks', '/api/assignments', '/api/plans'],
    onDone: (outcome) => {
      setResult(outcome);
      setDialog(undefined);
      onDone();
    },
  });
  const taskIds = [...selected];
  return (
    <>
      {result ? <BulkOutcome result={result} done="项已办理" /> : null}
      {selected.length > 0 ? (
        <section className="mc-batch" aria-label="批量办理">
          <strong>已选 {selected.length} 项</strong>
          {allowed.could('assign', 'task') ? <Button onClick={() => setDialog('assign')}>分派单位</Button> : null}
          {allowed.could('edit', 'task') ? <Button onClick={() => setDialog('setDate')}>统一期限</Button> : null}
          {allowed.could('markPriority', 'task') ? (
            <>
              <Button
                loading={bulk.isPending}
                onClick={() => bulk.mutate({ action: 'markPriority', taskIds, priority: true })}
              >
                设为重点专项
              </Button>
              <Button onClick={() => bulk.mutate({ action: 'markPriority', taskIds, priority: false })}>
                取消重点专项
              </Button>
            </>
          ) : null}
          <Button type="link" onClick={onDone}>
            取消选择
          </Button>
        </section>
      ) : null}
      {dialog === 'assign' ? (
        <AssignDialog
          count={selected.length}
          isBusy={bulk.isPending}
          onCancel={() => setDialog(undefined)}
          onAssign={(units) => bulk.mutate({ action: 'assign', taskIds, units })}
        />
      ) : null}
      {dialog === 'setDate' ? (
        <SetDateDialog
          count={selected.length}
          isBusy={bulk.isPending}
          onCancel={() => setDialog(undefined)}
          onSet={(dueOn, reason) => bulk.mutate({ action: 'setDate', taskIds, dueOn, reason } as BulkInput)}
        />
      ) : null}
    </>
  );
}

type AssignUnits = Extract<BulkInput, { action: 'assign' }>['units'];

function AssignDialog(props: {
  readonly count: number;
  readonly isBusy: boolean;
  readonly onCancel: () => void;
  readonly onAssign: (units: AssignUnits) => void;
}) {
  const units = useUnits();
  const [form] = Form.useForm<{ unitIds: string[]; role: UnitRole }>();
  const submit = (values: { unitIds: string[]; role: UnitRole }): void => {
    const names = new Map((units.data?.items ?? []).map((unit) => [unit.id, unit.name]));
    props.onAssign(values.unitIds.map((id) => ({ name: names.get(id) ?? id, role: values.role, unitId: id })));
  };
  return (
    <Modal
      open
      title={`给 ${props.count} 项任务增加单位`}
      okText="分派"
      cancelText="取消"
      confirmLoading={props.isBusy}
      onOk={form.submit}
      onCancel={props.onCancel}
    >
      <Form form={form} layout="vertical" onFinish={submit} initialValues={{ role: 'responsible', unitIds: [] }}>
        <Form.Item name="unitIds" label="单位" rules={[{ required: true, message: '请选择至少一个单位。' }]}>
          <UnitsSelect />
        </Form.Item>
        <Form.Item name="role" label="职责">
          <RoleRadio />
        </Form.Item>
      </Form>
    </Modal>
  );
}

function SetDateDialog(props: {
  readonly count: number;
  readonly isBusy: boolean;
  readonly onCancel: () => void;
  readonly onSet: (dueOn: string, reason: string) => void;
}) {
  const [form] = Form.useForm<{ dueOn: string; reason: string }>();
  return (
    <Modal
      open
      title={`统一 ${props.count} 项任务的期限`}
      okText="确定"
      cancelText="取消"
      confirmLoading={props.isBusy}
      onOk={form.submit}
      onCancel={props.onCancel}
    >
      <Form form={form} layout="vertical" onFinish={(values) => props.onSet(values.dueOn, values.reason)}>
        <Form.Item name="dueOn" label="到期日" rules={[{ required: true, message: '请选择到期日。' }]}>
          <DayInput />
        </Form.Item>
        <Form.Item
          name="reason"
          label="依据"
          extra="会记入每项任务的办理记录。"
          rules={[{ required: true, message: '请写明依据。' }]}
        >
          <Input.TextArea rows={2} maxLength={500} showCount />
        </Form.Item>
      </Form>
    </Modal>
  );
}
