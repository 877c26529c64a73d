import { Form, Input, Radio, Select } from 'antd';
import { DayInput } from '../../../../workbench/components/day-input.tsx';

interface FieldProps {
  readonly name: string;
  readonly label: string;
  readonly extra?: string;
}

export function WordsField(
  props: FieldProps & { readonly least?: number; readonly most?: number; readonly rows?: number },
) {
  const { name, label, extra, least = 2, most = 1000, rows = 3 } = props;
  return (
    <Form.Item
      name={name}
      label={label}
      {...(extra ? { extra } : {})}
      rules={[{ required: true, whitespace: true, min: least, message: `请填写，至少 ${least} 个字。` }]}
    >
      <Input.TextArea rows={rows} maxLength={most} showCount />
    </Form.Item>
  );
}

export function OptionalWords(props: FieldProps & { readonly most: number; readonly rows?: number }) {
  const { name, label, extra, most, rows = 2 } = props;
  return (
    <Form.Item name={name} label={label} {...(extra ? { extra } : {})}>
      {rows === 1 ? <Input maxLength={most} /> : <Input.TextArea rows={rows} maxLength={most} />}
    </Form.Item>
  );
}

export function LineField(props: FieldProps & { readonly most: number }) {
  const { name, label, extra, most } = props;
  return (
    <Form.Item
      name={name}
      label={label}
      {...(extra ? { extra } : {})}
      rules={[{ required: true, whitespace: true, message: '请填写。' }]}
    >
      <Input maxLength={most} autoComplete="off" />
    </Form.Item>
  );
}

export function DayField(
  props: FieldProps & { readonly min?: string; readonly max?: string; readonly optional?: true },
) {
  const { name, label, extra, min, max, optional } = props;
  return (
    <Form.Item
      name={name}
      label={label}
      {...(extra ? { extra } : {})}
      rules={[{ required: !optional, message: '请填写日期。' }]}
    >
      <DayInput {...(min ? { min } : {})} {...(max ? { max } : {})} />
    </Form.Item>
  );
}

interface Option<V> {
  readonly value: V;
  readonly label: string;
}

export function ChoiceField<V extends string | boolean>(
  props: FieldProps & { readonly options: readonly Option<V>[] },
) {
  return (
    <Form.Item
      name={props.name}
      label={props.label}
      {...(props.extra ? { extra: props.extra } : {})}
      rules={[{ required: true, message: '请选择。' }]}
    >
      <Radio.Group options={[...props.options]} />
    </Form.Item>
  );
}

export function SelectField(props: FieldProps & { readonly options: readonly Option<string>[] }) {
  return (
    <Form.Item name={props.name} label={props.label} rules={[{ required: true, message: '请选择。' }]}>
      <Select aria-label={props.label} options={[...props.options]} />
    </Form.Item>
  );
}

export function optionsOf<V extends string>(values: readonly V[], labels: Readonly<Record<V, string>>): Option<V>[] {
  return values.map((value) => ({ value, label: labels[value] }));
}
