export interface FilterField {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  /** Absent: a text field. */
  readonly options?: readonly { readonly value: string; readonly label: string }[];
  readonly hint?: string;
}

/** A plain GET form: its result is an address that can be kept and sent. */
export function FilterForm({
  action,
  label,
  fields,
  clearHref,
}: {
  action: string;
  label: string;
  fields: readonly FilterField[];
  clearHref: string | undefined;
}) {
  return (
    <form class="filter" method="get" action={action} aria-label={label}>
      {fields.map((field) => (
        <p key={field.name} class={field.options ? 'field' : 'field field-text'}>
          <label for={`filter-${field.name}`}>{field.label}</label>
          <Control field={field} />
        </p>
      ))}
      <p class="field field-actions">
        <button class="button" type="submit">
          筛选
        </button>
        {clearHref !== undefined && <a href={clearHref}>清除条件</a>}
      </p>
    </form>
  );
}

function Control({ field }: { field: FilterField }) {
  const id = `filter-${field.name}`;
  if (!field.options) {
    return (
      <input id={id} name={field.name} type="search" value={field.value} placeholder={field.hint} maxLength={50} />
    );
  }
  return (
    <select id={id} name={field.name}>
      <option value="">全部</option>
      {field.options.map((option) => (
        <option key={option.value} value={option.value} selected={option.value === field.value}>
          {option.label}
        </option>
      ))}
    </select>
  );
}
