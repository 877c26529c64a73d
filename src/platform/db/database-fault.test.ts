import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { describeDatabases } from './database.fixtures.ts';
import { databaseFault } from './database-fault.ts';

describeDatabases([], (database) => {
  const faultOf = (text: string, type: 'text' | 'jsonb' | 'timestamptz' | 'integer') =>
    sql`select cast(${text} as ${sql.raw(type)})`.execute(database().kysely).then(
      () => undefined,
      (error: unknown) => ({ error, fault: databaseFault(error) }),
    );

  it.each([
    ['a zero byte', 'a\u0000b', 'text'],
    ['a zero byte in JSON', JSON.stringify('a\u0000b'), 'jsonb'],
    ['half a character in JSON', JSON.stringify('a\ud800'), 'jsonb'],
  ] as const)('is told to the sender: %s', async (_, text, type) => {
    expect((await faultOf(text, type))?.fault).toMatchObject({ code: 'text-unstorable', status: 400 });
  });

  it('is told to the sender: an instant beyond the calendar', async () => {
    expect((await faultOf('+10000-01-01T07:59:59+08:00', 'timestamptz'))?.fault).toMatchObject({ status: 400 });
  });

  it('stays a fault of ours: text that is no number', async () => {
    const met = await faultOf('eins', 'integer');
    expect(met?.error).toBeDefined();
    expect(met?.fault).toBeUndefined();
  });
});
