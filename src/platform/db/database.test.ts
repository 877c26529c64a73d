import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { describeDatabases } from './database.fixtures.ts';

describeDatabases(
  [
    {
      name: '2026-11-21-09-sample',
      sql: 'create schema sample; create table sample.day (id bigint generated always as identity, on_day date, at timestamptz, extra jsonb);'.replaceAll(
        '; ',
        ';\n',
      ),
    },
  ],
  (database) => {
    it('reads days as days and counts as numbers, whatever the zone of the process', async () => {
      await sql`insert into sample.day (on_day, at, extra) values ('2026-03-01', '2026-03-01T00:00:00+08:00', '{"a":1}')`.execute(
        database().kysely,
      );
      const { rows } = await sql`select *, count(*) over () as counted from sample.day`.execute(database().kysely);
      expect(rows).toEqual([
        { id: 1, on_day: '2026-03-01', at: new Date('2026-02-28T16:00:00Z'), extra: { a: 1 }, counted: 1 },
      ]);
    });

    it('starts each block on a database of its own', async () => {
      const { rows } = await sql<{ n: number }>`select count(*) as n from audit.entry`.execute(database().kysely);
      expect(rows).toEqual([{ n: 0 }]);
    });

    it('rolls back and goes on after an error', async () => {
      await expect(
        database()
          .kysely.transaction()
          .execute(async (tx) => {
            await sql`insert into sample.day (on_day) values ('2026-04-01')`.execute(tx);
            await sql`select 1 / 0`.execute(tx);
          }),
      ).rejects.toThrow('division by zero');
      const { rows } = await sql`select 1 from sample.day where on_day = '2026-04-01'`.execute(database().kysely);
      expect(rows).toEqual([]);
    });
  },
);
