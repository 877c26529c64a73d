import { Select } from 'antd';
import { useState } from 'react';
import { useApi } from '../../../workbench/api/use-api.ts';
import type { PublicChoice } from '../registers/records.contract.ts';

/** Finds public documents or interpretations by words of the title or the document number. */
export function PublicSelect(props: {
  readonly of: 'document' | 'interpretation';
  readonly label: string;
  readonly known: Readonly<Record<string, string>>;
  readonly isMultiple?: boolean;
  readonly id?: string;
  readonly value: readonly number[];
  readonly onChange: (numbers: number[]) => void;
}) {
  const [text, setText] = useState('');
  const [seen, setSeen] = useState<Readonly<Record<string, string>>>({});
  const found = useApi<{ items: readonly PublicChoice[] }>('/api/interpretation-records/choices', {
    of: props.of,
    text,
  });
  const options = new Map<number, string>();
  for (const number of props.value)
    options.set(number, props.known[String(number)] ?? seen[String(number)] ?? `编号 ${number}`);
  for (const one of found.data?.items ?? []) options.set(one.number, `${one.title}（${one.note}）`);
  return (
    <Select<number[]>
      {...(props.id ? { id: props.id } : {})}
      mode="multiple"
      aria-label={props.label}
      {...(props.isMultiple ? {} : { maxCount: 2 })}
      value={[...props.value]}
      placeholder="输入标题或发文字号查找"
      showSearch={{ filterOption: false, onSearch: setText }}
      options={[...options].map(([value, label]) => ({ value, label }))}
      notFoundContent="没有找到已公开的信息。"
      onChange={(numbers) => {
        setSeen({ ...seen, ...Object.fromEntries([...options].map(([number, label]) => [String(number), label])) });
        props.onChange(props.isMultiple ? numbers : numbers.slice(-1));
        setText('');
      }}
    />
  );
}
