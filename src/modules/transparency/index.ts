import { hostname } from 'node:os';
import { AppError } from '../../kernel/app-error.ts';
import type { Module } from '../../platform/module.ts';
import type { Platform } from '../../platform/platform.ts';
import type { PortalPart } from '../../portal/index.ts';
import { APPENDED, LogService } from './log/log.service.ts';
import { LogFolder } from './log/log-folder.ts';
import { Sequencer } from './log/sequencer.ts';
import { logRoutes } from './log.api.ts';
import { log } from './migrations/log.ts';
import { witness } from './migrations/witness.ts';
import { COSIGNATURE, LOG_SIGNATURE, parseVerifierKey, type SignatureType, type VerifierKey } from './note/note-key.ts';
import { logPortal } from './public/log.portal.tsx';
import { summariseLog } from './public/log-summary.ts';
import { LoggedTitles } from './public/logged-titles.ts';
import { LogKeeper } from './verify/log-keeper.service.ts';
import { askWitnesses, type ConfiguredWitness } from './witness/ask-witnesses.ts';
import { witnessRoutes } from './witness/witness.api.ts';
import { WitnessService } from './witness/witness.service.ts';

export { checkReceipt, main as audit } from './audit/log-audit.mjs';
export type { LeafProof, LogService } from './log/log.service.ts';
export { verdictText } from './verify/log-verdict.ts';

export const transparencyMigrations = [log, witness];

/**
 * The public append-only log of everything that is published, as C2SP tlog-tiles (GIP-9); and a witness of other installations' logs.
 * @throws AppError `config-invalid` for a key that cannot be read
 */
export function transparencyModule(platform: Platform): Module & {
  readonly service: LogService;
  readonly witness: WitnessService;
  readonly keeper: LogKeeper;
  readonly portal: PortalPart;
  /** Names for the numbers that the log holds. */
  readonly titles: LoggedTitles;
} {
  const { config } = platform;
  const folder = new LogFolder(config.logFolder);
  const name = nameOf(config);
  const service = new LogService(platform, new Sequencer(platform, folder, name));
  const witnessed = config.witnessedLogs.map((text) => readKey(text, LOG_SIGNATURE, 'MINGCHUANG_WITNESSED_LOGS'));
  const witnesses = config.witnesses.map(readWitness);
  const watcher = new WitnessService(platform, folder, `${name}/witness`, witnessed);
  const keeper = new LogKeeper(platform, folder);
  const titles = new LoggedTitles();
  const sequence = async () => {
    await service.sequence();
  };
  return {
    name: 'transparency',
    migrations: transparencyMigrations,
    service,
    witness: watcher,
    keeper,
    titles,
    portal: logPortal(
      (page) =>
        summariseLog(
          service,
          watcher,
          witnesses.map(({ key }) => key),
          titles,
          page,
        ),
      config.origin ?? `http://${config.host}:${config.port}`,
    ),
    routes: (app) => {
      logRoutes(app, service);
      witnessRoutes(app, watcher);
    },
    jobs: [
      { name: 'sequence-log', every: '* * * * *', run: sequence },
      { name: 'ask-witnesses', every: '* * * * *', run: () => askWitnesses(platform, witnesses) },
      { name: 'verify-log', every: '20 3 * * *', run: () => keeper.verifyNightly() },
    ],
    onEvent: { [APPENDED]: sequence },
  };
}

/** Address without scheme, as C2SP recommends; fixed for good when the key is made. */
function nameOf({ origin, port }: Platform['config']): string {
  const url = origin ? new URL(origin) : undefined;
  const address = url ? url.host + url.pathname.replace(/\/+$/, '') : `${hostname()}:${port}`;
  return `${address.replaceAll(/[\s+]/g, '-')}/log`;
}

function readWitness(text: string): ConfiguredWitness {
  const [url = '', key = ''] = text.split(/\s+/);
  if (!/^https?:\/\/\S+$/.test(url)) throw invalid('MINGCHUANG_WITNESSES', text);
  return { url: url.replace(/\/+$/, ''), key: readKey(key, COSIGNATURE, 'MINGCHUANG_WITNESSES') };
}

function readKey(text: string, type: SignatureType, variable: string): VerifierKey {
  const key = parseVerifierKey(text);
  if (key?.type !== type) throw invalid(variable, text);
  return key;
}

function invalid(variable: string, text: string): AppError {
  return new AppError('config-invalid', 500, `环境变量 ${variable} 中的“${text}”无法识别。请改正后重新启动。`);
}
