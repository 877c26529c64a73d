import { InboxOutlined } from '@ant-design/icons';
import { Alert, Button, Form, Input, InputNumber, Modal, Upload } from 'antd';
import { useState } from 'react';
import { call } from '../../../workbench/api/client.ts';
import { useAction } from '../../../workbench/api/use-api.ts';
import type { NoticeInput, NoticeReading } from '../calendar.contract.ts';
import { type NoticeDay, NoticeDays } from './notice-days.tsx';
import type { JsonYear } from './year-json.ts';

interface Head {
  readonly year: number;
  readonly documentNumber: string;
  readonly source: string;
}

/** Paste the notice or choose a file, look through what was read, then store; nothing is stored before. */
export function ImportDialog({ year, onClose }: { readonly year: JsonYear; readonly onClose: () => void }) {
  const [form] = Form.useForm<Head>();
  const [text, setText] = useState('');
  const [days, setDays] = useState<readonly NoticeDay[]>();
  const [doubts, setDoubts] = useState<readonly string[]>([]);
  const read = useAction((body: string) => call<NoticeReading>('POST', '/api/calendar/read-notice', { text: body }), {
    onDone: (reading) => {
      setDays(reading.days);
      setDoubts(reading.doubts);
      form.setFieldsValue({
        year: reading.year ?? year.year,
        ...(reading.documentNumber ? { documentNumber: reading.documentNumber } : {}),
      });
    },
  });
  const store = useAction(
    async (head: Head) => {
      const replaces = await noticeInForce(head.year);
      const body = { documentNumber: head.documentNumber, source: head.source, days, replaces };
      return call('PUT', `/api/calendar/years/${head.year}`, body as unknown as NoticeInput);
    },
    {
      refreshes: ['/api/calendar'],
      done: (_, head) => `${head.year} 年放假安排已导入，相关期限将自动重算。`,
      onDone: onClose,
    },
  );
  return (
    <Modal
      open
      width={760}
      title="导入放假通知"
      okText={days ? '确认导入' : '读取'}
      cancelText="取消"
      confirmLoading={read.isPending || store.isPending}
      okButtonProps={{ disabled: days ? days.length === 0 : text.trim() === '' }}
      onOk={() => (days ? form.submit() : read.mutate(text))}
      onCancel={onClose}
    >
      <Form<Head>
        form={form}
        layout="vertical"
        initialValues={{ year: year.year }}
        onFinish={(head) => store.mutate(head)}
      >
        {days ? (
          <>
            <div className="mc-form-row">
              <Form.Item name="year" label="年份" rules={[{ required: true, message: '请填写年份。' }]}>
                <InputNumber min={2000} max={2100} precision={0} />
              </Form.Item>
              <Form.Item
                name="documentNumber"
                label="发文字号"
                className="mc-grow"
                rules={[{ required: true, min: 4, message: '请填写通知的发文字号。' }]}
              >
                <Input placeholder="国办发明电〔2025〕7号" maxLength={60} />
              </Form.Item>
            </div>
            <Form.Item
              name="source"
              label="数据来源"
              rules={[{ required: true, min: 2, message: '请写明来源，例如通知所在网址。' }]}
            >
              <Input placeholder="通知所在网址，或“国务院办公厅通知纸质件”" maxLength={300} />
            </Form.Item>
            <Doubts doubts={doubts} />
            <NoticeDays days={days} onChange={setDays} />
            <Button type="link" onClick={() => setDays(undefined)}>
              返回重新粘贴
            </Button>
          </>
        ) : (
          <SourceFields text={text} onText={setText} onByHand={() => setDays([])} />
        )}
      </Form>
    </Modal>
  );
}

function SourceFields(props: {
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly onByHand: () => void;
}) {
  return (
    <>
      <p>
        粘贴通知正文，或选择 JSON、CSV 文件（列：日期、类型、名称；类型写“放假”或“上班”）。读取后先核对，确认才保存。
      </p>
      <Input.TextArea
        aria-label="通知正文"
        value={props.text}
        onChange={(event) => props.onText(event.target.value)}
        autoSize={{ minRows: 8, maxRows: 16 }}
        maxLength={200_000}
        placeholder="一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。……"
      />
      <Upload.Dragger
        className="mc-gap-above"
        accept=".txt,.json,.csv"
        showUploadList={false}
        beforeUpload={(file) => {
          void file.text().then(props.onText);
          return false;
        }}
      >
        <InboxOutlined /> 选择或拖入 .txt、.json、.csv 文件
      </Upload.Dragger>
      <Button type="link" onClick={props.onByHand}>
        没有文件，逐日填写
      </Button>
    </>
  );
}

function Doubts({ doubts }: { readonly doubts: readonly string[] }) {
  if (doubts.length === 0) return null;
  return (
    <Alert
      className="mc-gap-below"
      type="warning"
      showIcon
      title={`有 ${doubts.length} 处需要核对`}
      description={
        <ul className="mc-plain">
          {doubts.map((doubt) => (
            <li key={doubt}>{doubt}</li>
          ))}
        </ul>
      }
    />
  );
}

/** The year may have been changed in the form. */
async function noticeInForce(year: number): Promise<string | null> {
  const view = await call<JsonYear>('GET', `/api/calendar/years/${year}`);
  return view.notice?.id ?? null;
}
