import { Form, Input, Select } from 'antd';
import { useState } from 'react';
import { useApi } from '../../../../workbench/api/use-api.ts';
import type { ChosenPolicy } from '../../entries/entries.contract.ts';

interface Passages {
  readonly title: string;
  readonly items: readonly { readonly place: number; readonly text: string }[];
}

/** The policy that the answer rests on, and the passage of it, chosen from its public words. */
export function PolicyFields({ begin }: { readonly begin: { number: number; title: string } | null }) {
  const form = Form.useFormInstance();
  const [asked, setAsked] = useState('');
  const number = Form.useWatch<number | null>('policyNumber', form);
  const found = useApi<{ items: readonly ChosenPolicy[] }>(asked === '' ? null : '/api/knowledge/policies', {
    q: asked,
  });
  const passages = useApi<Passages>(number ? `/api/knowledge/policies/${number}/passages` : null);
  const options = (found.data?.items ?? []).map((one) => ({
    value: one.number,
    label: one.documentNumber ? `${one.title}（${one.documentNumber}）` : one.title,
  }));
  const known =
    begin && !options.some((one) => one.value === begin.number) ? [{ value: begin.number, label: begin.title }] : [];
  return (
    <>
      <Form.Item name="policyNumber" label="依据的政策" extra="按标题、发文字号或者内容查找已公开的文件。">
        <Select
          allowClear
          showSearch={{ filterOption: false, onSearch: setAsked }}
          placeholder="输入几个字查找"
          options={[...known, ...options]}
          notFoundContent={asked === '' ? '请输入几个字' : '没有找到'}
          onChange={() => form.setFieldValue('basis', '')}
        />
      </Form.Item>
      {number && passages.data ? (
        <Form.Item label="从原文里选一段">
          <Select
            aria-label="从原文里选一段"
            placeholder="选中以后填入下面，可以再删减"
            value={null}
            options={passages.data.items.map((one) => ({ value: one.text, label: one.text }))}
            onChange={(text: string | null) => form.setFieldValue('basis', text ?? '')}
          />
        </Form.Item>
      ) : null}
      <Form.Item name="basis" label="依据的原文" extra="逐字摘录。政策修改以后找不到这段话，系统会提醒复核。">
        <Input.TextArea rows={3} maxLength={1000} />
      </Form.Item>
    </>
  );
}
