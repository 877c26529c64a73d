import { Input } from 'antd';
import type { ReactNode } from 'react';
import type { Content, FieldValue } from '../../content/content.contract.ts';
import type { KindView } from '../../register.contract.ts';
import { placeElementId } from '../words/places.ts';
import { FieldInput } from './field-input.tsx';

/** Title and elements of the kind (要素). */
export function FieldsForm(props: {
  readonly kind: KindView | undefined;
  readonly content: Content;
  readonly onChange: (change: Partial<Content>) => void;
  /** Findings, remarks and reasons at a place. */
  readonly notesAt: (place: string) => ReactNode;
}) {
  const { kind, content, onChange, notesAt } = props;
  return (
    <div className="mc-elements">
      <Element place="title" label="标题" isRequired wide notes={notesAt('title')}>
        <Input.TextArea
          id={inputId('title')}
          value={content.title}
          autoSize={{ minRows: 1, maxRows: 4 }}
          maxLength={300}
          onChange={(event) => onChange({ title: event.target.value.replace(/\n/g, '') })}
        />
      </Element>
      {(kind?.fields ?? []).map((field) => {
        const place = `field:${field.code}`;
        return (
          <Element
            key={field.code}
            place={place}
            label={field.label}
            isRequired={field.required}
            help={[field.help, field.internal ? '仅内部使用，不公开' : ''].filter(Boolean).join('；')}
            wide={field.type === 'longText'}
            notes={notesAt(place)}
          >
            <FieldInput
              field={field}
              id={inputId(place)}
              value={content.fields[field.code]}
              onChange={(value: FieldValue) => onChange({ fields: { ...content.fields, [field.code]: value } })}
            />
          </Element>
        );
      })}
    </div>
  );
}

function inputId(place: string): string {
  return `input-${placeElementId(place)}`;
}

function Element(props: {
  readonly place: string;
  readonly label: string;
  readonly isRequired?: boolean;
  readonly help?: string;
  readonly wide?: boolean;
  readonly notes: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <div id={placeElementId(props.place)} className={`mc-element${props.wide ? ' mc-element-wide' : ''}`}>
      <label htmlFor={inputId(props.place)}>
        {props.label}
        {props.isRequired ? <span className="mc-required">（公开前必填）</span> : null}
      </label>
      {props.children}
      {props.help ? <div className="mc-muted mc-small">{props.help}</div> : null}
      {props.notes}
    </div>
  );
}
