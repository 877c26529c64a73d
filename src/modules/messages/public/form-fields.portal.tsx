import type { Reason } from '../../../kernel/app-error.ts';

export type Given = Readonly<Record<string, string>>;

interface FieldProps {
  readonly id: string;
  readonly label: string;
  readonly required: boolean;
  readonly hint?: string | null;
  readonly fault: string | null;
  readonly value: string;
  readonly maxLength?: number;
  readonly choices?: readonly { readonly value: string; readonly label: string }[];
  /** Of the choice of nothing. */
  readonly empty?: string;
  readonly isLong?: boolean;
  readonly type?: 'text' | 'tel' | 'email';
  readonly autocomplete?: string;
}

/** A field with its label, what helps to fill it in, and what is wrong with it. */
export function Field(props: FieldProps) {
  const { id, label, required, hint, fault } = props;
  return (
    <div class={fault ? 'ask-field ask-wrong' : 'ask-field'}>
      <label for={id}>
        {label}
        <span class="wanted">{required ? '（必填）' : '（选填）'}</span>
      </label>
      {hint && (
        <p class="ask-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {fault && (
        <p class="ask-error" id={`${id}-fault`}>
          {fault}
        </p>
      )}
      <Control {...props} />
    </div>
  );
}

function Control({
  id,
  required,
  hint,
  fault,
  value,
  maxLength,
  choices,
  empty,
  isLong,
  type,
  autocomplete,
}: FieldProps) {
  const described = [hint && `${id}-hint`, fault && `${id}-fault`].filter(Boolean).join(' ');
  const common = {
    id,
    name: id,
    required,
    ...(described !== '' && { 'aria-describedby': described }),
    ...(fault !== null && { 'aria-invalid': true as const }),
  };
  if (choices && choices.length > 0)
    return (
      <select {...common}>
        <option value="">{empty ?? '请选择'}</option>
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value} selected={choice.value === value}>
            {choice.label}
          </option>
        ))}
      </select>
    );
  if (isLong)
    return (
      <textarea {...common} rows={7} {...(maxLength && { maxLength })}>
        {value}
      </textarea>
    );
  return (
    <input
      {...common}
      // The types of preact want one literal; browsers take each of them.
      type={(type ?? 'text') as 'text'}
      value={value}
      {...(maxLength && { maxLength })}
      {...(autocomplete && { autocomplete })}
    />
  );
}

/** Above the form: what is to be mended, each with a link to its field. */
export function Problem({ problem, reasons }: { problem: string | null; reasons: readonly Reason[] }) {
  if (problem === null && reasons.length === 0) return null;
  return (
    <div class="ask-problem" role="alert" tabIndex={-1}>
      <h2>没有提交成功，您填写的文字都在</h2>
      {problem !== null && <p>{problem}</p>}
      <ul>
        {reasons.map((reason) => (
          <li key={`${reason.field} ${reason.message}`}>
            {reason.field === '' ? reason.message : <a href={`#${reason.field}`}>{reason.message}</a>}
          </li>
        ))}
      </ul>
    </div>
  );
}

export function faultOf(reasons: readonly Reason[], field: string): string | null {
  return reasons.find((reason) => reason.field === field)?.message ?? null;
}
