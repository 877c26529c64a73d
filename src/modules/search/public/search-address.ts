import { z } from 'zod';
import { FACETS, type Filters } from '../finding/facets.ts';

const text = z.string().trim().max(200).catch('');
const choice = z.string().trim().min(1).max(60).optional().catch(undefined);

/** What an address asks for; whatever is mistyped in it is left out instead of refused. */
export const SearchQuery = z.object({
  q: text.default(''),
  kind: choice,
  unit: z.uuid().optional().catch(undefined),
  year: z
    .string()
    .regex(/^(19|20)\d{2}$/)
    .optional()
    .catch(undefined),
  validity: choice,
  topic: choice,
  sort: z.enum(['relevance', 'newest']).catch('relevance').default('relevance'),
  page: z.coerce.number().int().min(1).max(100).catch(1).default(1),
});
export type SearchQuery = z.infer<typeof SearchQuery>;

export function filtersOf(query: SearchQuery): Filters {
  return Object.fromEntries(FACETS.map((facet) => [facet, query[facet]]).filter(([, value]) => value !== undefined));
}

/** The address of the same search with other choices; a changed choice begins at the first page. */
export function searchHref(query: Partial<SearchQuery>, changed: Partial<SearchQuery> = {}): string {
  const all = { ...query, ...('page' in changed ? {} : { page: undefined }), ...changed };
  const parts = new URLSearchParams();
  for (const [name, value] of Object.entries(all)) {
    if (value === undefined || value === '' || (name === 'page' && value === 1)) continue;
    if (name === 'sort' && value === 'relevance') continue;
    parts.set(name, String(value));
  }
  return parts.size === 0 ? '/search' : `/search?${parts}`;
}
