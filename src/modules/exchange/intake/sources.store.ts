import { type Insertable, sql } from 'kysely';
import type { Queryable } from '../../../platform/db/database.ts';
import { type IntakeTables, intakeTables, type KeyRow, type SourceRow } from './intake-tables.store.ts';

/** By name; those of folders last. */
export function allSources(db: Queryable): Promise<SourceRow[]> {
  return intakeTables(db)
    .selectFrom('exchange.intake_source')
    .selectAll()
    .orderBy('way', 'desc')
    .orderBy('name')
    .execute();
}

export function findSource(db: Queryable, id: string): Promise<SourceRow | undefined> {
  return intakeTables(db).selectFrom('exchange.intake_source').selectAll().where('id', '=', id).executeTakeFirst();
}

/** Deliveries of one system are taken one after the other. */
export async function lockSource(db: Queryable, id: string): Promise<void> {
  await intakeTables(db).selectFrom('exchange.intake_source').select('id').where('id', '=', id).forUpdate().execute();
}

/** @returns undefined when the name is taken */
export function insertSource(
  db: Queryable,
  row: Insertable<IntakeTables['exchange.intake_source']>,
): Promise<SourceRow | undefined> {
  return intakeTables(db)
    .insertInto('exchange.intake_source')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .returningAll()
    .executeTakeFirst();
}

export function folderSource(db: Queryable, unitId: string): Promise<SourceRow | undefined> {
  return intakeTables(db)
    .selectFrom('exchange.intake_source')
    .selectAll()
    .where('way', '=', 'folder')
    .where(sql<string>`unit_ids[1]`, '=', unitId)
    .executeTakeFirst();
}

export function allKeys(db: Queryable): Promise<KeyRow[]> {
  return intakeTables(db).selectFrom('exchange.intake_key').selectAll().orderBy('created_at', 'desc').execute();
}

export function findKey(db: Queryable, id: string): Promise<KeyRow | undefined> {
  return intakeTables(db).selectFrom('exchange.intake_key').selectAll().where('id', '=', id).executeTakeFirst();
}

/** Of a key that still opens. */
export function findKeyByHash(db: Queryable, hash: string): Promise<KeyRow | undefined> {
  return intakeTables(db)
    .selectFrom('exchange.intake_key')
    .selectAll()
    .where('hash', '=', hash)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
}

export function insertKey(db: Queryable, row: Insertable<IntakeTables['exchange.intake_key']>): Promise<KeyRow> {
  return intakeTables(db).insertInto('exchange.intake_key').values(row).returningAll().executeTakeFirstOrThrow();
}

export async function markKeyUsed(db: Queryable, id: string, at: Date): Promise<void> {
  await intakeTables(db).updateTable('exchange.intake_key').set({ last_used_at: at }).where('id', '=', id).execute();
}

/** @returns false when it was revoked before */
export async function revokeKey(db: Queryable, id: string, by: string, at: Date): Promise<boolean> {
  const { numUpdatedRows } = await intakeTables(db)
    .updateTable('exchange.intake_key')
    .set({ revoked_at: at, revoked_by: by })
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
