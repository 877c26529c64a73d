import type { Queryable } from '../../../platform/db/database.ts';
import { register } from '../publication-tables.store.ts';

/** When the first public version of each was approved for the last time; without those that nobody had to approve. */
export async function firstApprovals(db: Queryable, publicationIds: readonly string[]) {
  if (publicationIds.length === 0) return [];
  return register(db)
    .selectFrom('publications.version as v')
    .innerJoin('publications.review as r', 'r.version_id', 'v.id')
    .select(({ fn }) => ['v.publication_id', fn.max('r.at').as('at')])
    .where('v.publication_id', 'in', [...publicationIds])
    .where('v.ordinal', '=', 1)
    .where('r.decision', '=', 'approved')
    .where('r.void_at', 'is', null)
    .groupBy('v.publication_id')
    .execute();
}
