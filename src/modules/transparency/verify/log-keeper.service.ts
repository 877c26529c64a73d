import { AppError } from '../../../kernel/app-error.ts';
import type { Platform } from '../../../platform/platform.ts';
import { clearAlarms, raiseAlarm } from '../log/alarm.store.ts';
import type { LogFolder } from '../log/log-folder.ts';
import { Recovery } from '../log/recovery.ts';
import { OWN } from '../log/sequencer.ts';
import { formatVerifierKey } from '../note/note-key.ts';
import { listWitnessed } from '../witness/witness.store.ts';
import { outsideName } from '../witness/witness-record.ts';
import type { OutsideRecord } from './log-source.ts';
import { storedLog } from './verify-log.store.ts';
import { type LogVerdict, verifyLog } from './verify-log.ts';
import { verifyWitnessed } from './verify-witnessed.ts';

const ALARM = 'verify-log';

/** What whoever answers for the installation may do with the log: look through all of it, and mend what a lost disk has done. */
export class LogKeeper {
  readonly #platform: Pick<Platform, 'database' | 'clock' | 'log' | 'changes'>;
  readonly #folder: LogFolder;
  readonly #recovery: Recovery;

  constructor(platform: Pick<Platform, 'database' | 'clock' | 'log' | 'changes'>, folder: LogFolder) {
    this.#platform = platform;
    this.#folder = folder;
    this.#recovery = new Recovery(platform, folder);
  }

  /** Everything in the database against tiles, hashes, checkpoints, signatures and what is kept outside, as of one moment. */
  async verify(): Promise<LogVerdict> {
    const outside = await this.#outside();
    const verdict = await this.#platform.database.kysely
      .transaction()
      .setIsolationLevel('repeatable read')
      .setAccessMode('read only')
      .execute((tx) => verifyLog(storedLog(tx), outside));
    return { ...verdict, findings: [...verdict.findings, ...(await this.#verifyWitnessed())] };
  }

  /** The same as a nightly job: what it finds is an alarm. @throws AppError `log-verify` */
  async verifyNightly(): Promise<void> {
    const { findings } = await this.verify();
    const db = this.#platform.database.kysely;
    if (findings.length === 0) return clearAlarms(db, ALARM);
    const message = `公开存证日志核验发现 ${findings.length} 处问题：${findings.slice(0, 3).join('')}请执行 mingchuang log verify 查看全部。`;
    this.#platform.log.fatal({ findings }, 'the public log does not verify');
    await raiseAlarm(db, { code: ALARM, message, since: this.#platform.clock.now() });
    throw new AppError(ALARM, 500, message);
  }

  recover(): Promise<number> {
    return this.#recovery.recover();
  }

  adopt(): Promise<number> {
    return this.#recovery.adopt();
  }

  async #outside(): Promise<OutsideRecord> {
    const key = await this.#folder.readKey('log');
    return { verifierKey: key && formatVerifierKey(key), checkpoint: await this.#folder.readCheckpoint(OWN) };
  }

  async #verifyWitnessed(): Promise<string[]> {
    const rows = await listWitnessed(this.#platform.database.kysely);
    const key = await this.#folder.readKey('witness');
    if (!key) return rows.length === 0 ? [] : ['缺少见证密钥，无法核对见证记录。'];
    const findings = [];
    for (const row of rows) {
      findings.push(...verifyWitnessed(row, await this.#folder.readCheckpoint(outsideName(row.origin)), key));
    }
    return findings;
  }
}
