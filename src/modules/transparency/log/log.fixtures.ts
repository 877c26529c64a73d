import { randomBytes } from 'node:crypto';
import { openTestPlatform, type TestPlatform, type TestPlatformOptions } from '../../../platform/platform.fixtures.ts';
import { transparencyMigrations, transparencyModule } from '../index.ts';
import type { LogService } from './log.service.ts';

export interface TestLog {
  readonly platform: TestPlatform;
  readonly service: LogService;
  /** One leaf per text, all in one change. @returns leaf ids */
  append(...texts: string[]): Promise<string[]>;
}

/** The module on a real platform; a database given is to be migrated already. */
export async function openTestLog(options: TestPlatformOptions = {}): Promise<TestLog> {
  const platform = await openTestPlatform({ migrations: transparencyMigrations, ...options });
  const { service } = transparencyModule(platform);
  return {
    platform,
    service,
    append: (...texts) =>
      platform.changes.run({ type: 'system' }, async (change) => {
        const ids: string[] = [];
        for (const text of texts) ids.push((await service.append(change, Buffer.from(text))).leafId);
        return ids;
      }),
  };
}

/** Texts that no other call gives. */
export function someTexts(count: number): string[] {
  const series = randomBytes(6).toString('hex');
  return Array.from({ length: count }, (_, at) => `${series} ${at}`);
}

/** What somebody with the database's password could do: the triggers are off. */
export async function tamper({ platform }: Pick<TestLog, 'platform'>, statement: string): Promise<void> {
  const client = await platform.database.pool.connect();
  try {
    await client.query("set session_replication_role = 'replica'");
    await client.query(statement);
  } finally {
    await client.query("set session_replication_role = 'origin'");
    client.release();
  }
}
