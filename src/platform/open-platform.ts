import type { FastifyBaseLogger } from 'fastify';
import type { Clock } from '../kernel/clock.ts';
import { Changes } from './change/change.ts';
import type { Config } from './config.ts';
import { openEmbedded, openPostgres } from './db/database.ts';
import { openFileStore } from './files/open-file-store.ts';
import { noMailer, smtpMailer } from './mail/smtp-mailer.ts';
import type { Platform } from './platform.ts';
import { openSecrets } from './secrets/secrets.ts';

export interface OpenPlatform extends Platform {
  close(): Promise<void>;
}

/**
 * Opens database, files and mail as the configuration says.
 * @throws AppError `data-folder-in-use` when another process holds the embedded database
 */
export async function openPlatform(config: Config, clock: Clock, log: FastifyBaseLogger): Promise<OpenPlatform> {
  const secrets = await openSecrets(config);
  const database = config.databaseUrl ? openPostgres(config.databaseUrl) : await openEmbedded(config.dataFolder);
  if (database.kind === 'embedded') {
    log.warn(
      'embedded database: for trying and demonstration. It does not force writes to disk, so a power cut can lose or damage data; set DATABASE_URL to a PostgreSQL for duty',
    );
  }
  const mailer = config.smtp ? smtpMailer(config.smtp, config.mailFrom) : undefined;
  return {
    config,
    clock,
    log,
    database,
    changes: new Changes(database, clock),
    files: await openFileStore(config),
    mailer: mailer ?? noMailer,
    secrets,
    close: async () => {
      mailer?.close();
      await database.close();
    },
  };
}
