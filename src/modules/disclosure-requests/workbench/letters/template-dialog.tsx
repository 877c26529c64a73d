import { Button, Form, Input, Switch } from 'antd';
import type { TextAreaRef } from 'antd/es/input/TextArea';
import { useRef, useState } from 'react';
import { call } from '../../../../workbench/api/client.ts';
import { useAction, useApi } from '../../../../workbench/api/use-api.ts';
import { EditDialog } from '../../../../workbench/components/edit-dialog.tsx';
import { useRowSave } from '../../../../workbench/components/use-row-save.ts';
import type { TemplateCheck, TemplateView } from '../../letters/letters.contract.ts';
import { TemplatePreview } from './template-preview.tsx';
import { TemplateVersions } from './template-versions.tsx';

const FIELDS = [
  { name: 'title', label: '标题' },
  { name: 'body', label: '正文' },
  { name: 'hasRedHead', label: '红头' },
  { name: 'note', label: '修改说明' },
] as const;

interface Words {
  readonly title: string;
  readonly body: string;
  readonly hasRedHead: boolean;
  readonly note: string;
}

/** A template beside what may stand in it, its older versions, and how it looks with invented words. */
export function TemplateDialog(props: {
  readonly template: TemplateView;
  readonly mayEdit: boolean;
  readonly onClose: () => void;
}) {
  const { template, mayEdit, onClose } = props;
  const [form] = Form.useForm<Words>();
  const [check, setCheck] = useState<TemplateCheck>();
  const body = useRef<TextAreaRef>(null);
  const versions = useApi<{ items: readonly TemplateView[] }>(`/api/letter-templates/${template.kind}/versions`);
  const { title, hasRedHead, version } = template;
  const initial = { title, body: template.body, hasRedHead, note: '' };
  const row = useRowSave<TemplateView>({
    base: { ...initial, version },
    put: (words) => call<TemplateView>('PUT', `/api/letter-templates/${template.kind}`, words),
    refreshes: ['/api/letter-templates'],
    done: '已保存，以后生成的文书按新模板。',
    onDone: onClose,
  });
  const tryOut = useAction(
    (words: Words) => call<TemplateCheck>('POST', `/api/letter-templates/${template.kind}/check`, words),
    { onDone: setCheck },
  );
  const words = (): Words => ({ ...initial, ...form.getFieldsValue() });
  /** At the cursor, so that a blank lands where it is wanted. */
  const insert = (label: string) => {
    const area = body.current?.resizableTextArea?.textArea;
    const text = String(form.getFieldValue('body') ?? '');
    const at = area?.selectionStart ?? text.length;
    form.setFieldsValue({ body: `${text.slice(0, at)}【${label}】${text.slice(area?.selectionEnd ?? at)}` });
    setCheck(undefined);
    area?.focus();
  };
  return (
    <EditDialog
      title={template.label}
      width={880}
      okText="保存为新版本"
      okDisabled={!mayEdit}
      onOk={form.submit}
      onClose={onClose}
      row={row}
      fields={FIELDS}
    >
      <Form<Words>
        form={form}
        layout="vertical"
        disabled={!mayEdit}
        initialValues={initial}
        onFinish={(values) => row.save({ ...initial, ...values })}
        onValuesChange={() => setCheck(undefined)}
      >
        <Form.Item name="title" label="标题" rules={[{ required: true, whitespace: true, message: '请填写标题。' }]}>
          <Input maxLength={40} />
        </Form.Item>
        <Form.Item
          name="body"
          label="正文"
          extra="一行一段，第一行是称谓。【】中的内容随案卷自动填写；整行没有内容可填的，那一行不出现。落款和日期自动生成。"
          rules={[{ required: true, whitespace: true, message: '请填写正文。' }]}
        >
          <Input.TextArea ref={body} autoSize={{ minRows: 8, maxRows: 18 }} maxLength={5000} />
        </Form.Item>
        <Blanks template={template} onPick={insert} />
        <Form.Item name="hasRedHead" label="红头（机关名称和红色双线）" valuePropName="checked">
          <Switch checkedChildren="有" unCheckedChildren="无" />
        </Form.Item>
        {mayEdit ? (
          <Form.Item
            name="note"
            label="修改说明"
            rules={[{ required: true, whitespace: true, min: 2, message: '请写明为什么修改。' }]}
          >
            <Input maxLength={200} />
          </Form.Item>
        ) : null}
      </Form>
      <p>
        <Button loading={tryOut.isPending} onClick={() => tryOut.mutate(words())}>
          检查并预览
        </Button>
      </p>
      {check ? <TemplatePreview check={check} /> : null}
      <TemplateVersions
        versions={versions.data?.items ?? []}
        mayEdit={mayEdit}
        onTake={(old) => {
          form.setFieldsValue({ title: old.title, body: old.body, hasRedHead: old.hasRedHead });
          setCheck(undefined);
        }}
      />
    </EditDialog>
  );
}

function Blanks({ template, onPick }: { readonly template: TemplateView; readonly onPick: (label: string) => void }) {
  const group = (isNeeded: boolean) => template.blanks.filter((one) => one.isNeeded === isNeeded);
  const buttons = (isNeeded: boolean) =>
    group(isNeeded).map(({ label }) => (
      <Button key={label} size="small" onClick={() => onPick(label)} aria-label={`插入【${label}】`}>
        {label}
      </Button>
    ));
  return (
    <div className="mc-blanks">
      <p>
        <span className="mc-muted">必须有：</span> {buttons(true)}
      </p>
      {group(false).length > 0 ? (
        <p>
          <span className="mc-muted">可以有：</span> {buttons(false)}
        </p>
      ) : null}
    </div>
  );
}
