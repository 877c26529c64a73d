import { Select } from 'antd';
import { useState } from 'react';
import { useApi } from '../../../workbench/api/use-api.ts';
import type { RecordView } from '../registers/records.contract.ts';

/** Finds a row of another register by its words. */
export function RecordSelect(props: {
  readonly register: string;
  readonly id?: string;
  readonly value: string;
  readonly onChange: (id: string | null) => void;
}) {
  const [text, setText] = useState('');
  const found = useApi<{ items: readonly RecordView[] }>('/api/interpretation-records', {
    register: props.register,
    text,
    pageSize: 20,
  });
  return (
    <Select<string>
      {...(props.id ? { id: props.id } : {})}
      allowClear
      {...(props.value ? { value: props.value } : {})}
      showSearch={{ filterOption: false, onSearch: setText }}
      options={(found.data?.items ?? []).map((row) => ({ value: row.id, label: row.title }))}
      onChange={(id) => props.onChange(id ?? null)}
    />
  );
}
