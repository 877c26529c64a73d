import { sql } from 'kysely';
import type { LocalDate } from '../../../kernel/local-date.ts';
import type { Queryable } from '../../../platform/db/database.ts';

type Tables = {
  'interpretations.public_reprint': {
    record_id: string;
    number: number;
    medium: string;
    medium_kind: string;
    day: LocalDate;
    address: string;
    confirmed_at: Date;
  };
};

const tables = (db: Queryable) => db.withTables<Tables>();
export type PublicReprintRow = Tables['interpretations.public_reprint'];

/** Readers see the row from now on. */
export async function putPublicReprint(db: Queryable, row: PublicReprintRow): Promise<void> {
  await takePublicReprint(db, row.record_id);
  await tables(db).insertInto('interpretations.public_reprint').values(row).execute();
  await tellChange(db);
}

/** Readers see the row no more; does nothing when they never did. */
export async function takePublicReprint(db: Queryable, recordId: string): Promise<void> {
  const { numDeletedRows } = await tables(db)
    .deleteFrom('interpretations.public_reprint')
    .where('record_id', '=', recordId)
    .executeTakeFirst();
  if (numDeletedRows > 0n) await tellChange(db);
}

async function tellChange(db: Queryable): Promise<void> {
  await sql`select nextval('interpretations.public_change')`.execute(db);
}

/** Newest first. */
export function publicReprintsOf(db: Queryable, number: number, limit: number): Promise<PublicReprintRow[]> {
  return tables(db)
    .selectFrom('interpretations.public_reprint')
    .selectAll()
    .where('number', '=', number)
    .orderBy('day', 'desc')
    .orderBy('record_id')
    .limit(limit)
    .execute();
}

export async function countPublicReprints(db: Queryable, number: number): Promise<number> {
  const row = await tables(db)
    .selectFrom('interpretations.public_reprint')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('number', '=', number)
    .executeTakeFirstOrThrow();
  return Number(row.count);
}

export async function lastPublicChange(db: Queryable): Promise<number> {
  const { rows } = await sql<{ last: number }>`
    select case when is_called then last_value else 0 end as last from interpretations.public_change`.execute(db);
  return Number(rows[0]?.last ?? 0);
}
