import { Button, Form, Input, InputNumber, Modal, Upload } from 'antd';
import { useState } from 'react';
import { isSafeHref } from '../../../kernel/document-body.ts';

/** Asks for the address of a link; empty takes the link away. */
export function LinkDialog(props: {
  readonly href: string;
  readonly onSet: (href: string | null) => void;
  readonly onClose: () => void;
}) {
  const [form] = Form.useForm<{ href: string }>();
  return (
    <Modal open title="链接" okText="确定" cancelText="取消" onOk={form.submit} onCancel={props.onClose}>
      <Form
        form={form}
        layout="vertical"
        initialValues={{ href: props.href }}
        onFinish={(values) => props.onSet(values.href?.trim() || null)}
      >
        <Form.Item
          name="href"
          label="网址"
          extra="可填 https:// 开头的网址、mailto: 邮箱，或本站地址（如 /documents/12）。留空即取消链接。"
          rules={[{ validator: (_rule, value?: string) => checkHref(value) }]}
        >
          <Input autoFocus maxLength={2000} />
        </Form.Item>
      </Form>
    </Modal>
  );
}

function checkHref(value: string | undefined): Promise<void> {
  if (!value?.trim() || isSafeHref(value.trim())) return Promise.resolve();
  return Promise.reject(new Error('网址须以 http://、https://、mailto: 或 / 开头，中间不能有空格。'));
}

export function TableDialog(props: {
  readonly onInsert: (rows: number, columns: number) => void;
  readonly onClose: () => void;
}) {
  const [form] = Form.useForm<{ rows: number; columns: number }>();
  return (
    <Modal open title="插入表格" okText="插入" cancelText="取消" onOk={form.submit} onCancel={props.onClose}>
      <Form
        form={form}
        layout="vertical"
        initialValues={{ rows: 3, columns: 3 }}
        onFinish={({ rows, columns }) => props.onInsert(rows, columns)}
      >
        <div className="mc-form-row">
          <Form.Item name="rows" label="行数（含表头）" rules={[{ required: true, message: '请填写行数。' }]}>
            <InputNumber min={1} max={200} precision={0} />
          </Form.Item>
          <Form.Item name="columns" label="列数" rules={[{ required: true, message: '请填写列数。' }]}>
            <InputNumber min={1} max={20} precision={0} />
          </Form.Item>
        </div>
      </Form>
    </Modal>
  );
}

/** A picture comes with words for those who cannot see it. */
export function ImageDialog(props: {
  readonly file: File | undefined;
  readonly upload: (file: File) => Promise<{ readonly sha256: string }>;
  readonly onInsert: (sha256: string, alt: string) => void;
  readonly onClose: () => void;
}) {
  const [form] = Form.useForm<{ alt: string }>();
  const [file, setFile] = useState(props.file);
  const [problem, setProblem] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  const insert = async ({ alt }: { alt: string }): Promise<void> => {
    if (!file) return setProblem('请选择图片文件。');
    setBusy(true);
    try {
      const { sha256 } = await props.upload(file);
      props.onInsert(sha256, alt.trim());
    } catch (error) {
      setProblem(error instanceof Error ? error.message : '图片没有上传成功，请重试。');
    } finally {
      setBusy(false);
    }
  };
  return (
    <Modal
      open
      title="插入图片"
      okText="上传并插入"
      cancelText="取消"
      confirmLoading={isBusy}
      onOk={form.submit}
      onCancel={props.onClose}
    >
      <Form form={form} layout="vertical" onFinish={insert}>
        <Form.Item label="图片文件" {...(problem ? { validateStatus: 'error', help: problem } : {})}>
          <Upload
            accept="image/png,image/jpeg,image/gif,image/webp"
            maxCount={1}
            showUploadList={false}
            beforeUpload={(chosen) => {
              setFile(chosen);
              setProblem(undefined);
              return false;
            }}
          >
            <Button>{file ? `已选：${file.name}` : '选择图片'}</Button>
          </Upload>
        </Form.Item>
        <Form.Item
          name="alt"
          label="图片说明"
          extra="写出图上的主要内容，供读屏软件朗读（无障碍要求）。"
          rules={[{ required: true, whitespace: true, message: '请填写图片说明。' }]}
        >
          <Input.TextArea rows={2} maxLength={500} showCount />
        </Form.Item>
      </Form>
    </Modal>
  );
}
