import { Button, Form, Input, InputNumber, Select } from 'antd';
import { useState } from 'react';
import { call } from '../../../workbench/api/client.ts';
import { useAction } from '../../../workbench/api/use-api.ts';
import { DayInput } from '../../../workbench/components/day-input.tsx';
import { EditDialog } from '../../../workbench/components/edit-dialog.tsx';
import { useRowSave } from '../../../workbench/components/use-row-save.ts';
import type { TermRuleInput, TermRulePreview, TermRuleView } from '../terms/terms.contract.ts';
import { TermPreview } from './term-preview.tsx';

const REFRESHES = ['/api/library'];
const FIELDS = [
  { name: 'fromOn', label: '从哪天起' },
  { name: 'basis', label: '依据' },
  { name: 'terms', label: '有效期' },
  { name: 'duties', label: '到期前的工作' },
  { name: 'reason', label: '修改理由' },
] as const;
const FIRST: TermRuleInput['terms'] = [{ words: [], years: 5 }];

/** A rule with what it would do to the documents that are there, shown before it is saved. */
export function TermRuleDialog({ rule, onClose }: { readonly rule?: TermRuleView; readonly onClose: () => void }) {
  const [form] = Form.useForm<TermRuleInput>();
  const [preview, setPreview] = useState<TermRulePreview>();
  const initial = {
    fromOn: rule?.fromOn ?? null,
    basis: rule?.basis ?? '',
    terms: rule?.terms ?? FIRST,
    duties: rule?.duties ?? [],
    reason: '',
  };
  const create = useAction((input: TermRuleInput) => call('POST', '/api/library/term-rules', input), {
    refreshes: REFRESHES,
    done: '已增加规则，有效性已重新计算。',
    onDone: onClose,
  });
  const edit = useRowSave<TermRuleView>({
    base: { ...initial, version: rule?.version ?? 0 },
    put: (body) => call<TermRuleView>('PUT', `/api/library/term-rules/${rule?.id}`, body),
    refreshes: REFRESHES,
    done: '已保存规则，有效性已重新计算。',
    onDone: onClose,
  });
  const tryOut = useAction(
    (input: TermRuleInput) =>
      call<TermRulePreview>('POST', '/api/library/term-rules/preview', { ...input, id: rule?.id ?? null }),
    { onDone: setPreview },
  );
  const finish = (values: TermRuleInput) => (rule ? edit.save({ ...initial, ...values }) : create.mutate(values));
  return (
    <EditDialog
      title={rule ? '修改有效期规则' : '增加有效期规则'}
      width={720}
      isBusy={create.isPending}
      onOk={form.submit}
      onClose={onClose}
      row={edit}
      fields={FIELDS}
    >
      <Form<TermRuleInput>
        form={form}
        layout="vertical"
        initialValues={initial}
        onFinish={finish}
        onValuesChange={() => setPreview(undefined)}
      >
        <Form.Item name="fromOn" label="从哪天起制发的文件适用" rules={[{ required: true, message: '请选择日期。' }]}>
          <DayInput />
        </Form.Item>
        <Form.Item
          name="basis"
          label="依据"
          extra="文件名称、文号和条款，公众会看到。"
          rules={[{ required: true, min: 6, message: '请写明依据的文件和条款。' }]}
        >
          <Input.TextArea maxLength={300} autoSize={{ minRows: 2 }} />
        </Form.Item>
        <Terms />
        <Duties />
        <Form.Item name="reason" label="修改理由" rules={[{ required: true, min: 4, message: '请写明修改理由。' }]}>
          <Input maxLength={300} />
        </Form.Item>
        <p>
          <Button
            loading={tryOut.isPending}
            onClick={() =>
              void form.validateFields().then(
                (values) => tryOut.mutate(values),
                () => undefined,
              )
            }
          >
            试算对现有文件的影响
          </Button>
        </p>
        {preview ? <TermPreview preview={preview} /> : null}
      </Form>
    </EditDialog>
  );
}

function Terms() {
  return (
    <fieldset className="mc-lines">
      <legend>有效期（从上到下，先符合的先用；名称留空的一条适用于其他文件）</legend>
      <Form.List name="terms">
        {(lines, { add, remove }) => (
          <>
            {lines.map(({ key, name }) => (
              <div key={key} className="mc-line">
                <Form.Item name={[name, 'words']} label="名称中有">
                  <Select mode="tags" open={false} tokenSeparators={['、', '，', ',']} placeholder="其他文件" />
                </Form.Item>
                <Form.Item name={[name, 'years']} label="年" rules={[{ required: true, message: '请填年限。' }]}>
                  <InputNumber min={1} max={30} precision={0} />
                </Form.Item>
                <Button onClick={() => remove(name)}>删除这条有效期</Button>
              </div>
            ))}
            <Button onClick={() => add({ words: [], years: 5 })}>增加一条有效期</Button>
          </>
        )}
      </Form.List>
    </fieldset>
  );
}

function Duties() {
  return (
    <fieldset className="mc-lines">
      <legend>到期前的工作（到时提醒制发单位和主管部门）</legend>
      <Form.List name="duties">
        {(lines, { add, remove }) => (
          <>
            {lines.map(({ key, name }) => (
              <div key={key} className="mc-line">
                <Form.Item
                  name={[name, 'monthsBefore']}
                  label="提前月数"
                  rules={[{ required: true, message: '请填月数。' }]}
                >
                  <InputNumber min={1} max={24} precision={0} />
                </Form.Item>
                <Form.Item
                  name={[name, 'duty']}
                  label="做什么"
                  rules={[{ required: true, min: 4, message: '请写明要做什么。' }]}
                >
                  <Input maxLength={200} />
                </Form.Item>
                <Button onClick={() => remove(name)}>删除这项工作</Button>
              </div>
            ))}
            <Button onClick={() => add({ monthsBefore: 6, duty: '' })}>增加一项工作</Button>
          </>
        )}
      </Form.List>
    </fieldset>
  );
}
