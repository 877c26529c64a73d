import { type Insertable, sql, type Updateable } from 'kysely';
import type { Queryable } from '../../platform/db/database.ts';
import { type CaseRow, type CaseTables, caseTables } from './case-tables.store.ts';

export type { CaseRow } from './case-tables.store.ts';

type Table = CaseTables['cases.case'];
export type CaseSet = Updateable<Table>;

export function findCase(db: Queryable, id: string): Promise<CaseRow | undefined> {
  return caseTables(db).selectFrom('cases.case').selectAll().where('id', '=', id).executeTakeFirst();
}

export function findCases(db: Queryable, ids: readonly string[]): Promise<CaseRow[]> {
  if (ids.length === 0) return Promise.resolve([]);
  return caseTables(db).selectFrom('cases.case').selectAll().where('id', 'in', ids).execute();
}

/** For acts that carry no version: whoever comes second finds the row as the first left it. */
export function lockCase(db: Queryable, id: string): Promise<CaseRow | undefined> {
  return caseTables(db).selectFrom('cases.case').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
}

/** Until the transaction ends nobody else merges or separates: two that merge into each other would wait for one another for ever. */
export async function lockMerging(db: Queryable): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('cases merging'))`.execute(db);
}

/** Merged into it, oldest first. */
export function mergedInto(db: Queryable, id: string): Promise<CaseRow[]> {
  return caseTables(db)
    .selectFrom('cases.case')
    .selectAll()
    .where('merged_into', '=', id)
    .orderBy('received_at')
    .orderBy('id')
    .execute();
}

export function insertCase(db: Queryable, row: Insertable<Table>): Promise<CaseRow> {
  return caseTables(db).insertInto('cases.case').values(row).returningAll().executeTakeFirstOrThrow();
}

/**
 * The one moment in which a case moves: of any number of attempts that saw the same version exactly one finds it.
 * @returns undefined when another was first
 */
export function moveCase(
  db: Queryable,
  seen: { readonly id: string; readonly version: number },
  set: CaseSet,
): Promise<CaseRow | undefined> {
  return caseTables(db)
    .updateTable('cases.case')
    .set({ ...set, version: sql<number>`version + 1` })
    .where('id', '=', seen.id)
    .where('version', '=', seen.version)
    .returningAll()
    .executeTakeFirst();
}

/** What does not move it: its version stays. */
export async function touchCase(db: Queryable, id: string, set: CaseSet): Promise<void> {
  await caseTables(db).updateTable('cases.case').set(set).where('id', '=', id).execute();
}

/** What was merged into one case follows it into another. */
export async function redirectMerged(db: Queryable, from: string, into: string): Promise<void> {
  await caseTables(db).updateTable('cases.case').set({ merged_into: into }).where('merged_into', '=', from).execute();
}
