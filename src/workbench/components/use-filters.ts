import { useSearchParams } from 'react-router';

export type Filters = Readonly<Record<string, string>>;

export interface FilterControl {
  readonly values: Filters;
  /** Sets some, clears those given as undefined or empty, and goes back to the first page. */
  readonly set: (changes: Readonly<Record<string, string | undefined>>) => void;
  readonly replaceAll: (values: Filters) => void;
}

/** Filters stand in the address, so that a list can be bookmarked, sent and reached by the back button. */
export function useFilters(): FilterControl {
  const [params, setParams] = useSearchParams();
  const values = Object.fromEntries(params) as Filters;
  return {
    values,
    set: (changes) => setParams(withChanges(values, changes), { replace: true }),
    replaceAll: (next) => setParams({ ...next }, { replace: true }),
  };
}

/** A new filter starts again at page one unless the page itself is what changes. */
export function withChanges(values: Filters, changes: Readonly<Record<string, string | undefined>>): Filters {
  const next: Record<string, string> = { ...values };
  if (!('page' in changes)) delete next.page;
  for (const [name, value] of Object.entries(changes)) {
    if (value) next[name] = value;
    else delete next[name];
  }
  return next;
}
