import { Form, Input, Modal } from 'antd';
import { call } from '../../../../workbench/api/client.ts';
import { useAction } from '../../../../workbench/api/use-api.ts';
import { DayInput } from '../../../../workbench/components/day-input.tsx';
import type { AssignmentDetail } from '../../assignments/assignments.contract.ts';

export type Decision = 'accept' | 'return' | 'withdraw' | 'reopen';

interface Wording {
  readonly title: string;
  readonly okText: string;
  readonly field?: { readonly name: 'comment' | 'reason'; readonly label: string; readonly required: boolean };
  readonly lead: string;
  readonly done: string;
}

const WORDINGS: Readonly<Record<Decision, Wording>> = {
  accept: {
    title: '核验通过',
    okText: '核验通过',
    field: { name: 'comment', label: '核验意见', required: false },
    lead: '通过后该单位这一任务计为已完成，公众页面随之更新。',
    done: '已核验通过。',
  },
  return: {
    title: '退回重办',
    okText: '退回',
    field: { name: 'reason', label: '退回理由', required: true },
    lead: '请写清缺什么、怎么补，单位会立即收到提醒。',
    done: '已退回，单位会收到提醒。',
  },
  withdraw: {
    title: '撤回报送',
    okText: '撤回',
    lead: '撤回后可以修改再报；撤回会留下记录。',
    done: '已撤回。',
  },
  reopen: {
    title: '重新办理',
    okText: '重新办理',
    field: { name: 'reason', label: '理由', required: true },
    lead: '已通过的任务将回到办理中，公众页面随之更新。',
    done: '已恢复为办理中。',
  },
};

export function DecisionDialog(props: {
  readonly decision: Decision;
  readonly share: AssignmentDetail;
  readonly onClose: () => void;
}) {
  const { share, decision } = props;
  const wording = WORDINGS[decision];
  const [form] = Form.useForm<Record<string, string | null>>();
  const act = useAction(
    (values: Record<string, string | null>) =>
      call('POST', `/api/assignments/${share.id}/${decision}`, { ...values, version: share.version }),
    {
      refreshes: ['/api/assignments', '/api/tasks', '/api/plans', '/api/my-day'],
      done: wording.done,
      onDone: props.onClose,
    },
  );
  return (
    <Modal
      open
      title={wording.title}
      okText={wording.okText}
      cancelText="取消"
      confirmLoading={act.isPending}
      onOk={form.submit}
      onCancel={props.onClose}
    >
      <p className="mc-muted">{wording.lead}</p>
      <Form form={form} layout="vertical" onFinish={(values) => act.mutate(values)}>
        {wording.field ? (
          <Form.Item
            name={wording.field.name}
            label={wording.field.label}
            rules={
              wording.field.required ? [{ required: true, min: 2, message: `请填写${wording.field.label}。` }] : []
            }
          >
            <Input.TextArea rows={4} maxLength={1000} showCount autoFocus />
          </Form.Item>
        ) : null}
        {decision === 'return' ? (
          <Form.Item name="redoBy" label="重办期限" extra="不填则仍按原期限。">
            <DayInput />
          </Form.Item>
        ) : null}
      </Form>
    </Modal>
  );
}
