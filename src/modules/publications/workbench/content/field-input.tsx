import { Input, InputNumber, Radio, Select } from 'antd';
import { useApi } from '../../../../workbench/api/use-api.ts';
import { DayInput } from '../../../../workbench/components/day-input.tsx';
import type { FieldValue } from '../../content/content.contract.ts';
import type { KindView } from '../../register.contract.ts';

export type FieldView = KindView['fields'][number];

interface Props {
  readonly field: FieldView;
  readonly id: string;
  readonly value: FieldValue | undefined;
  readonly onChange: (value: FieldValue) => void;
}

/** The input that a field's type asks for; drafts may be incomplete, so nothing is demanded here. */
export function FieldInput(props: Props) {
  const { field, id, value, onChange } = props;
  const text = typeof value === 'string' ? value : '';
  switch (field.type) {
    case 'longText':
      return (
        <Input.TextArea
          id={id}
          value={text}
          autoSize={{ minRows: 3, maxRows: 10 }}
          maxLength={field.maxLength ?? 5000}
          showCount
          onChange={(event) => onChange(event.target.value || null)}
        />
      );
    case 'date':
      return <DayInput id={id} value={text || null} onChange={onChange} />;
    case 'number':
      return <InputNumber id={id} value={typeof value === 'number' ? value : null} onChange={onChange} />;
    case 'boolean':
      return (
        <Radio.Group
          id={id}
          aria-label={field.label}
          value={value ?? undefined}
          onChange={(event) => onChange(event.target.value as boolean)}
        >
          <Radio value={true}>是</Radio>
          <Radio value={false}>否</Radio>
        </Radio.Group>
      );
    case 'choice':
    case 'choices':
    case 'tags':
      return <Choice {...props} />;
    default:
      return (
        <Input
          id={id}
          value={text}
          maxLength={field.maxLength ?? 500}
          onChange={(event) => onChange(event.target.value || null)}
        />
      );
  }
}

type Choices = readonly { readonly value: string; readonly label: string }[];

/** What a field may hold: told with the kind, or kept by the office. */
export function useChoices(field: Pick<FieldView, 'choices' | 'choicesFrom'>): {
  readonly options: Choices;
  readonly isLoading: boolean;
} {
  const kept = useApi<Choices | { readonly items: Choices }>(field.choicesFrom ?? null);
  const fetched = kept.data && 'items' in kept.data ? kept.data.items : kept.data;
  return { options: field.choices ?? fetched ?? [], isLoading: kept.isLoading };
}

function Choice({ field, id, value, onChange }: Props) {
  const { options: choices, isLoading } = useChoices(field);
  const options = [...choices];
  const common = {
    id,
    'aria-label': field.label,
    options,
    allowClear: true,
    showSearch: { optionFilterProp: 'label' },
    loading: isLoading,
    notFoundContent: isLoading ? '正在读取…' : '没有可选的内容，请联系主管部门维护。',
  };
  if (field.type === 'choice') {
    return (
      <Select<string>
        {...common}
        value={typeof value === 'string' && value ? value : null}
        placeholder="请选择"
        onChange={(next) => onChange(next ?? null)}
      />
    );
  }
  return (
    <Select<string[]>
      {...common}
      mode={field.type === 'tags' && !field.choicesFrom && !field.choices ? 'tags' : 'multiple'}
      value={Array.isArray(value) ? value : []}
      placeholder={field.type === 'tags' ? '输入后回车，可填多个' : '可选多个'}
      onChange={(next) => onChange(next.length > 0 ? next : null)}
    />
  );
}
