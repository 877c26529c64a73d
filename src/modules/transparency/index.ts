import { hostname } from 'node:os';
import { join } from 'node:path';
import type { Module } from '../../platform/module.ts';
import type { Platform } from '../../platform/platform.ts';
import { APPENDED, LogService } from './log/log.service.ts';
import { LogFolder } from './log/log-folder.ts';
import { Sequencer } from './log/sequencer.ts';
import { log } from './migrations/log.ts';
import { witness } from './migrations/witness.ts';

export type { LeafProof, LogService } from './log/log.service.ts';

export const transparencyMigrations = [log, witness];

/** The public append-only log of everything that is published (part of DOC-1's promise: what was public can be proved). */
export function transparencyModule(platform: Platform): Module & { readonly service: LogService } {
  const folder = new LogFolder(join(platform.config.dataFolder, 'transparency'));
  const service = new LogService(platform, new Sequencer(platform, folder, originOf(platform.config)));
  const sequence = async () => {
    await service.sequence();
  };
  return {
    name: 'transparency',
    migrations: transparencyMigrations,
    service,
    jobs: [{ name: 'sequence-log', every: '* * * * *', run: sequence }],
    onEvent: { [APPENDED]: sequence },
  };
}

/** Address without scheme, as C2SP recommends; fixed for good when the key is made. */
function originOf({ origin, port }: Platform['config']): string {
  const address = origin
    ? new URL(origin).host + new URL(origin).pathname.replace(/\/+$/, '')
    : `${hostname()}:${port}`;
  return `${address.replaceAll(/[\s+]/g, '-')}/log`;
}
