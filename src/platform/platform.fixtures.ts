import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterAll, beforeAll } from 'vitest';
import { SettableClock } from '../kernel/clock.ts';
import { Changes } from './change/change.ts';
import { readConfig } from './config.ts';
import { openTestDatabase } from './db/database.fixtures.ts';
import type { Database } from './db/database.ts';
import type { Migration } from './db/migrate.ts';
import { LocalFileStore } from './files/local-file-store.ts';
import { noMailer, smtpMailer } from './mail/smtp-mailer.ts';
import type { Platform } from './platform.ts';
import { openSecrets } from './secrets/secrets.ts';

export interface TestPlatform extends Platform {
  readonly clock: SettableClock;
  /** Removes the temporary folder; closes the database when the platform opened it itself. */
  close(): Promise<void>;
}

export interface TestPlatformOptions {
  /** Absent: a fresh embedded one with `migrations`. */
  readonly database?: Database;
  readonly migrations?: readonly Migration[];
  /** Absent: 2026-03-02 09:00 in Shanghai, a Monday. */
  readonly now?: Date | string;
  /** Absent: silent. */
  readonly log?: Platform['log'];
  /** smtp:// address of a receiver; absent: no mail is configured. */
  readonly smtp?: string;
  /** Further environment variables, as an operator would set them. */
  readonly env?: Readonly<Record<string, string>>;
}

/** Everything a module is handed, real, in a temporary folder; only the clock stands still until it is moved. */
export async function openTestPlatform(options: TestPlatformOptions = {}): Promise<TestPlatform> {
  const folder = await mkdtemp(join(tmpdir(), 'mingchuang-test-'));
  const database = options.database ?? (await openTestDatabase('embedded', options.migrations ?? []));
  const clock = new SettableClock(options.now ?? '2026-03-02T09:00:00+08:00');
  const config = readConfig({
    MINGCHUANG_ORIGIN: 'http://localhost:8080',
    ...options.env,
    MINGCHUANG_DATA: folder,
    ...(options.smtp ? { MINGCHUANG_SMTP: options.smtp } : {}),
  });
  const secrets = await openSecrets(config);
  return {
    config,
    clock,
    log: options.log ?? pino({ level: process.env.MINGCHUANG_TEST_LOG ?? 'silent' }),
    database,
    changes: new Changes(database, clock),
    files: new LocalFileStore(join(folder, 'files')),
    mailer: config.smtp ? smtpMailer(config.smtp, config.mailFrom) : noMailer,
    secrets,
    close: async () => {
      if (!options.database) await database.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** The same for a block of tests: opened before them, closed after. */
export function useTestPlatform(options: () => TestPlatformOptions = () => ({})): () => TestPlatform {
  let open: TestPlatform | undefined;
  beforeAll(async () => {
    open = await openTestPlatform(options());
  });
  afterAll(() => open?.close());
  return () => {
    if (!open) throw new Error('no test platform is open here');
    return open;
  };
}
