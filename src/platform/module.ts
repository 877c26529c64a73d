import type { Migration } from './db/migrate.ts';
import type { FileHolder } from './files/file-holder.ts';
import type { HttpServer } from './http/http-server.ts';
import type { Job } from './jobs/job.ts';

/** What a business hands to the composition root. */
export interface Module {
  readonly name: string;
  readonly migrations: readonly Migration[];
  /** Registers the module's API and portal routes; every route names its access. */
  routes?(app: HttpServer): void;
  readonly jobs?: readonly Job[];
  /** Of every module whose rows hold hashes of stored files. */
  readonly files?: FileHolder;
  /** By name of event; called at least once per event, so safe to run twice. */
  readonly onEvent?: Readonly<Record<string, (payload: Readonly<Record<string, unknown>>) => Promise<void>>>;
}
