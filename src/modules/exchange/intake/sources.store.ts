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

export function findKey(db: Queryable, id: string): Promise<KeyRow | undefined> {
  return intakeTables(db).selectFrom('exchange.intake_key').selectAll().where('id', '=', id).executeTakeFirst();
}
