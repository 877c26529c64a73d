import { Button, Form, Input, Select } from 'antd';
import { useEffect } from 'react';
import { Section } from '../../../../workbench/components/section.tsx';
import type { PublicationDetail, RemarkInput } from '../../publications.contract.ts';
import type { KindView } from '../../register.contract.ts';
import { RemarkItem } from '../content/remark-item.tsx';
import { usePublicationAction } from '../content/use-publication.ts';
import { placeLabel } from '../words/places.ts';

/** A remark at its place: click into a paragraph of the text, or choose an element or attachment. */
export function RemarkForm(props: {
  readonly detail: PublicationDetail;
  readonly kind: KindView | undefined;
  readonly caret: string | undefined;
}) {
  const { detail, kind, caret } = props;
  const [form] = Form.useForm<RemarkInput>();
  const content = detail.draft?.content ?? null;
  const add = usePublicationAction<RemarkInput>(detail.id, 'POST', '/remarks', {
    done: '意见已标注。',
    onDone: () => form.setFieldsValue({ text: '' }),
  });
  useEffect(() => {
    if (caret) form.setFieldsValue({ place: `block:${caret}` });
  }, [caret, form]);
  const places = [
    'whole',
    'title',
    ...(caret ? [`block:${caret}`] : []),
    ...(kind?.fields ?? []).map((field) => `field:${field.code}`),
    ...(content?.attachments ?? []).map((file) => `attachment:${file.sha256}`),
  ];
  const resolved = detail.remarks.filter((remark) => remark.resolvedAt);
  const whole = detail.remarks.filter((remark) => remark.place === 'whole' && !remark.resolvedAt);
  return (
    <Section title="标注意见">
      {whole.map((remark) => (
        <RemarkItem key={remark.id} remark={remark} actions={{}} />
      ))}
      <Form<RemarkInput>
        form={form}
        layout="vertical"
        initialValues={{ place: 'whole', text: '' }}
        onFinish={(values) => add.mutate(values)}
      >
        <Form.Item name="place" label="位置" extra="在正文中点一下某一段，这里就会选中那一段。">
          <Select options={places.map((place) => ({ value: place, label: placeLabel(place, content, kind) }))} />
        </Form.Item>
        <Form.Item name="text" label="意见" rules={[{ required: true, whitespace: true, message: '请填写意见。' }]}>
          <Input.TextArea rows={3} maxLength={2000} />
        </Form.Item>
        <Button htmlType="submit" loading={add.isPending}>
          标注意见
        </Button>
      </Form>
      {resolved.length > 0 ? (
        <details>
          <summary>已处理的意见（{resolved.length}）</summary>
          {resolved.map((remark) => (
            <div key={remark.id}>
              <strong>{placeLabel(remark.place, content, kind)}</strong>
              <RemarkItem remark={remark} actions={{}} />
            </div>
          ))}
        </details>
      ) : null}
    </Section>
  );
}
