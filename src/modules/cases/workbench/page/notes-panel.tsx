import { Button, Form, Input } from 'antd';
import { instantText } from '../../../../workbench/components/day.ts';
import { Section } from '../../../../workbench/components/section.tsx';
import type { NoteInput } from '../../case-acts.contract.ts';
import type { CaseView } from '../../cases.contract.ts';
import { useCaseAct } from './use-case.ts';

/** What colleagues tell each other; the sender never sees it. */
export function NotesPanel({ view, who = '来信人' }: { readonly view: CaseView; readonly who?: string }) {
  const [form] = Form.useForm<NoteInput>();
  const add = useCaseAct<NoteInput>(view.id, 'POST', '/notes', {
    done: '已添加备注。',
    onDone: () => form.resetFields(),
  });
  const mayNote = view.allowed.note === true;
  if (!mayNote && view.notes.length === 0) return null;
  return (
    <Section title="内部备注" extra={<span className="mc-muted mc-small">{who}看不到</span>}>
      <ul className="mc-list">
        {view.notes.map((note) => (
          <li key={note.id}>
            <div className="mc-pre">{note.text}</div>
            <div className="mc-muted mc-small">
              {note.by?.name ?? '系统'} · {instantText(note.at)}
            </div>
          </li>
        ))}
      </ul>
      {mayNote ? (
        <Form form={form} name="case-note" layout="vertical" onFinish={(values) => add.mutate(values)}>
          <Form.Item
            name="text"
            label="添加备注"
            rules={[{ required: true, whitespace: true, message: '请填写备注。' }]}
          >
            <Input.TextArea rows={2} maxLength={2000} />
          </Form.Item>
          <Button htmlType="submit" loading={add.isPending}>
            添加
          </Button>
        </Form>
      ) : null}
    </Section>
  );
}
