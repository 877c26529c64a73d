import { sql } from 'kysely';
import type { Queryable } from '../../../platform/db/database.ts';
import { searchTables } from '../search-tables.store.ts';
import type { EntryWords, SearchEntry } from './search-entry.ts';
import { vectorLiteral, weightedVectorLiteral } from './ts-literals.ts';

/** Adds or replaces entries; give at most some hundred at a time. */
export async function putEntries(
  db: Queryable,
  entries: readonly { readonly entry: SearchEntry; readonly words: EntryWords }[],
): Promise<void> {
  if (entries.length === 0) return;
  const rows = JSON.stringify(
    entries.map(({ entry, words }) => ({
      ...entry,
      telling: weightedVectorLiteral(words.telling),
      words: vectorLiteral(words.all),
    })),
  );
  const given = sql`jsonb_to_recordset(${rows}::jsonb) as given("number" bigint, "kind" text, "unitId" uuid, "year" integer, "validity" text,
    "topics" jsonb, "datedOn" date, "documentNumber" text, "telling" text, "words" text, "title" text, "body" text)`;
  await sql`
    insert into search.entry (number, kind, unit_id, year, validity, topics, dated_on, document_number, telling, words)
    select "number", "kind", "unitId", "year", "validity", array(select jsonb_array_elements_text("topics")), "datedOn", "documentNumber",
      "telling"::tsvector, "words"::tsvector
    from ${given}
    on conflict (number) do update set kind = excluded.kind, unit_id = excluded.unit_id, year = excluded.year, validity = excluded.validity,
      topics = excluded.topics, dated_on = excluded.dated_on, document_number = excluded.document_number, telling = excluded.telling,
      words = excluded.words`.execute(db);
  await sql`
    insert into search.passage (number, title, body)
    select "number", "title", "body" from ${given}
    on conflict (number) do update set title = excluded.title, body = excluded.body`.execute(db);
}

/** What is public no more leaves the index whole: words, title and text. */
export async function removeEntries(db: Queryable, numbers: readonly number[]): Promise<void> {
  if (numbers.length === 0) return;
  await searchTables(db).deleteFrom('search.entry').where('number', 'in', numbers).execute();
}

/** Up to where the index has followed what is public; the row is held until the transaction ends, so one process feeds at a time. */
export async function lockProgress(db: Queryable): Promise<number> {
  const row = await searchTables(db)
    .selectFrom('search.progress')
    .select('cursor')
    .forUpdate()
    .executeTakeFirstOrThrow();
  return Number(row.cursor);
}

export async function readProgress(db: Queryable): Promise<number> {
  const row = await searchTables(db).selectFrom('search.progress').select('cursor').executeTakeFirstOrThrow();
  return Number(row.cursor);
}

export async function saveProgress(db: Queryable, cursor: number): Promise<void> {
  await searchTables(db).updateTable('search.progress').set({ cursor }).execute();
}
