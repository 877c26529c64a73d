import type { FormRule } from 'antd';
import { Input, InputNumber, Select } from 'antd';
import { todayInShanghai } from '../../../workbench/components/day.ts';
import { DayInput } from '../../../workbench/components/day-input.tsx';
import { LONGEST, MOST_COUNTED, type NamedFile, type RegisterField } from '../registers/register.contract.ts';
import { FileInput } from './file-input.tsx';
import { PublicSelect } from './public-select.tsx';
import { RecordSelect } from './record-select.tsx';

/** The input that fits a field's type; antd's form hands over `value`, `onChange` and `id`. */
export function FieldInput(props: {
  readonly field: RegisterField;
  /** Titles of public items that the row already names, by number. */
  readonly known: Readonly<Record<string, string>>;
  readonly id?: string;
  readonly value?: unknown;
  readonly onChange?: (value: unknown) => void;
}) {
  const { field, known, value } = props;
  const change = (next: unknown) => props.onChange?.(next);
  const id = props.id ? { id: props.id } : {};
  switch (field.type) {
    case 'longText':
      return (
        <Input.TextArea
          {...id}
          value={textOf(value)}
          onChange={(event) => change(event.target.value)}
          maxLength={field.maxLength ?? LONGEST.longText}
          autoSize={{ minRows: 2, maxRows: 10 }}
        />
      );
    case 'day':
      return <DayInput {...id} value={textOf(value) || null} onChange={change} max={todayInShanghai()} />;
    case 'count':
      return (
        <InputNumber
          {...id}
          min={0}
          max={MOST_COUNTED}
          precision={0}
          value={typeof value === 'number' ? value : null}
          onChange={change}
        />
      );
    case 'choice':
      return (
        <Select
          {...id}
          allowClear
          value={value ?? null}
          onChange={(next) => change(next ?? null)}
          options={Object.entries(field.choices ?? {}).map(([code, label]) => ({ value: code, label }))}
        />
      );
    case 'document':
    case 'interpretation':
      return (
        <PublicSelect
          {...id}
          of={field.type}
          label={field.label}
          known={known}
          value={typeof value === 'number' ? [value] : []}
          onChange={(numbers) => change(numbers.at(-1) ?? null)}
        />
      );
    case 'documents':
      return (
        <PublicSelect
          {...id}
          of="document"
          isMultiple
          label={field.label}
          known={known}
          value={Array.isArray(value) ? (value as number[]) : []}
          onChange={change}
        />
      );
    case 'record':
      return <RecordSelect {...id} register={field.of ?? ''} value={textOf(value)} onChange={change} />;
    case 'file':
      return <FileInput {...id} value={(value ?? null) as NamedFile | null} onChange={change} />;
    default:
      return (
        <Input
          {...id}
          value={textOf(value)}
          onChange={(event) => change(event.target.value)}
          maxLength={field.maxLength ?? LONGEST[field.type]}
        />
      );
  }
}

export function fieldRules(field: RegisterField): FormRule[] {
  const verb = ['text', 'longText', 'count', 'address'].includes(field.type) ? '填写' : '选择';
  const rules: FormRule[] = field.required
    ? [{ required: true, message: `请${field.type === 'file' ? '上传' : verb}${field.label}。` }]
    : [];
  if (field.type === 'address')
    rules.push({ pattern: /^https?:\/\//i, message: '请填写以 http:// 或 https:// 开头的网址。' });
  return rules;
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
