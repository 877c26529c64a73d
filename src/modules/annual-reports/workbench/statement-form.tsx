import { Button, Form, Input, InputNumber, Space } from 'antd';
import { call } from '../../../workbench/api/client.ts';
import { useAction } from '../../../workbench/api/use-api.ts';
import { Section } from '../../../workbench/components/section.tsx';
import type { ReportView } from '../reports/reports.contract.ts';

interface Stated {
  readonly amount: number | null;
  readonly source: string;
}

/** States a figure that the platform has no records of, or adds what lies before its time. */
export function StatementForm({ report, cell }: { readonly report: ReportView; readonly cell: string }) {
  const [form] = Form.useForm<Stated>();
  const figure = report.figures[cell];
  const isAddition = figure?.counted !== null;
  const isMoney = report.cells[cell]?.isMoney ?? false;
  const save = useAction<Stated>(
    (values) =>
      call('PUT', `/api/annual-reports/${report.id}/statements`, { ...values, cell, version: report.version }),
    { refreshes: ['/api/annual-reports'], done: '已保存。' },
  );
  const stated = report.statements.find((one) => one.cell === cell && one.stands);
  return (
    <Section title={isAddition ? '补充申报' : '填报'}>
      <Form
        form={form}
        layout="vertical"
        initialValues={{ amount: stated?.amount ?? null, source: stated?.source ?? '' }}
        onFinish={(values) => save.mutate(values)}
      >
        <Form.Item
          name="amount"
          label={isAddition ? '在平台记录之外增加（减少填负数）' : '数字'}
          extra={isAddition ? '只用于平台启用前办理、没有录入平台的情形。' : '没有发生的填 0。'}
          rules={[{ required: true, message: '请填写数字。' }]}
        >
          <InputNumber precision={isMoney ? 6 : 0} {...(isAddition ? {} : { min: 0 })} />
        </Form.Item>
        <Form.Item name="source" label="来源" rules={[{ required: true, min: 2, message: '请注明数字从哪里来。' }]}>
          <Input maxLength={300} placeholder="例如：行政执法统计年报" />
        </Form.Item>
        <Space>
          <Button type="primary" htmlType="submit" loading={save.isPending}>
            保存
          </Button>
          {stated ? (
            <Button
              onClick={() => save.mutate({ amount: null, source: form.getFieldValue('source') || stated.source })}
              loading={save.isPending}
            >
              撤回申报
            </Button>
          ) : null}
        </Space>
      </Form>
    </Section>
  );
}
