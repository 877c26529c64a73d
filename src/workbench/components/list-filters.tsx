import { Input, Select } from 'antd';
import type { FilterControl } from './use-filters.ts';

interface FilterProps {
  readonly filters: Pick<FilterControl, 'values' | 'set'>;
  /** Of the filter in the address. */
  readonly name: string;
  /** Chinese, read by screen readers. */
  readonly label: string;
  readonly placeholder?: string;
}

/** One choice that narrows a list; cleared, the list shows everything again. */
export function FilterSelect({
  filters: { values, set },
  name,
  label,
  placeholder = `全部${label}`,
  options,
}: FilterProps & { readonly options: readonly { readonly value: string; readonly label: string }[] }) {
  const chosen = options.find(({ value }) => value === values[name]);
  return (
    <Select<string>
      aria-label={label}
      placeholder={placeholder}
      allowClear
      popupMatchSelectWidth={false}
      {...(chosen ? { value: chosen.value } : {})}
      onChange={(value?: string) => set({ [name]: value })}
      options={[...options]}
    />
  );
}

/** Words that a list is searched for. */
export function FilterSearch({ filters: { values, set }, name, label, placeholder = label }: FilterProps) {
  return (
    <Input.Search
      aria-label={label}
      placeholder={placeholder}
      allowClear
      className="mc-grow"
      defaultValue={values[name] ?? ''}
      onSearch={(text) => set({ [name]: text.trim() || undefined })}
    />
  );
}
