import { Form, Input, Modal } from 'antd';
import { DayInput } from '../../../../workbench/components/day-input.tsx';
import type { PublicationDetail } from '../../publications.contract.ts';
import type { TargetedInput } from '../../register.contract.ts';
import { usePublicationAction } from '../content/use-publication.ts';

/** 定点定向公开 (REV-9): where and to whom it was shown; nothing goes to the web. */
export function TargetedDialog({
  detail,
  onClose,
}: {
  readonly detail: PublicationDetail;
  readonly onClose: () => void;
}) {
  const [form] = Form.useForm<Omit<TargetedInput, 'contentHash'>>();
  const register = usePublicationAction<TargetedInput>(detail.id, 'POST', '/targeted-disclosures', {
    done: '已登记。',
    onDone: onClose,
  });
  return (
    <Modal
      open
      title="登记定点公开"
      okText="登记"
      cancelText="取消"
      confirmLoading={register.isPending}
      onOk={form.submit}
      onCancel={onClose}
    >
      <Form
        form={form}
        layout="vertical"
        initialValues={{ audience: detail.determination?.audience }}
        onFinish={(values) => register.mutate({ ...values, contentHash: detail.draft?.contentHash ?? '' })}
      >
        <Form.Item name="place" label="公开地点" rules={[{ required: true, message: '请填写公开地点。' }]}>
          <Input maxLength={200} placeholder="例如：滨湖社区政务公开栏" />
        </Form.Item>
        <Form.Item name="audience" label="公开对象" rules={[{ required: true, message: '请填写公开对象。' }]}>
          <Input maxLength={500} />
        </Form.Item>
        <div className="mc-form-row">
          <Form.Item name="fromOn" label="自" rules={[{ required: true, message: '请选择日期。' }]}>
            <DayInput />
          </Form.Item>
          <Form.Item name="toOn" label="至">
            <DayInput />
          </Form.Item>
        </div>
        <Form.Item name="note" label="备注">
          <Input maxLength={500} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
