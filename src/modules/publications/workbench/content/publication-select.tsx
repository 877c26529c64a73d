import { Select } from 'antd';
import { useState } from 'react';
import { useApi } from '../../../../workbench/api/use-api.ts';
import type { PublicationPage } from '../../publications.contract.ts';

/** Finds a publication by words of its title or by its document number. */
export function PublicationSelect(props: {
  readonly value: string | null;
  readonly known: readonly { readonly id: string; readonly title: string }[];
  readonly onChange: (id: string | null) => void;
}) {
  const [text, setText] = useState('');
  const found = useApi<PublicationPage>(text ? '/api/publications' : null, { text, pageSize: 20 });
  const options = new Map(props.known.map((one) => [one.id, one.title]));
  for (const one of text ? (found.data?.items ?? []) : []) options.set(one.id, one.title);
  return (
    <Select<string>
      aria-label="库中的信息"
      className="mc-grow"
      placeholder="输入标题或发文字号查找"
      allowClear
      value={props.value}
      showSearch={{ filterOption: false, onSearch: setText }}
      options={[...options].map(([value, label]) => ({ value, label }))}
      notFoundContent={text ? '没有找到，可填名称或网址。' : '请输入标题或发文字号'}
      onChange={(id) => props.onChange(id ?? null)}
    />
  );
}
