import { Form, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { call } from '../../../../workbench/api/client.ts';
import { useAction, useApi } from '../../../../workbench/api/use-api.ts';
import { todayInShanghai } from '../../../../workbench/components/day.ts';
import { DayInput } from '../../../../workbench/components/day-input.tsx';
import type { ChosenPolicy, EntryView } from '../../entries/entries.contract.ts';
import type { TreatmentDetail } from '../../treatments/treatments.contract.ts';
import { REFRESHES } from './refreshes.ts';

interface Values {
  readonly effectiveOn: string;
  readonly result: string;
  readonly proofs?: readonly number[];
}

/** What was published or changed, from which day on, with what everybody can read of it as proof. */
export function FinishDialog({ detail, onClose }: { readonly detail: TreatmentDetail; readonly onClose: () => void }) {
  const [form] = Form.useForm<Values>();
  const finish = useAction<Values>(
    (values) =>
      call('POST', `/api/source-treatments/${detail.id}/finish`, {
        ...values,
        proofs: values.proofs ?? [],
        version: detail.version,
      }),
    { refreshes: REFRESHES, done: '已报告落实。满一个自然月后由主管部门确认成效。', onDone: onClose },
  );
  const isPublished = detail.measureKind === 'publication';
  return (
    <Modal
      open
      width={640}
      title="报告措施落实"
      okText="报告落实"
      cancelText="取消"
      confirmLoading={finish.isPending}
      onOk={form.submit}
      onCancel={onClose}
    >
      <Form<Values>
        form={form}
        layout="vertical"
        initialValues={{
          effectiveOn: todayInShanghai(),
          result: detail.result,
          proofs: detail.proofs.map((one) => one.number),
        }}
        onFinish={(values) => finish.mutate(values)}
      >
        <Form.Item
          name="effectiveOn"
          label="生效日期"
          extra="从这一天起比较前后的来件数。"
          rules={[{ required: true, message: '请填写生效日期。' }]}
        >
          <DayInput max={todayInShanghai()} />
        </Form.Item>
        <Form.Item
          name="result"
          label="落实情况"
          extra="公开、修改或者改善了什么。"
          rules={[
            { required: true, whitespace: true, min: 4, message: '请写明公开、修改或者改善了什么，至少 4 个字。' },
          ]}
        >
          <Input.TextArea autoSize={{ minRows: 3, maxRows: 10 }} maxLength={2000} />
        </Form.Item>
        <Form.Item
          name="proofs"
          label="公开的文件、常见问题"
          rules={isPublished ? [{ required: true, message: '请附上公开的文件或者常见问题。' }] : []}
        >
          <ProofSelect known={detail.proofs} />
        </Form.Item>
      </Form>
    </Modal>
  );
}

/** Public documents and FAQ entries by a few of their words. */
function ProofSelect(props: {
  readonly id?: string;
  readonly value?: readonly number[];
  readonly onChange?: (numbers: number[]) => void;
  readonly known: TreatmentDetail['proofs'];
}) {
  const [asked, setAsked] = useState('');
  const [chosen, setChosen] = useState<readonly { value: number; label: string }[]>(
    props.known.map(({ number, title }) => ({ value: number, label: title })),
  );
  const policies = useApi<{ items: readonly ChosenPolicy[] }>(asked ? '/api/knowledge/policies' : null, { q: asked });
  const entries = useApi<{ items: readonly EntryView[] }>(asked ? '/api/knowledge/entries' : null, { q: asked });
  const found = asked
    ? [
        ...(policies.data?.items ?? []).map(({ number, title }) => ({ value: number, label: title })),
        ...(entries.data?.items ?? []).map(({ number, question }) => ({
          value: number,
          label: `常见问题：${question}`,
        })),
      ]
    : [];
  const options = [...chosen, ...found.filter(({ value }) => !chosen.some((one) => one.value === value))];
  return (
    <Select<number[]>
      mode="multiple"
      {...(props.id ? { id: props.id } : {})}
      aria-label="公开的文件、常见问题"
      value={[...(props.value ?? [])]}
      placeholder="输入几个字查找"
      showSearch={{ filterOption: false, onSearch: setAsked }}
      options={options}
      notFoundContent={asked ? '没有找到' : '请输入几个字'}
      onChange={(numbers) => {
        setChosen(options.filter(({ value }) => numbers.includes(value)));
        props.onChange?.(numbers);
      }}
    />
  );
}
