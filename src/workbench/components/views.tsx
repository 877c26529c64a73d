import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useFilters, withChanges } from './use-filters.ts';

export interface View {
  readonly key: string;
  readonly label: string;
  readonly content: () => ReactNode;
}

/** Parts of one page, each with an address of its own (`?view=`); the first is the page itself. Links wrap on phones. */
export function Views({ label, views }: { readonly label: string; readonly views: readonly View[] }) {
  const { values } = useFilters();
  const [first] = views;
  const shown = views.find((view) => view.key === values.view) ?? first;
  return (
    <>
      <nav aria-label={label} className="mc-views">
        {views.map((view) => (
          <Link
            key={view.key}
            replace
            className="mc-view"
            to={`?${new URLSearchParams(withChanges(values, { view: view === first ? undefined : view.key }))}`}
            {...(view === shown ? { 'aria-current': 'page' as const } : {})}
          >
            {view.label}
          </Link>
        ))}
      </nav>
      {shown?.content()}
    </>
  );
}
