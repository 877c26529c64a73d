import { type AddressInfo, createServer } from 'node:net';
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { describeDatabases } from './database.fixtures.ts';
import { databaseFault } from './database-fault.ts';
import { openPostgres } from './postgres.ts';

describeDatabases([], (database, kind) => {
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

  it('is told to the sender: a number that is larger than its column', async () => {
    const met = await faultOf('9007199254740991', 'integer');
    expect(met?.fault).toMatchObject({ code: 'number-out-of-range', status: 400 });
  });

  it('stays a fault of ours: text that is no number', async () => {
    const met = await faultOf('eins', 'integer');
    expect(met?.error).toBeDefined();
    expect(met?.fault).toBeUndefined();
  });

  it.runIf(kind === 'postgresql')('is told to come back: a statement that ran into its time limit', async () => {
    const slow = database()
      .kysely.transaction()
      .execute(async (tx) => {
        await sql`set local statement_timeout = 30`.execute(tx);
        await sql`select pg_sleep(1)`.execute(tx);
      });
    const error = await slow.catch((met: unknown) => met);
    expect(databaseFault(error)).toMatchObject({ code: 'crowded', status: 503 });
  });
});

it('is told to come back: all connections are taken, or the server is too busy to greet', async () => {
  const silent = createServer(() => undefined);
  await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
  const { port } = silent.address() as AddressInfo;
  const busy = openPostgres(`postgres://nobody@127.0.0.1:${port}/none`, { max: 2 });
  const errors = await Promise.all(
    Array.from({ length: 6 }, () => sql`select 1`.execute(busy.kysely).catch((met: unknown) => met)),
  );
  for (const error of errors) expect(databaseFault(error), String(error)).toMatchObject({ status: 503 });
  expect(errors.map((error) => databaseFault(error)?.code).sort()).toContain('crowded');
  await busy.close();
  silent.close();
});
