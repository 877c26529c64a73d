import type { Queryable } from '../../../platform/db/database.ts';
import type { InsideLink } from '../blocking/links-inside.ts';
import { open } from './public-tables.store.ts';

/** Those that lead to nothing one can read: never public, or removed. */
export async function deadLinks(db: Queryable, links: readonly InsideLink[]): Promise<InsideLink[]> {
  if (links.length === 0) return [];
  const rows = await open(db)
    .selectFrom('publications.public_item')
    .select('number')
    .where('number', 'in', [...new Set(links.map((link) => link.number))])
    .where('status', '<>', 'removed')
    .execute();
  const alive = new Set(rows.map((row) => row.number));
  return links.filter((link) => !alive.has(link.number));
}
