import { type Generated, type Insertable, type Selectable, sql } from 'kysely';
import type { LocalDate } from '../../../kernel/local-date.ts';
import type { Queryable } from '../../../platform/db/database.ts';
import type { GapState } from '../knowledge-words.ts';

type Tables = {
  'knowledge.gap': {
    id: Generated<string>;
    receiver_id: string;
    external_number: string;
    idempotency_key: string;
    request_hash: string;
    questions: string[];
    note: string | null;
    times: number;
    from_on: LocalDate | null;
    to_on: LocalDate | null;
    policy_number: number | null;
    unit_id: string;
    received_at: Date;
    due_on: LocalDate;
    state: Generated<GapState>;
    publication_id: string | null;
    reason: string | null;
    settled_at: Date | null;
    told_at: Date | null;
    version: Generated<number>;
  };
};
export type GapRow = Selectable<Tables['knowledge.gap']>;
export type NewGap = Insertable<Tables['knowledge.gap']>;
const tables = (db: Queryable) => db.withTables<Tables>();

/** @returns undefined when number or key were used before */
export function insertGap(db: Queryable, row: NewGap): Promise<GapRow | undefined> {
  return tables(db)
    .insertInto('knowledge.gap')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .returningAll()
    .executeTakeFirst();
}

export function gapBefore(db: Queryable, receiverId: string, key: string, number: string): Promise<GapRow[]> {
  return tables(db)
    .selectFrom('knowledge.gap')
    .selectAll()
    .where('receiver_id', '=', receiverId)
    .where((eb) => eb.or([eb('idempotency_key', '=', key), eb('external_number', '=', number)]))
    .execute();
}

export function gapByNumber(db: Queryable, receiverId: string, number: string): Promise<GapRow | undefined> {
  return tables(db)
    .selectFrom('knowledge.gap')
    .selectAll()
    .where('receiver_id', '=', receiverId)
    .where('external_number', '=', number)
    .executeTakeFirst();
}

export function findGap(db: Queryable, id: string): Promise<GapRow | undefined> {
  return tables(db).selectFrom('knowledge.gap').selectAll().where('id', '=', id).executeTakeFirst();
}

export function lockGap(db: Queryable, id: string): Promise<GapRow | undefined> {
  return tables(db).selectFrom('knowledge.gap').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
}

export function updateGap(
  db: Queryable,
  id: string,
  set: Partial<Pick<GapRow, 'state' | 'publication_id' | 'reason' | 'settled_at' | 'unit_id'>>,
): Promise<GapRow> {
  return tables(db)
    .updateTable('knowledge.gap')
    .set({ ...set, version: sql`version + 1` })
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow();
}

/** Drafted from and waiting for its entry to become public. */
export function draftingFor(db: Queryable, publicationId: string): Promise<GapRow[]> {
  return tables(db)
    .selectFrom('knowledge.gap')
    .selectAll()
    .where('publication_id', '=', publicationId)
    .where('state', '=', 'drafting')
    .forUpdate()
    .execute();
}

export function allDrafting(db: Queryable): Promise<Pick<GapRow, 'id' | 'publication_id'>[]> {
  return tables(db)
    .selectFrom('knowledge.gap')
    .select(['id', 'publication_id'])
    .where('state', '=', 'drafting')
    .execute();
}

/** Numbers of a receiver's reports that these publications answer, by publication. */
export async function answeredFor(
  db: Queryable,
  receiverId: string,
  publicationIds: readonly string[],
): Promise<ReadonlyMap<string, string[]>> {
  if (publicationIds.length === 0) return new Map();
  const rows = await tables(db)
    .selectFrom('knowledge.gap')
    .select(['publication_id', 'external_number'])
    .where('receiver_id', '=', receiverId)
    .where('state', '=', 'answered')
    .where('publication_id', 'in', publicationIds)
    .orderBy('external_number')
    .execute();
  const found = new Map<string, string[]>();
  for (const { publication_id: id, external_number: number } of rows)
    if (id !== null) found.set(id, [...(found.get(id) ?? []), number]);
  return found;
}

/** The reporter has been told of the answer, for the first time. */
export async function markTold(db: Queryable, receiverId: string, numbers: readonly string[], at: Date): Promise<void> {
  await tables(db)
    .updateTable('knowledge.gap')
    .set({ told_at: at })
    .where('receiver_id', '=', receiverId)
    .where('external_number', 'in', numbers)
    .where('state', 'in', ['answered', 'declined'])
    .where('told_at', 'is', null)
    .execute();
}

export async function listGaps(
  db: Queryable,
  query: {
    readonly receiverId?: string;
    readonly states: readonly GapState[];
    /** Null: all. */
    readonly unitIds: readonly string[] | null;
    readonly page: number;
    readonly pageSize: number;
  },
): Promise<{ items: GapRow[]; total: number }> {
  if (query.unitIds?.length === 0) return { items: [], total: 0 };
  const found = tables(db)
    .selectFrom('knowledge.gap')
    .where('state', 'in', query.states)
    .$if(query.receiverId !== undefined, (qb) => qb.where('receiver_id', '=', query.receiverId ?? ''))
    .$if(query.unitIds !== null, (qb) => qb.where('unit_id', 'in', query.unitIds ?? []));
  const items = await found
    .selectAll()
    .orderBy(sql`(state in ('open', 'drafting')) desc`)
    .orderBy('due_on')
    .orderBy('received_at')
    .orderBy('id')
    .limit(query.pageSize)
    .offset((query.page - 1) * query.pageSize)
    .execute();
  const { total } = await found.select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  return { items, total: Number(total) };
}
