import { type Generated, sql } from 'kysely';
import type { LocalDate } from '../../kernel/local-date.ts';
import type { Role } from '../../kernel/roles.ts';
import type { Queryable } from '../../platform/db/database.ts';
import type { HandOverInput, HandOverListQuery, ItemEdit } from './hand-over.contract.ts';
import type { OpenWorkItem } from './open-work.ts';

export interface RoleHeld {
  readonly role: Role;
  readonly unitId: string;
}

type HandOverTables = {
  'organisations.hand_over': {
    id: Generated<string>;
    person_id: string;
    unit_id: string;
    successor_id: string;
    reason: HandOverInput['reason'];
    changed_on: LocalDate;
    note: string | null;
    state: Generated<'draft' | 'filed' | 'cancelled'>;
    created_at: Date;
    created_by: string | null;
    filing_year: Generated<number | null>;
    filing_number: Generated<number | null>;
    filed_at: Generated<Date | null>;
    filed_by: Generated<string | null>;
    roles_ended: Generated<RoleHeld[]>;
    roles_given: Generated<RoleHeld[]>;
    version: Generated<number>;
  };
  'organisations.hand_over_item': {
    id: Generated<string>;
    hand_over_id: string;
    provider: string;
    subject_id: string;
    title: string;
    detail: string | null;
    unit_id: string | null;
    due_on: LocalDate | null;
    to_person_id: string | null;
    ticked_at: Generated<Date | null>;
    ticked_by: Generated<string | null>;
    position: number;
  };
};

export type HandOverRow = Awaited<ReturnType<typeof requireHandOver>>;
export type ItemRow = Awaited<ReturnType<typeof itemsOf>>[number];

function handOvers(db: Queryable) {
  return db
    .withTables<HandOverTables>()
    .selectFrom('organisations.hand_over')
    .selectAll('organisations.hand_over')
    .select([
      sql<number>`(select count(*) from organisations.hand_over_item i
        where i.hand_over_id = organisations.hand_over.id)`.as('item_count'),
      sql<number>`(select count(*) from organisations.hand_over_item i
        where i.hand_over_id = organisations.hand_over.id and i.ticked_at is not null)`.as('ticked_count'),
    ]);
}

function requireHandOver(db: Queryable, id: string) {
  return handOvers(db).where('id', '=', id).executeTakeFirstOrThrow();
}

export async function findHandOver(db: Queryable, id: string): Promise<HandOverRow | undefined> {
  return handOvers(db).where('id', '=', id).executeTakeFirst();
}

/** Locks it, so that it is filed once. */
export async function lockHandOver(db: Queryable, id: string): Promise<HandOverRow | undefined> {
  return handOvers(db).where('id', '=', id).forUpdate().executeTakeFirst();
}

/** @param unitIds only of these units; null: of all */
export async function listHandOvers(db: Queryable, query: HandOverListQuery, unitIds: readonly string[] | null) {
  if (unitIds?.length === 0) return { items: [], total: 0 };
  let filtered = handOvers(db);
  if (unitIds !== null) filtered = filtered.where('unit_id', 'in', unitIds);
  if (query.state) filtered = filtered.where('state', '=', query.state);
  if (query.unitId) filtered = filtered.where('unit_id', '=', query.unitId);
  const { total } = await filtered
    .clearSelect()
    .select((e) => e.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  const items = await filtered
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .limit(query.pageSize)
    .offset((query.page - 1) * query.pageSize)
    .execute();
  return { items, total };
}

/** @returns undefined when the person has one under way */
export async function insertHandOver(
  db: Queryable,
  input: HandOverInput & { unitId: string },
  by: { at: Date; personId: string | null },
): Promise<string | undefined> {
  const row = await db
    .withTables<HandOverTables>()
    .insertInto('organisations.hand_over')
    .values({
      person_id: input.personId,
      unit_id: input.unitId,
      successor_id: input.successorId,
      reason: input.reason,
      changed_on: input.changedOn,
      note: input.note,
      created_at: by.at,
      created_by: by.personId,
    })
    .onConflict((conflict) => conflict.column('person_id').where('state', '=', 'draft').doNothing())
    .returning('id')
    .executeTakeFirst();
  return row?.id;
}

export function itemsOf(db: Queryable, handOverId: string) {
  return db
    .withTables<HandOverTables>()
    .selectFrom('organisations.hand_over_item')
    .selectAll()
    .where('hand_over_id', '=', handOverId)
    .orderBy('position')
    .orderBy('id')
    .execute();
}

/** Those already listed stay as they are. */
export async function addItems(
  db: Queryable,
  handOverId: string,
  provider: string,
  items: readonly OpenWorkItem[],
  toPersonId: string | null,
  position: number,
): Promise<void> {
  if (items.length === 0) return;
  const rows = items.map((item, i) => ({
    hand_over_id: handOverId,
    provider,
    subject_id: item.id,
    title: item.title,
    detail: item.detail,
    unit_id: item.unitId,
    due_on: item.dueOn,
    to_person_id: toPersonId,
    position: position + i,
  }));
  await db
    .withTables<HandOverTables>()
    .insertInto('organisations.hand_over_item')
    .values(rows)
    .onConflict((conflict) => conflict.columns(['hand_over_id', 'provider', 'subject_id']).doNothing())
    .execute();
}

export async function removeItems(db: Queryable, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await db.withTables<HandOverTables>().deleteFrom('organisations.hand_over_item').where('id', 'in', ids).execute();
}

/** @returns false when the hand-over has no such item */
export async function editItem(
  db: Queryable,
  handOverId: string,
  itemId: string,
  edit: ItemEdit,
  by: { at: Date; personId: string | null },
): Promise<boolean> {
  const done = await db
    .withTables<HandOverTables>()
    .updateTable('organisations.hand_over_item')
    .set({
      to_person_id: edit.toPersonId,
      ticked_at: edit.ticked ? by.at : null,
      ticked_by: edit.ticked ? by.personId : null,
    })
    .where('id', '=', itemId)
    .where('hand_over_id', '=', handOverId)
    .executeTakeFirst();
  return done.numUpdatedRows > 0n;
}

export async function touch(db: Queryable, id: string, state?: 'cancelled'): Promise<void> {
  await db
    .withTables<HandOverTables>()
    .updateTable('organisations.hand_over')
    .set({ version: sql<number>`version + 1`, ...(state ? { state } : {}) })
    .where('id', '=', id)
    .execute();
}

/** Files it under the year's next number; filings wait for each other, so no number is lost or used twice. */
export async function fileHandOver(
  db: Queryable,
  id: string,
  year: number,
  roles: { ended: readonly RoleHeld[]; given: readonly RoleHeld[] },
  by: { at: Date; personId: string | null },
): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('organisations.hand_over'), ${year}::int)`.execute(db);
  const tables = db.withTables<HandOverTables>();
  const { last } = await tables
    .selectFrom('organisations.hand_over')
    .select((e) => e.fn.max('filing_number').as('last'))
    .where('filing_year', '=', year)
    .executeTakeFirstOrThrow();
  await tables
    .updateTable('organisations.hand_over')
    .set({
      state: 'filed',
      filing_year: year,
      filing_number: (last ?? 0) + 1,
      filed_at: by.at,
      filed_by: by.personId,
      roles_ended: sql`${JSON.stringify(roles.ended)}::jsonb`,
      roles_given: sql`${JSON.stringify(roles.given)}::jsonb`,
      version: sql<number>`version + 1`,
    })
    .where('id', '=', id)
    .execute();
}
