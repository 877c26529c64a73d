import { sql } from 'kysely';
import type { LocalDate } from '../../../kernel/local-date.ts';
import type { Queryable } from '../../../platform/db/database.ts';
import type { DatedRelation, ValidityState } from '../validity/validity.ts';
import type { ShelfEntry } from './shelf-entry.ts';
import type { ShelfTables } from './shelf-tables.store.ts';

export async function readCursor(db: Queryable): Promise<{ cursor: number; turnedOn: LocalDate | null }> {
  const row = await tables(db)
    .selectFrom('library.shelf_state')
    .select(['cursor', 'turned_on'])
    .executeTakeFirstOrThrow();
  return { cursor: row.cursor, turnedOn: row.turned_on };
}

/** Locks the cursor for this transaction. @returns false when somebody else moved it meanwhile */
export async function moveCursor(db: Queryable, from: number, to: number): Promise<boolean> {
  const moved = await tables(db)
    .updateTable('library.shelf_state')
    .set({ cursor: to })
    .where('cursor', '=', from)
    .executeTakeFirst();
  return moved.numUpdatedRows === 1n;
}

export async function putEntries(db: Queryable, entries: readonly ShelfEntry[]): Promise<void> {
  if (entries.length === 0) return;
  await tables(db)
    .insertInto('library.document')
    .values([...entries])
    .onConflict((conflict) =>
      conflict.column('number').doUpdateSet((e) => {
        const { number: _number, ...columns } = entries[0] as ShelfEntry;
        return Object.fromEntries(Object.keys(columns).map((name) => [name, e.ref(`excluded.${name}` as never)]));
      }),
    )
    .execute();
}

export async function dropEntries(db: Queryable, numbers: readonly number[]): Promise<void> {
  if (numbers.length === 0) return;
  await tables(db)
    .deleteFrom('library.document')
    .where('number', 'in', [...numbers])
    .execute();
}

/** What these documents affected when they were last put on the shelf. */
export async function affectedBy(db: Queryable, numbers: readonly number[]): Promise<number[]> {
  if (numbers.length === 0) return [];
  const rows = await tables(db)
    .selectFrom('library.document')
    .select('affects')
    .where('number', 'in', [...numbers])
    .execute();
  // Lists of bigint come from the driver as text.
  return rows.flatMap((row) => row.affects.map(Number));
}

export interface TurningRow {
  readonly number: number;
  readonly title: string;
  readonly normative: boolean;
  readonly dated_on: LocalDate;
  readonly takes_effect_on: LocalDate | null;
  readonly expires_on: LocalDate | null;
  readonly closes_on: LocalDate | null;
  readonly relations: DatedRelation[];
}

/** Documents whose next turn has come. */
export function turningRows(db: Queryable, today: LocalDate): Promise<TurningRow[]> {
  return tables(db)
    .selectFrom('library.document')
    .select(['number', 'title', 'normative', 'dated_on', 'takes_effect_on', 'expires_on', 'closes_on', 'relations'])
    .where('next_turn_on', '<=', today)
    .execute();
}

export interface Turn {
  readonly number: number;
  readonly state: ValidityState;
  readonly since: LocalDate;
  readonly lastDay: LocalDate | null;
  readonly nextOn: LocalDate | null;
}

/** All in one statement: on the first of a year, or with a new rule of terms, there may be thousands. */
export async function putTurns(db: Queryable, turns: readonly Turn[]): Promise<void> {
  if (turns.length === 0) return;
  await sql`update library.document as d
    set validity = t.validity, validity_since = t.since, last_day = t.last_day, next_turn_on = t.next_on
    from jsonb_to_recordset(${JSON.stringify(turns)}::jsonb)
      as given (number bigint, state text, since date, "lastDay" date, "nextOn" date)
    cross join lateral (select given.state as validity, given.since, given."lastDay" as last_day, given."nextOn" as next_on) t
    where d.number = given.number`.execute(db);
}

export async function markTurned(db: Queryable, today: LocalDate): Promise<void> {
  await tables(db).updateTable('library.shelf_state').set({ turned_on: today }).execute();
}

/** Empties the shelf, so that the next catching up fills it from the beginning. */
export async function emptyShelf(db: Queryable): Promise<void> {
  await sql`truncate library.document, library.text_print`.execute(db);
  await tables(db).updateTable('library.shelf_state').set({ cursor: 0, turned_on: null }).execute();
}

export function tables(db: Queryable) {
  return db.withTables<ShelfTables>();
}
