import type { Queryable } from '../../../platform/db/database.ts';
import { register } from '../publication-tables.store.ts';

/** A publication that was not public at its minute; one row for each instant it was pinned to. @returns whether it is new */
export async function raiseAlarm(
  db: Queryable,
  alarm: { versionId: string; scheduledFor: Date; at: Date; reasons: readonly string[]; isOver: boolean },
): Promise<boolean> {
  const row = await register(db)
    .insertInto('publications.alarm')
    .values({
      version_id: alarm.versionId,
      kind: 'late',
      scheduled_for: alarm.scheduledFor,
      raised_at: alarm.at,
      reasons: JSON.stringify(alarm.reasons),
      resolved_at: alarm.isOver ? alarm.at : null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

export async function resolveAlarms(db: Queryable, at: Date): Promise<void> {
  await register(db)
    .updateTable('publications.alarm as a')
    .from('publications.version as v')
    .set({ resolved_at: at })
    .whereRef('v.id', '=', 'a.version_id')
    .where('a.resolved_at', 'is', null)
    .where((e) =>
      e.or([e('v.state', '<>', 'scheduled'), e('v.scheduled_for', 'is distinct from', e.ref('a.scheduled_for'))]),
    )
    .execute();
}

/** Not told of yet. */
export function untoldAlarms(db: Queryable) {
  return withTitles(db).where('a.told_at', 'is', null).execute();
}
export type AlarmRow = Awaited<ReturnType<typeof untoldAlarms>>[number];

export function openAlarms(db: Queryable) {
  return withTitles(db).where('a.resolved_at', 'is', null).orderBy('a.raised_at', 'desc').limit(200).execute();
}

export async function markTold(db: Queryable, id: string, at: Date): Promise<void> {
  await register(db).updateTable('publications.alarm').set({ told_at: at }).where('id', '=', id).execute();
}

function withTitles(db: Queryable) {
  return register(db)
    .selectFrom('publications.alarm as a')
    .innerJoin('publications.version as v', 'v.id', 'a.version_id')
    .innerJoin('publications.publication as p', 'p.id', 'v.publication_id')
    .select(['a.id', 'a.scheduled_for', 'a.raised_at', 'a.reasons', 'p.id as publication_id', 'p.title', 'p.unit_id']);
}
