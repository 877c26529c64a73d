import { Form, Input } from 'antd';
import { call } from '../../../workbench/api/client.ts';
import { useAction } from '../../../workbench/api/use-api.ts';
import { DayInput } from '../../../workbench/components/day-input.tsx';
import { type ReportScope, SCOPE_WORDS } from '../reports/report-words.ts';
import type { DueInput, ReportList } from '../reports/reports.contract.ts';
import { FormDialog } from './form-dialog.tsx';

/** By when the year's plan wants the reports published. */
export function DueDialog(props: {
  readonly year: number;
  readonly scope: ReportScope;
  readonly due: ReportList['due']['unit'];
  readonly onClose: () => void;
}) {
  const { year, scope, due, onClose } = props;
  const [form] = Form.useForm<Pick<DueInput, 'dueOn' | 'basis'>>();
  const save = useAction<Pick<DueInput, 'dueOn' | 'basis'>>(
    (values) => call('PUT', `/api/annual-report-due/${year}/${scope}`, { ...values, version: due.version }),
    { refreshes: ['/api/annual-reports'], done: '已设定公布期限。', onDone: onClose },
  );
  return (
    <FormDialog
      title={`${year}年度${SCOPE_WORDS[scope]}公布期限`}
      isBusy={save.isPending}
      onOk={form.submit}
      onClose={onClose}
    >
      <Form form={form} layout="vertical" initialValues={due} onFinish={(values) => save.mutate(values)}>
        <Form.Item name="dueOn" label="最迟公布日期" rules={[{ required: true, message: '请选择日期。' }]}>
          <DayInput min={`${year + 1}-01-01`} max={`${year + 1}-12-31`} />
        </Form.Item>
        <Form.Item name="basis" label="依据" rules={[{ required: true, message: '请写明依据，例如工作要点的要求。' }]}>
          <Input maxLength={300} />
        </Form.Item>
      </Form>
    </FormDialog>
  );
}
