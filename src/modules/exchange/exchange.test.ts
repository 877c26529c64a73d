import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { composeModules } from '../../app.ts';
import { type DatabaseKind, describeDatabases, openTestDatabase } from '../../platform/db/database.fixtures.ts';
import type { Database } from '../../platform/db/database.ts';
import { openTestPlatform } from '../../platform/platform.fixtures.ts';
import { adopt, fileAll, type Installation, introduce, openInstallation, policyContent } from './exchange.fixtures.ts';

describeDatabases([], (_, kind) => {
  describe('filing between two installations (IX-1, IX-2, DOC-2, DOC-5)', () => filing(kind));
});

function filing(kind: DatabaseKind): void {
  let databases: Database[];
  let district: Installation;
  let city: Installation;

  const states = async () =>
    (
      await sql<{ state: string; count: number }>`select state, count(*)::int as count from exchange.delivery group by 1`.execute(
        district.platform.database.kysely,
      )
    ).rows;

  beforeAll(async () => {
    databases = [await openTestDatabase(kind, []), await openTestDatabase(kind, [])];
    [district, city] = [
      await openInstallation(databases[0] as Database),
      await openInstallation(databases[1] as Database),
    ];
    await city.listen();
    await introduce(district, city);
  }, 120_000);
  afterAll(async () => {
    await district?.close();
    await city?.close();
    for (const database of databases ?? []) await database.close();
  });

  it('files what is public with its text, and takes a signed receipt', async () => {
    const { id, number } = await adopt(district, policyContent({ title: '关于转学办法的通知' }));
    await fileAll(district);
    expect(await states()).toEqual([{ state: 'receipted', count: 1 }]);
    const rows = await sql<{ title: string; receipt: string }>`select title, receipt_number as receipt
      from exchange.city_item where publication_id = ${id}::uuid and number = ${number}`.execute(
      city.platform.database.kysely,
    );
    expect(rows.rows).toEqual([{ title: '关于转学办法的通知', receipt: expect.stringMatching(/^HZ2026-\d{8}$/) }]);
  });
}

void composeModules;
void openTestPlatform;
