/** Ways to narrow a search, in the order people see them. */
export const FACETS = ['kind', 'unit', 'year', 'validity', 'topic'] as const;
export type Facet = (typeof FACETS)[number];

/** The choice of each facet; absent: no choice. */
export type Filters = { readonly [F in Facet]?: string | undefined };

export type FacetCounts = Readonly<Record<Facet, readonly { readonly value: string; readonly count: number }[]>>;
