import { Select } from 'antd';
import { useUnits } from './use-units.ts';

interface Common {
  readonly label?: string;
  readonly placeholder?: string;
  readonly id?: string;
  /** Only these units; all when absent. */
  readonly among?: readonly string[];
}

export function UnitSelect(
  props: Common & { readonly value?: string | null | undefined; readonly onChange?: (id: string | null) => void },
) {
  const options = useOptions(props.among);
  return (
    <Select<string>
      {...(props.id ? { id: props.id } : {})}
      aria-label={props.label ?? '单位'}
      {...(props.value ? { value: props.value } : {})}
      onChange={(value) => props.onChange?.(value ?? null)}
      allowClear
      placeholder={props.placeholder ?? '单位'}
      showSearch={{ optionFilterProp: 'search' }}
      popupMatchSelectWidth={false}
      options={options}
    />
  );
}

export function UnitsSelect(
  props: Common & { readonly value?: readonly string[]; readonly onChange?: (ids: string[]) => void },
) {
  const options = useOptions(props.among);
  return (
    <Select<string[]>
      {...(props.id ? { id: props.id } : {})}
      mode="multiple"
      aria-label={props.label ?? '单位'}
      value={[...(props.value ?? [])]}
      onChange={(values) => props.onChange?.(values)}
      placeholder={props.placeholder ?? '选择单位'}
      showSearch={{ optionFilterProp: 'search' }}
      options={options}
    />
  );
}

function useOptions(among: readonly string[] | undefined) {
  const units = useUnits();
  return (units.data?.items ?? [])
    .filter((unit) => !among || among.includes(unit.id))
    .map((unit) => ({
      value: unit.id,
      label: unit.shortName,
      search: `${unit.name} ${unit.shortName} ${unit.aliases.join(' ')} ${unit.code} ${unit.initials.toLowerCase()}`,
    }));
}
