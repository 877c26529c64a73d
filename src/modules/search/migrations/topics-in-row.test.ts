import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { localDate } from '../../../kernel/local-date.ts';
import { describeDatabases } from '../../../platform/db/database.fixtures.ts';
import { splitStatements } from '../../../platform/db/migrate.ts';
import { putEntries } from '../entries/entries.store.ts';
import { search as searchSchema } from './search.ts';
import { topicsInRow } from './topics-in-row.ts';

const TOPICS = ['住房保障和房屋管理', '城市建设和综合执法'];

function entry(number: number) {
  // As many as a text has: rows under 2 KB stay whole.
  const all = new Set(['住房', ...Array.from({ length: 500 }, (_, at) => `词语${at}`)]);
  const words = { telling: new Map([['住房', 'A' as const]]), all };
  return {
    entry: {
      number,
      kind: 'policyDocument',
      unitId: '00000000-0000-4000-8000-000000000001',
      year: 2026,
      validity: 'inForce',
      topics: TOPICS,
      datedOn: localDate('2026-03-01'),
      documentNumber: `明湖府办发〔2026〕${number}号`,
      title: '住房',
      names: [],
      body: '住房',
    },
    words,
  };
}

describeDatabases([searchSchema], (database) => {
  /** Pages of the table outside the rows that hold something of a column. */
  async function piecesOutside(): Promise<number> {
    const { rows } = await sql<{ name: string }>`select reltoastrelid::regclass::text as name from pg_class
      where oid = 'search.entry'::regclass`.execute(database().kysely);
    const { rows: pieces } = await sql<{ count: number }>`select count(distinct chunk_id)::integer as count
      from ${sql.raw(rows[0]?.name ?? '')}`.execute(database().kysely);
    return pieces[0]?.count ?? 0;
  }

  it('keeps topics in the row that counts read, of old entries and of new ones', async () => {
    await putEntries(database().kysely, [entry(1), entry(2)]);
    const before = await piecesOutside();
    await database()
      .kysely.transaction()
      .execute(async (tx) => {
        for (const statement of splitStatements(topicsInRow.sql)) await sql.raw(statement).execute(tx);
      });
    expect(await piecesOutside()).toBe(before - 2);
    await putEntries(database().kysely, [entry(3)]);
    expect(await piecesOutside()).toBe(before - 2 + (before - 2) / 2);
    const { rows } = await sql<{ topics: string[] }>`select topics from search.entry
      where words @@ '住房'::tsquery order by number`.execute(database().kysely);
    expect(rows.map(({ topics }) => topics)).toEqual([TOPICS, TOPICS, TOPICS]);
  });
});
