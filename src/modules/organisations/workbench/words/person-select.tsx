import { Select } from 'antd';
import { useState } from 'react';
import { useApi } from '../../../../workbench/api/use-api.ts';
import type { PersonView } from '../../people.contract.ts';
import { useUnitNames } from './use-units.ts';

/** Finds a person by name, account, pinyin initials or unit, among those whom the user may see. */
export function PersonSelect(props: {
  readonly value?: string | null;
  readonly onChange?: (id: string | null) => void;
  readonly label: string;
  readonly id?: string;
  readonly unitId?: string | undefined;
  readonly except?: string | undefined;
}) {
  const [search, setSearch] = useState('');
  const unitName = useUnitNames();
  const found = useApi<{ items: PersonView[] }>('/api/people', { search, unitId: props.unitId, pageSize: 50 });
  const chosen = useApi<PersonView>(props.value ? `/api/people/${props.value}` : null);
  const people = (found.data?.items ?? []).filter((person) => person.id !== props.except);
  const isListed = people.some((person) => person.id === props.value);
  const shown = chosen.data && !isListed ? [chosen.data, ...people] : people;
  return (
    <Select<string>
      {...(props.id ? { id: props.id } : {})}
      aria-label={props.label}
      {...(props.value ? { value: props.value } : {})}
      onChange={(value) => props.onChange?.(value ?? null)}
      allowClear
      showSearch={{ filterOption: false, onSearch: setSearch }}
      loading={found.isFetching}
      placeholder="输入姓名、账号或单位查找"
      notFoundContent="没有找到，可换个写法再试"
      options={shown.map((person) => ({
        value: person.id,
        label: [person.name, unitName(person.unitId), person.position].filter(Boolean).join(' · '),
      }))}
    />
  );
}
