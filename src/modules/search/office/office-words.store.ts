import { sql } from 'kysely';
import type { LocalDate } from '../../../kernel/local-date.ts';
import type { Queryable } from '../../../platform/db/database.ts';
import { searchTables } from '../search-tables.store.ts';
import type { BestAnswer, QueryFigure, Synonyms } from './office-words.contract.ts';

export async function listSynonyms(db: Queryable): Promise<Synonyms[]> {
  return searchTables(db).selectFrom('search.synonyms').selectAll().orderBy('words').execute();
}

export async function insertSynonyms(db: Queryable, words: readonly string[]): Promise<Synonyms> {
  return searchTables(db)
    .insertInto('search.synonyms')
    .values({ words: [...words] })
    .returningAll()
    .executeTakeFirstOrThrow();
}

/** @returns the row as it is now; undefined when it is gone */
export async function lockSynonyms(db: Queryable, id: string): Promise<Synonyms | undefined> {
  return searchTables(db).selectFrom('search.synonyms').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
}

export async function updateSynonyms(db: Queryable, id: string, words: readonly string[]): Promise<Synonyms> {
  return searchTables(db)
    .updateTable('search.synonyms')
    .set((eb) => ({ words: [...words], version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow();
}

export async function deleteSynonyms(db: Queryable, id: string): Promise<void> {
  await searchTables(db).deleteFrom('search.synonyms').where('id', '=', id).execute();
}

export async function listBestAnswers(db: Queryable): Promise<BestAnswer[]> {
  const rows = await searchTables(db)
    .selectFrom('search.best_answer as b')
    .leftJoin('search.passage as p', 'p.number', 'b.number')
    .select(['b.id', 'b.query', 'b.number', 'b.note', 'b.version', 'p.title'])
    .orderBy('b.query')
    .orderBy('b.number')
    .execute();
  return rows.map((row) => ({ ...row, number: Number(row.number) }));
}

/** @returns undefined when the query already has this answer */
export async function insertBestAnswer(
  db: Queryable,
  input: { readonly query: string; readonly number: number; readonly note: string | null },
): Promise<string | undefined> {
  const row = await searchTables(db)
    .insertInto('search.best_answer')
    .values(input)
    .onConflict((conflict) => conflict.columns(['query', 'number']).doNothing())
    .returning('id')
    .executeTakeFirst();
  return row?.id;
}

export async function isIndexed(db: Queryable, number: number): Promise<boolean> {
  return (
    (await searchTables(db)
      .selectFrom('search.entry')
      .select('number')
      .where('number', '=', number)
      .executeTakeFirst()) !== undefined
  );
}

export async function deleteBestAnswer(db: Queryable, id: string): Promise<void> {
  await searchTables(db).deleteFrom('search.best_answer').where('id', '=', id).execute();
}

/** @param atMost different queries kept of one day: beyond that somebody is flooding */
export async function countQuery(
  db: Queryable,
  query: string,
  day: LocalDate,
  results: number,
  atMost: number,
): Promise<void> {
  await sql`
    insert into search.query_count (query, day, times, results)
    select ${query}, ${day}::date, 1, ${results}
    where exists (select from search.query_count where query = ${query} and day = ${day}::date)
      or (select count(*) from search.query_count where day = ${day}::date) < ${atMost}
    on conflict (query, day) do update set times = search.query_count.times + 1, results = excluded.results`.execute(
    db,
  );
}

/**
 * Notes the day for something looked for of which the words are not kept.
 * @param atMost different ones noted of one day
 * @returns on how many days it was looked for, this one included
 */
export async function noteUnclear(db: Queryable, digest: Buffer, day: LocalDate, atMost: number): Promise<number> {
  await sql`
    insert into search.unclear_query (digest, day)
    select ${digest}, ${day}::date
    where (select count(*) from search.unclear_query where day = ${day}::date) < ${atMost}
    on conflict do nothing`.execute(db);
  const { days } = await searchTables(db)
    .selectFrom('search.unclear_query')
    .select(({ fn }) => fn.countAll<number>().as('days'))
    .where('digest', '=', digest)
    .executeTakeFirstOrThrow();
  return Number(days);
}

export async function listQueries(
  db: Queryable,
  found: 'nothing' | 'something',
  since: LocalDate,
  { page, pageSize }: { page: number; pageSize: number },
): Promise<{ items: QueryFigure[]; total: number }> {
  const grouped = searchTables(db)
    .selectFrom('search.query_count as q')
    .leftJoin('search.settled_query as s', 's.query', 'q.query')
    .select((eb) => [
      'q.query',
      eb.fn.sum<number>('q.times').as('times'),
      eb.fn.max('q.day').as('lastOn'),
      eb.fn.max('q.results').as('results'),
      sql<boolean>`bool_or(s.query is not null and s.settled_at::date >= q.day)`.as('settled'),
    ])
    .where('q.day', '>=', since)
    .groupBy('q.query')
    .having((eb) => eb(eb.fn.max('q.results'), found === 'nothing' ? '=' : '>', 0));
  const total = await searchTables(db)
    .selectFrom(grouped.as('all'))
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  const items = await grouped
    .orderBy('settled')
    .orderBy('times', 'desc')
    .orderBy('q.query')
    .limit(pageSize)
    .offset((page - 1) * pageSize)
    .execute();
  return { items: items.map((row) => ({ ...row, times: Number(row.times) })), total: Number(total.count) };
}

export async function settleQuery(db: Queryable, query: string, at: Date, by: string): Promise<void> {
  await searchTables(db)
    .insertInto('search.settled_query')
    .values({ query, settled_at: at, settled_by: by })
    .onConflict((conflict) => conflict.column('query').doUpdateSet({ settled_at: at, settled_by: by }))
    .execute();
}

/** Counts of older days go: what people looked for is kept no longer than it serves. */
export async function forgetQueries(db: Queryable, before: LocalDate): Promise<void> {
  await searchTables(db).deleteFrom('search.query_count').where('day', '<', before).execute();
  await searchTables(db).deleteFrom('search.unclear_query').where('day', '<', before).execute();
}
