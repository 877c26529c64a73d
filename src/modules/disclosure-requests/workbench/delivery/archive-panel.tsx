import { Alert, Button, Form, Input } from 'antd';
import { dayText } from '../../../../workbench/components/day.ts';
import { Section } from '../../../../workbench/components/section.tsx';
import type { ArchiveInput } from '../../delivery/delivery.contract.ts';
import type { RequestView } from '../../viewing/request-view.contract.ts';
import { markFields } from '../words/field-errors.ts';
import { useRequestAct } from '../words/use-request.ts';
import { missingNodes } from './missing-nodes.ts';

/** Closing the file: what is still missing is told at once, not one after the other. */
export function ArchivePanel({ view }: { readonly view: RequestView }) {
  const [form] = Form.useForm<{ archiveNumber: string }>();
  const archive = useRequestAct<ArchiveInput>(view.case.id, '/archive', {
    done: '已办结归档。',
    onProblem: (problem) => markFields(form, problem),
  });
  if (view.archive)
    return (
      <Section title="归档">
        <p>
          {dayText(view.archive.on)}办结归档，档号 {view.archive.number}。
        </p>
      </Section>
    );
  if (view.case.allowed.close !== true) return null;
  const missing = missingNodes(view);
  return (
    <Section title="归档">
      {missing.length > 0 ? (
        <Alert
          type="warning"
          showIcon
          title="案卷还不完整，暂时不能归档"
          description={
            <ul className="mc-reasons">
              {missing.map((one) => (
                <li key={one}>{one}</li>
              ))}
            </ul>
          }
        />
      ) : (
        <Form
          form={form}
          name="archive"
          layout="vertical"
          onFinish={({ archiveNumber }) => archive.mutate({ version: view.case.version, archiveNumber })}
        >
          <Form.Item
            name="archiveNumber"
            label="档号"
            rules={[{ required: true, whitespace: true, message: '请填写档号。' }]}
          >
            <Input maxLength={60} />
          </Form.Item>
          <Button type="primary" htmlType="submit" loading={archive.isPending}>
            办结归档
          </Button>
        </Form>
      )}
    </Section>
  );
}
