import { Input } from 'antd';
import { type ReactNode, useId } from 'react';

/** A labelled part of the decision; what is missing of it stands right below. */
export function Part(props: {
  readonly label: string;
  readonly help?: string;
  readonly missing?: string | undefined;
  readonly children: (id: string) => ReactNode;
}) {
  const id = useId();
  return (
    <div className="mc-part">
      <label htmlFor={id}>{props.label}</label>
      {props.children(id)}
      {props.help ? <div className="mc-muted mc-small">{props.help}</div> : null}
      {props.missing ? <div className="mc-orange mc-small">{props.missing}</div> : null}
    </div>
  );
}

/** The same for a group of boxes or several fields. */
export function PartGroup(props: {
  readonly label: string;
  readonly help?: string;
  readonly missing?: string | undefined;
  readonly children: ReactNode;
}) {
  return (
    <fieldset className="mc-part">
      <legend>{props.label}</legend>
      {props.children}
      {props.help ? <div className="mc-muted mc-small">{props.help}</div> : null}
      {props.missing ? <div className="mc-orange mc-small">{props.missing}</div> : null}
    </fieldset>
  );
}

export function Words(props: {
  readonly id?: string;
  readonly label?: string;
  readonly value: string | undefined;
  readonly onChange: (text: string) => void;
  readonly rows?: number;
  readonly most?: number;
  readonly placeholder?: string;
}) {
  const { id, label, value = '', onChange, rows = 3, most = 5000, placeholder } = props;
  const common = {
    ...(id ? { id } : {}),
    ...(label ? { 'aria-label': label } : {}),
    ...(placeholder ? { placeholder } : {}),
    value,
    maxLength: most,
  };
  return rows === 1 ? (
    <Input {...common} onChange={(event) => onChange(event.target.value)} />
  ) : (
    <Input.TextArea {...common} rows={rows} onChange={(event) => onChange(event.target.value)} />
  );
}
