import { z } from 'zod';
import { VALIDITY_STATES, type ValidityState } from '../validity/validity-words.ts';

/** Choice of validity that takes in what readers can still go by today. */
export const CURRENT = 'current';
export const CURRENT_STATES: readonly ValidityState[] = ['inForce', 'amended', 'accepting', 'notRepealed'];

const word = z.string().trim().min(1).max(60).optional().catch(undefined);

export const LIBRARY_SORTS = ['newest', 'oldest', 'published', 'title'] as const;
export type LibrarySort = (typeof LIBRARY_SORTS)[number];

/** What a reader asked for in the address bar; whatever cannot be understood counts as not asked. */
export const LibraryFilter = z.object({
  issuer: word,
  year: z.coerce.number().int().min(1949).max(2199).optional().catch(undefined),
  topic: word,
  validity: z
    .enum([CURRENT, ...VALIDITY_STATES])
    .optional()
    .catch(undefined),
  /** `normative` or `other`: two lists apart (LIB-4). */
  list: z.enum(['normative', 'other']).optional().catch(undefined),
  tag: word,
  audience: word,
  /** Mark of the listing: converted documents alone (LIB-10). */
  column: z.enum(['converted']).optional().catch(undefined),
  unit: z
    .string()
    .regex(/^[a-z0-9-]{1,64}$/)
    .optional()
    .catch(undefined),
  q: word,
  sort: z.enum(LIBRARY_SORTS).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(10_000).optional().catch(undefined),
});
export type LibraryFilter = z.infer<typeof LibraryFilter>;

export const DOCUMENTS_PER_PAGE = 20;

/** The six ways to narrow the list; each is shown with its counts. */
export const FACETS = ['list', 'validity', 'issuer', 'year', 'topic', 'audience'] as const;
export type Facet = (typeof FACETS)[number];

export const FACET_LABELS: Readonly<Record<Facet, string>> = {
  list: '文件类别',
  validity: '有效性',
  issuer: '发文机关',
  year: '年份',
  topic: '主题分类',
  audience: '适用对象',
};

/** Address of a list; the first page and the usual order are not named. */
export function libraryHref(filter: LibraryFilter, path = '/library'): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(filter)) {
    if (value === undefined || value === '') continue;
    if ((name === 'page' && value === 1) || (name === 'sort' && value === 'newest')) continue;
    query.set(name, String(value));
  }
  return query.size === 0 ? path : `${path}?${query}`;
}

/** The same list with one condition put, or taken away with `undefined`; always from its first page. */
export function withCondition(
  filter: LibraryFilter,
  name: keyof LibraryFilter,
  value: string | undefined,
): LibraryFilter {
  const { [name]: _old, page: _page, ...rest } = filter;
  return (value === undefined ? rest : { ...rest, [name]: value }) as LibraryFilter;
}

/** Conditions in force, as people read them, in the order of the facets. */
export function conditions(filter: LibraryFilter): { name: keyof LibraryFilter; value: string }[] {
  const names = [...FACETS, 'tag', 'column', 'unit', 'q'] as const;
  return names.flatMap((name) => (filter[name] === undefined ? [] : [{ name, value: String(filter[name]) }]));
}
