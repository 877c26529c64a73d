import { Button, Select, Space } from 'antd';
import { useState } from 'react';
import { useApi } from '../../../../workbench/api/use-api.ts';
import type { EntryView } from '../../entries/entries.contract.ts';

/** Chooses a public entry that answers already. */
export function LinkEntry(props: {
  readonly alike: readonly { readonly number: number; readonly question: string }[];
  readonly isBusy: boolean;
  readonly onLink: (number: number) => void;
}) {
  const [asked, setAsked] = useState('');
  const [number, setNumber] = useState<number>();
  const found = useApi<{ items: readonly EntryView[] }>(asked === '' ? null : '/api/knowledge/entries', { q: asked });
  const options = [
    ...props.alike,
    ...(found.data?.items ?? []).filter((one) => !props.alike.some((alike) => alike.number === one.number)),
  ].map((one) => ({ value: one.number, label: one.question }));
  return (
    <Space.Compact block>
      <Select
        aria-label="已有的条目"
        showSearch={{ filterOption: false, onSearch: setAsked }}
        placeholder="选择或者查找已公开的条目"
        options={options}
        value={number ?? null}
        onChange={(chosen: number | null) => setNumber(chosen ?? undefined)}
        notFoundContent="没有找到"
      />
      <Button
        disabled={number === undefined}
        loading={props.isBusy}
        onClick={() => number !== undefined && props.onLink(number)}
      >
        用它回答
      </Button>
    </Space.Compact>
  );
}
