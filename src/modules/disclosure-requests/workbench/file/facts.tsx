import { Fragment, type ReactNode } from 'react';

/** Terms and values; what is empty is left out. */
export function Facts({ rows }: { readonly rows: readonly (readonly [name: string, value: ReactNode])[] }) {
  const filled = rows.filter(([, value]) => value !== null && value !== undefined && value !== '');
  if (filled.length === 0) return null;
  return (
    <dl className="mc-facts">
      {filled.map(([name, value]) => (
        <Fragment key={name}>
          <dt>{name}</dt>
          <dd className="mc-pre">{value}</dd>
        </Fragment>
      ))}
    </dl>
  );
}
