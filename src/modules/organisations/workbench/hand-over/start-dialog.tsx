import { Form, Input, Modal, Select } from 'antd';
import { useNavigate } from 'react-router';
import { call } from '../../../../workbench/api/client.ts';
import { useAction, useApi } from '../../../../workbench/api/use-api.ts';
import { todayInShanghai } from '../../../../workbench/components/day.ts';
import { DayInput } from '../../../../workbench/components/day-input.tsx';
import { HAND_OVER_REASON_LABELS, type HandOverInput } from '../../hand-over.contract.ts';
import type { PersonView } from '../../people.contract.ts';
import { PersonSelect } from '../words/person-select.tsx';

/** First step: who leaves, who takes over, why and when; the list is gathered next. */
export function StartDialog(props: { readonly personId: string | undefined; readonly onClose: () => void }) {
  const [form] = Form.useForm<HandOverInput>();
  const navigate = useNavigate();
  const personId = Form.useWatch('personId', form) ?? props.personId;
  const person = useApi<PersonView>(personId ? `/api/people/${personId}` : null);
  const start = useAction((input: HandOverInput) => call<{ id: string }>('POST', '/api/hand-overs', input), {
    refreshes: ['/api/hand-overs'],
    onDone: ({ id }) => void navigate(`/hand-overs/${id}`),
  });
  return (
    <Modal
      open
      title="办理工作交接"
      okText="生成交接清单"
      cancelText="取消"
      confirmLoading={start.isPending}
      onOk={form.submit}
      onCancel={props.onClose}
    >
      <Form<HandOverInput>
        form={form}
        layout="vertical"
        initialValues={{ personId: props.personId, reason: 'transferred', changedOn: todayInShanghai() }}
        onFinish={(values) => start.mutate({ ...values, note: values.note || null })}
      >
        <Form.Item name="personId" label="交接人" rules={[{ required: true, message: '请选择交接人。' }]}>
          <PersonSelect label="交接人" />
        </Form.Item>
        <Form.Item
          name="successorId"
          label="接手人"
          extra="清单中的每一项都可以另选接手人。"
          rules={[{ required: true, message: '请选择接手人。' }]}
        >
          <PersonSelect label="接手人" unitId={person.data?.unitId} except={personId} />
        </Form.Item>
        <Form.Item name="reason" label="变动原因">
          <Select options={Object.entries(HAND_OVER_REASON_LABELS).map(([value, label]) => ({ value, label }))} />
        </Form.Item>
        <Form.Item
          name="changedOn"
          label="变动日期"
          extra="要求变动当天备案。"
          rules={[{ required: true, message: '请选择变动日期。' }]}
        >
          <DayInput />
        </Form.Item>
        <Form.Item name="note" label="说明">
          <Input.TextArea autoSize={{ minRows: 2 }} maxLength={1000} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
