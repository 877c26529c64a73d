import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { call } from '../../../workbench/api/client.ts';
import { EditDialog } from '../../../workbench/components/edit-dialog.tsx';
import { Section } from '../../../workbench/components/section.tsx';
import { useRowSave } from '../../../workbench/components/use-row-save.ts';
import { MOST_TEXT, TEXT_HEAD_WORDS, TEXT_HEADS, type TextHead } from '../reports/report-words.ts';
import type { ReportView } from '../reports/reports.contract.ts';

/** The text parts, each beside last year's. */
export function TextsPanel({ report }: { readonly report: ReportView }) {
  const [edited, setEdited] = useState<TextHead>();
  const mayEdit = report.allowed.includes('edit');
  return (
    <>
      {TEXT_HEADS.map((head) => {
        const { label, help, part } = TEXT_HEAD_WORDS[head];
        return (
          <Section
            key={head}
            title={`${report.parts[part - 1]?.slice(0, 2) ?? ''}${label}`}
            extra={
              mayEdit ? (
                <Button size="small" onClick={() => setEdited(head)} aria-label={`编辑${label}`}>
                  编辑
                </Button>
              ) : null
            }
          >
            <div className="mc-report-texts">
              <div>
                <div className="mc-muted mc-small">本年度</div>
                <Words text={report.texts[head] ?? ''} none={`还没有填写。${help}`} />
              </div>
              <div>
                <div className="mc-muted mc-small">上年度</div>
                <Words text={report.lastYear?.texts[head] ?? ''} none="没有上年度的报告。" />
              </div>
            </div>
          </Section>
        );
      })}
      {edited ? <TextDialog report={report} head={edited} onClose={() => setEdited(undefined)} /> : null}
    </>
  );
}

function Words({ text, none }: { readonly text: string; readonly none: string }) {
  if (text === '') return <p className="mc-muted">{none}</p>;
  return <p className="mc-report-words">{text}</p>;
}

function TextDialog(props: { readonly report: ReportView; readonly head: TextHead; readonly onClose: () => void }) {
  const { report, head, onClose } = props;
  const [form] = Form.useForm<{ text: string }>();
  const path = `/api/annual-reports/${report.id}`;
  const row = useRowSave<ReportView>({
    base: { text: report.texts[head] ?? '', version: report.version },
    put: (body) => call('PUT', `${path}/texts`, { ...body, head }),
    fresh: async () => {
      const now = await call<ReportView>('GET', path);
      return { text: now.texts[head] ?? '', version: now.version };
    },
    refreshes: ['/api/annual-reports'],
    done: '已保存。',
    onDone: onClose,
  });
  const { label, help } = TEXT_HEAD_WORDS[head];
  const suggested = report.suggested[head];
  const before = report.lastYear?.texts[head];
  return (
    <EditDialog
      title={label}
      width={900}
      row={row}
      fields={[{ name: 'text', label }]}
      onOk={form.submit}
      onClose={onClose}
    >
      <Form
        form={form}
        layout="vertical"
        initialValues={{ text: report.texts[head] ?? '' }}
        onFinish={(values) => row.save(values)}
      >
        <Form.Item name="text" label="本年度" extra={help}>
          <Input.TextArea rows={10} maxLength={MOST_TEXT} showCount />
        </Form.Item>
        {suggested ? (
          <p>
            <span className="mc-muted">由数字得出：</span>
            {suggested}{' '}
            <Button
              size="small"
              onClick={() => {
                const typed: string = form.getFieldValue('text') ?? '';
                form.setFieldValue('text', typed ? `${typed}\n${suggested}` : suggested);
              }}
            >
              加入正文
            </Button>
          </p>
        ) : null}
        {before ? (
          <>
            <div className="mc-muted mc-small">上年度</div>
            <p className="mc-report-words">{before}</p>
          </>
        ) : null}
      </Form>
    </EditDialog>
  );
}
