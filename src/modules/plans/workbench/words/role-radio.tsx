import { Radio } from 'antd';
import { UNIT_ROLE_WORDS, UNIT_ROLES, type UnitRole } from '../../plan-words.ts';

export function RoleRadio(props: {
  readonly value?: UnitRole;
  readonly onChange?: (role: UnitRole) => void;
  readonly id?: string;
}) {
  return (
    <Radio.Group
      {...(props.id ? { id: props.id } : {})}
      optionType="button"
      {...(props.value ? { value: props.value } : {})}
      onChange={(event) => props.onChange?.(event.target.value as UnitRole)}
      options={UNIT_ROLES.map((role) => ({ value: role, label: UNIT_ROLE_WORDS[role] }))}
    />
  );
}
