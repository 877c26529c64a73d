import type { FastifyBaseLogger } from 'fastify';
import type { Clock } from '../kernel/clock.ts';
import type { Changes } from './change/change.ts';
import type { Config } from './config.ts';
import type { Database } from './db/database.ts';
import type { FileStore } from './files/file-store.ts';
import type { Mailer } from './mail/mailer.ts';
import type { Secrets } from './secrets/secrets.ts';

/** The machines that every module is handed; they know no business. */
export interface Platform {
  readonly config: Config;
  readonly clock: Clock;
  readonly log: FastifyBaseLogger;
  readonly database: Database;
  readonly changes: Changes;
  readonly files: FileStore;
  readonly mailer: Mailer;
  readonly secrets: Secrets;
}
