import { Form, Input, InputNumber, Modal } from 'antd';
import { Link } from 'react-router';
import { call } from '../../../../workbench/api/client.ts';
import { useAction } from '../../../../workbench/api/use-api.ts';
import { dayText } from '../../../../workbench/components/day.ts';
import type { EntryView } from '../../entries/entries.contract.ts';
import { CareTags } from './care-tags.tsx';

interface Values {
  readonly note?: string;
  readonly reviewMonths: number;
}

/** Says that an entry is still right; whoever finds it wrong amends it or takes it down where publications are worked on. */
export function ReviewDialog({ entry, onClose }: { readonly entry: EntryView; readonly onClose: () => void }) {
  const [form] = Form.useForm<Values>();
  const base = `/api/knowledge/entries/${entry.publicationId}`;
  const save = useAction<Values, { reviewOn: string }>(
    async ({ note, reviewMonths }) => {
      if (reviewMonths !== entry.reviewMonths) await call('PUT', `${base}/review-months`, { reviewMonths });
      return call('POST', `${base}/reviews`, { note: note || null });
    },
    {
      refreshes: ['/api/knowledge'],
      done: ({ reviewOn }) => `已记录复核，下次在 ${dayText(reviewOn)} 前复核。`,
      onDone: onClose,
    },
  );
  return (
    <Modal
      open
      title="复核条目"
      okText="内容仍然正确"
      cancelText="取消"
      confirmLoading={save.isPending}
      onOk={form.submit}
      onCancel={onClose}
    >
      <p>
        <strong>{entry.question}</strong>
      </p>
      <p>
        <CareTags reasons={entry.reasons} />
      </p>
      {entry.policies.map((policy) => (
        <p key={policy.number}>
          依据：<a href={`/documents/${policy.number}`}>{policy.title}</a>
        </p>
      ))}
      <p>
        内容需要修改或者下架的，请到<Link to={`/publications/${entry.publicationId}`}>条目页面</Link>办理。
      </p>
      <Form<Values>
        form={form}
        layout="vertical"
        initialValues={{ reviewMonths: entry.reviewMonths }}
        onFinish={(values) => save.mutate(values)}
      >
        <Form.Item name="note" label="复核说明（可不填）">
          <Input maxLength={300} />
        </Form.Item>
        <Form.Item name="reviewMonths" label="几个月后再复核" rules={[{ required: true, message: '请填写月数。' }]}>
          <InputNumber min={1} max={36} precision={0} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
