import type { Actor } from '../../kernel/permissions.ts';
import type { Change } from '../../platform/change/change.ts';
import type { Queryable } from '../../platform/db/database.ts';
import { register } from './publication-tables.store.ts';

/** Adds to the history that staff read; the audit chain is written beside it by the change. */
export async function addEvent(
  change: Change,
  event: { publicationId: string; versionId: string | null; kind: string; text: string },
): Promise<void> {
  await register(change.tx)
    .insertInto('publications.event')
    .values({
      publication_id: event.publicationId,
      version_id: event.versionId,
      at: change.at,
      by_person: personIdOf(change.actor),
      by_name: nameOf(change.actor),
      kind: event.kind,
      text: event.text,
    })
    .execute();
}

/** Newest first. */
export function eventsOf(db: Queryable, publicationId: string, limit = 500) {
  return register(db)
    .selectFrom('publications.event')
    .selectAll()
    .where('publication_id', '=', publicationId)
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
}

export function personIdOf(actor: Actor): string | null {
  return actor.type === 'person' ? actor.personId : null;
}

export function nameOf(actor: Actor): string {
  return actor.type === 'person' ? actor.name : '系统';
}
