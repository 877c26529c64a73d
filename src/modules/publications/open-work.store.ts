import type { Queryable } from '../../platform/db/database.ts';
import { register } from './publication-tables.store.ts';
import { OPEN_STATES } from './publication-words.ts';

/** Versions that the person drafts and that are not public yet. */
export function openDraftsOf(db: Queryable, personId: string) {
  return register(db)
    .selectFrom('publications.version as v')
    .innerJoin('publications.publication as p', 'p.id', 'v.publication_id')
    .select(['p.id', 'p.title', 'p.unit_id', 'v.state', 'v.scheduled_for'])
    .where('v.drafter_id', '=', personId)
    .where('v.state', 'in', OPEN_STATES)
    .orderBy('p.title')
    .execute();
}

/** @returns the version given over; undefined when it was finished or given to another meanwhile */
export async function moveDraft(
  db: Queryable,
  publicationId: string,
  fromPersonId: string,
  to: { readonly id: string; readonly name: string },
): Promise<{ id: string; unitId: string } | undefined> {
  const version = await register(db)
    .updateTable('publications.version')
    .set({ drafter_id: to.id, drafter_name: to.name })
    .where('publication_id', '=', publicationId)
    .where('drafter_id', '=', fromPersonId)
    .where('state', 'in', OPEN_STATES)
    .returning('id')
    .executeTakeFirst();
  if (!version) return undefined;
  const { unit_id: unitId } = await register(db)
    .updateTable('publications.publication')
    .set({ drafter_id: to.id, drafter_name: to.name })
    .where('id', '=', publicationId)
    .returning('unit_id')
    .executeTakeFirstOrThrow();
  return { id: version.id, unitId };
}
