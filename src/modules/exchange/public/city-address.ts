import { z } from 'zod';

export const CITY_PAGE_SIZE = 20;

/** Falls back rather than refuses: an address that a visitor mistyped still shows the list. */
export const CityAddress = z.object({
  q: z.string().trim().max(50).catch('').default(''),
  from: z
    .string()
    .regex(/^[a-z][a-z0-9-]{1,39}$/)
    .optional()
    .catch(undefined),
  unit: z.string().trim().max(100).optional().catch(undefined),
  year: z.coerce.number().int().min(1949).max(2199).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(100_000).catch(1).default(1),
});
export type CityAddress = z.infer<typeof CityAddress>;

export function cityListHref(address: Partial<CityAddress>): string {
  const query = new URLSearchParams();
  if (address.q) query.set('q', address.q);
  if (address.from) query.set('from', address.from);
  if (address.unit) query.set('unit', address.unit);
  if (address.year) query.set('year', String(address.year));
  if (address.page && address.page > 1) query.set('page', String(address.page));
  const text = query.toString();
  return text === '' ? '/city-library' : `/city-library?${text}`;
}
