import { Form, Input, Radio } from 'antd';
import { call } from '../../../../workbench/api/client.ts';
import { todayInShanghai } from '../../../../workbench/components/day.ts';
import { DayInput } from '../../../../workbench/components/day-input.tsx';
import { EditDialog } from '../../../../workbench/components/edit-dialog.tsx';
import { useRowSave } from '../../../../workbench/components/use-row-save.ts';
import type { LookBackItem } from '../../look-back/look-back.contract.ts';
import { VERDICT_WORDS, type Verdict } from '../../plan-words.ts';
import { UnitsSelect } from '../words/unit-select.tsx';
import { type VerdictForm, verdictBody } from './verdict-body.ts';

/** Verifies one item: done, not done with an order to rectify, or rectified. */
export function VerdictDialog({ item, onClose }: { readonly item: LookBackItem; readonly onClose: () => void }) {
  const [form] = Form.useForm<VerdictForm>();
  const verdict = Form.useWatch('verdict', form) ?? startOf(item);
  const choices: readonly Verdict[] =
    item.verdict === 'unfinished' || item.verdict === 'rectified'
      ? ['rectified', 'unfinished', 'verified', 'pending']
      : ['verified', 'unfinished', 'pending'];
  const save = useRowSave<LookBackItem>({
    base: { verdict: item.verdict, finding: item.finding, version: item.version },
    put: (body) => call<LookBackItem>('PUT', `/api/look-back-items/${item.id}`, body),
    refreshes: ['/api/plans'],
    done: '核查结论已保存。',
    onDone: onClose,
  });
  return (
    <EditDialog
      width={640}
      title={`第 ${item.number} 项核查结论`}
      onOk={form.submit}
      onClose={onClose}
      row={save}
      fields={[
        { name: 'verdict', label: '结论', show: (value) => VERDICT_WORDS[value as Verdict] },
        { name: 'finding', label: '核查情况' },
      ]}
    >
      <p className="mc-clamp mc-muted">{item.content}</p>
      <Form<VerdictForm>
        form={form}
        layout="vertical"
        initialValues={{
          verdict: startOf(item),
          finding: item.finding,
          orderText: item.order?.text,
          orderDueOn: item.order?.dueOn,
          orderUnitIds: item.order?.unitIds ?? item.units.map((unit) => unit.id),
          outcome: item.order?.outcome,
          rectifiedOn: item.order?.rectifiedOn ?? todayInShanghai(),
        }}
        onFinish={(values) => save.save(verdictBody(values))}
      >
        <Form.Item name="verdict" label="结论">
          <Radio.Group options={choices.map((one) => ({ value: one, label: VERDICT_WORDS[one] }))} />
        </Form.Item>
        {verdict === 'verified' || verdict === 'unfinished' ? (
          <Form.Item
            name="finding"
            label="核查情况"
            rules={verdict === 'unfinished' ? [{ required: true, message: '请写明未完成的情况。' }] : []}
          >
            <Input.TextArea rows={3} maxLength={2000} showCount />
          </Form.Item>
        ) : null}
        {verdict === 'unfinished' ? (
          <>
            <Form.Item name="orderText" label="整改要求" rules={[{ required: true, message: '请写明整改要求。' }]}>
              <Input.TextArea rows={3} maxLength={2000} showCount />
            </Form.Item>
            <Form.Item name="orderDueOn" label="整改期限" rules={[{ required: true, message: '请选择期限。' }]}>
              <DayInput />
            </Form.Item>
            <Form.Item name="orderUnitIds" label="整改单位" rules={[{ required: true, message: '请选择整改单位。' }]}>
              <UnitsSelect label="整改单位" />
            </Form.Item>
          </>
        ) : null}
        {verdict === 'rectified' ? (
          <>
            <Form.Item name="outcome" label="整改结果" rules={[{ required: true, message: '请写明整改结果。' }]}>
              <Input.TextArea rows={3} maxLength={2000} showCount />
            </Form.Item>
            <Form.Item name="rectifiedOn" label="完成日期" rules={[{ required: true, message: '请选择日期。' }]}>
              <DayInput />
            </Form.Item>
          </>
        ) : null}
      </Form>
    </EditDialog>
  );
}

function startOf(item: LookBackItem): Verdict {
  if (item.verdict === 'pending') return 'verified';
  return item.verdict === 'unfinished' ? 'rectified' : item.verdict;
}
