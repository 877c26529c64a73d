import { type Generated, type Selectable, sql } from 'kysely';
import type { Queryable } from '../../../platform/db/database.ts';
import type { KEY_FIELD_STATES } from './meetings.contract.ts';

type KeyFieldTables = {
  'plans.key_field': {
    id: Generated<string>;
    year: number;
    unit_id: string;
    name: string;
    content: string;
    requirement: string;
    origin: 'declared' | 'assigned';
    state: (typeof KEY_FIELD_STATES)[number];
    reason: string | null;
    task_id: string | null;
    updated_at: Date;
    updated_by_name: string;
    version: Generated<number>;
  };
};
export type KeyFieldRow = Selectable<KeyFieldTables['plans.key_field']>;
type Writable = Omit<KeyFieldRow, 'id' | 'version'>;
const of = (db: Queryable) => db.withTables<KeyFieldTables>();

export interface KeyFieldFilter {
  readonly year?: number | undefined;
  readonly unitId?: string | undefined;
  readonly state?: string | undefined;
  readonly sort: string;
  readonly page: number;
  readonly pageSize: number;
}

export async function listKeyFields(db: Queryable, query: KeyFieldFilter) {
  let found = of(db).selectFrom('plans.key_field');
  if (query.year !== undefined) found = found.where('year', '=', query.year);
  if (query.unitId) found = found.where('unit_id', '=', query.unitId);
  if (query.state) found = found.where('state', '=', query.state as KeyFieldRow['state']);
  const { total } = await found.select(sql<number>`count(*)`.as('total')).executeTakeFirstOrThrow();
  const rows = await (query.sort === 'unit' ? found.orderBy('unit_id') : found.orderBy('year', 'desc'))
    .selectAll()
    .orderBy('name')
    .limit(query.pageSize)
    .offset((query.page - 1) * query.pageSize)
    .execute();
  return { rows, total };
}

/** Units that have a key field of the year. */
export async function unitsWithKeyField(db: Queryable, year: number): Promise<Set<string>> {
  const rows = await of(db)
    .selectFrom('plans.key_field')
    .select('unit_id')
    .distinct()
    .where('year', '=', year)
    .execute();
  return new Set(rows.map((row) => row.unit_id));
}

export async function findKeyField(db: Queryable, id: string): Promise<KeyFieldRow | undefined> {
  return of(db).selectFrom('plans.key_field').selectAll().where('id', '=', id).executeTakeFirst();
}

export async function lockKeyField(db: Queryable, id: string): Promise<KeyFieldRow | undefined> {
  return of(db).selectFrom('plans.key_field').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
}

/** @returns undefined when the unit has a field of that name already */
export async function insertKeyField(db: Queryable, row: Writable): Promise<KeyFieldRow | undefined> {
  return of(db)
    .insertInto('plans.key_field')
    .values(row)
    .onConflict((conflict) => conflict.columns(['year', 'unit_id', 'name']).doNothing())
    .returningAll()
    .executeTakeFirst();
}

export async function updateKeyField(db: Queryable, row: KeyFieldRow, set: Partial<Writable>): Promise<void> {
  await of(db)
    .updateTable('plans.key_field')
    .set({ ...set, version: row.version + 1 })
    .where('id', '=', row.id)
    .execute();
}
