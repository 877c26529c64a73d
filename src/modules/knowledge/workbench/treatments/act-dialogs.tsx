import { Form, Input, Modal } from 'antd';
import { call } from '../../../../workbench/api/client.ts';
import { useAction } from '../../../../workbench/api/use-api.ts';
import { todayInShanghai, withDayTexts } from '../../../../workbench/components/day.ts';
import { DayInput } from '../../../../workbench/components/day-input.tsx';
import { UnitSelect } from '../../../organisations/workbench/words/unit-select.tsx';
import type { TreatmentDetail } from '../../treatments/treatments.contract.ts';
import { REFRESHES } from './refreshes.ts';

export type WordedAct = 'verify' | 'reopen' | 'drop' | 'assign';

interface Spec {
  readonly title: string;
  readonly tail: string;
  readonly field: 'verdict' | 'reason';
  readonly label: string;
  readonly extra: string;
  readonly done: string;
}

const SPECS: Readonly<Record<WordedAct, Spec>> = {
  verify: {
    title: '确认成效',
    tail: 'verification',
    field: 'verdict',
    label: '确认意见',
    extra: '当时的前后对比随意见一起记入办理经过。',
    done: '已确认成效。',
  },
  reopen: {
    title: '重新治理',
    tail: 'reopening',
    field: 'reason',
    label: '理由',
    extra: '成效不明显或者反弹的，说明看到了什么。',
    done: '已重新治理。',
  },
  drop: {
    title: '不再治理',
    tail: 'dropping',
    field: 'reason',
    label: '理由',
    extra: '终止后不能恢复，同一组问题可以再次立项。',
    done: '已终止。',
  },
  assign: {
    title: '改由其他单位负责',
    tail: 'assignment',
    field: 'reason',
    label: '理由',
    extra: '期限不变；原单位不再看到这项事项。',
    done: '已改由该单位负责。',
  },
};

/** Acts that need words, and some a day or a unit. */
export function ActDialog(props: {
  readonly detail: TreatmentDetail;
  readonly act: WordedAct;
  readonly onClose: () => void;
}) {
  const { detail, act, onClose } = props;
  const spec = SPECS[act];
  const [form] = Form.useForm<Record<string, unknown>>();
  const send = useAction<Record<string, unknown>>(
    (values) =>
      call('POST', `/api/source-treatments/${detail.id}/${spec.tail}`, { ...values, version: detail.version }),
    { refreshes: REFRESHES, done: spec.done, onDone: onClose },
  );
  return (
    <Modal
      open
      title={spec.title}
      okText={spec.title}
      cancelText="取消"
      confirmLoading={send.isPending}
      onOk={form.submit}
      onCancel={onClose}
    >
      {act === 'verify' ? <p>{withDayTexts(detail.effect.sentence)}</p> : null}
      <Form form={form} layout="vertical" onFinish={(values) => send.mutate(values)}>
        {act === 'assign' ? (
          <Form.Item name="unitId" label="负责单位" rules={[{ required: true, message: '请选择负责单位。' }]}>
            <UnitSelect label="负责单位" />
          </Form.Item>
        ) : null}
        {act === 'reopen' ? (
          <Form.Item name="dueOn" label="新的期限" rules={[{ required: true, message: '请填写新的期限。' }]}>
            <DayInput min={todayInShanghai()} />
          </Form.Item>
        ) : null}
        <Form.Item
          name={spec.field}
          label={spec.label}
          extra={spec.extra}
          rules={[{ required: true, whitespace: true, min: 4, message: `请写明${spec.label}，至少 4 个字。` }]}
        >
          <Input.TextArea rows={3} maxLength={spec.field === 'verdict' ? 500 : 300} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
