import { type Generated, sql } from 'kysely';
import type { LocalDate } from '../../../kernel/local-date.ts';
import type { Queryable } from '../../../platform/db/database.ts';

type Tables = {
  'knowledge.entry': { publication_id: string; review_months: number | null; created_at: Date; by_name: string };
  'knowledge.entry_review': {
    id: Generated<string>;
    publication_id: string;
    reviewed_on: LocalDate;
    at: Date;
    by_name: string;
    note: string | null;
  };
  'knowledge.care_notice': {
    publication_id: string;
    what: string;
    due_on: LocalDate;
    person_id: string;
    told_at: Date;
  };
};
const tables = (db: Queryable) => db.withTables<Tables>();

export interface EntryKept {
  readonly reviewMonths: number | null;
  readonly lastReviewOn: LocalDate | null;
  readonly lastReviewBy: string | null;
}

export async function keptOf(
  db: Queryable,
  publicationIds: readonly string[],
): Promise<ReadonlyMap<string, EntryKept>> {
  if (publicationIds.length === 0) return new Map();
  const { rows } = await sql<{
    id: string;
    months: number | null;
    reviewed_on: LocalDate | null;
    by_name: string | null;
  }>`
    select given.id, e.review_months as months, r.reviewed_on, r.by_name
    from unnest(${publicationIds}::uuid[]) as given(id)
    left join knowledge.entry e on e.publication_id = given.id
    left join lateral (
      select reviewed_on, by_name from knowledge.entry_review where publication_id = given.id order by at desc limit 1
    ) r on true`.execute(db);
  return new Map(
    rows.map((row) => [row.id, { reviewMonths: row.months, lastReviewOn: row.reviewed_on, lastReviewBy: row.by_name }]),
  );
}

export async function keepEntry(db: Queryable, row: Tables['knowledge.entry']): Promise<void> {
  await tables(db)
    .insertInto('knowledge.entry')
    .values(row)
    .onConflict((conflict) => conflict.column('publication_id').doUpdateSet({ review_months: row.review_months }))
    .execute();
}

export async function addReview(
  db: Queryable,
  row: { publication_id: string; reviewed_on: LocalDate; at: Date; by_name: string; note: string | null },
): Promise<void> {
  await tables(db).insertInto('knowledge.entry_review').values(row).execute();
}

/** Changes with every review; part of what the list of entries is kept by. */
export async function reviewsStamp(db: Queryable): Promise<string> {
  const { rows } = await sql<{ stamp: string }>`
    select (select count(*) from knowledge.entry_review) || ' ' || (select coalesce(sum(review_months), 0) from knowledge.entry) as stamp`.execute(
    db,
  );
  return rows[0]?.stamp ?? '';
}

export async function toldOf(db: Queryable, personId: string): Promise<ReadonlySet<string>> {
  const rows = await tables(db)
    .selectFrom('knowledge.care_notice')
    .selectAll()
    .where('person_id', '=', personId)
    .execute();
  return new Set(rows.map((row) => `${row.publication_id} ${row.what} ${row.due_on}`));
}

export async function markTold(
  db: Queryable,
  rows: readonly { publication_id: string; what: string; due_on: LocalDate; person_id: string; told_at: Date }[],
): Promise<void> {
  if (rows.length === 0) return;
  await tables(db)
    .insertInto('knowledge.care_notice')
    .values([...rows])
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
