import { lstat, mkdir, readdir } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { AppError } from '../../../../kernel/app-error.ts';
import { type Actor, can } from '../../../../kernel/permissions.ts';
import { cleanName } from '../../../../platform/http/uploads.ts';
import { LARGEST_FILE } from '../../../attachments/index.ts';
import type { Unit } from '../../../organisations/index.ts';
import type { IntakeContext } from '../intake.context.ts';
import type { IntakeFolder } from '../intake.contract.ts';
import type { IntakeService } from '../intake.service.ts';
import { METADATA_BYTES, parsed } from '../receive-delivery.ts';
import type { SourcesService } from '../sources.service.ts';
import {
  countFailed,
  DONE,
  FAILED,
  followDocument,
  lookInto,
  putAway,
  readText,
  SETTLE,
  type SettleTimes,
  storeFile,
  type WaitingFile,
} from './folder-files.ts';

const TAKEN = new Set(['.docx', '.txt', '.html', '.htm', '.pdf', '.ofd']);

/**
 * Documents laid into a folder: `<folder>/<code of the unit>/`. What was taken is decided by the database alone; a file still lying there
 * after a stop is delivered again, found to be the same, and put away (IX-3, DOC-3).
 */
export class IntakeFolderService {
  readonly #context: IntakeContext;
  readonly #intake: IntakeService;
  readonly #sources: SourcesService;
  readonly #settle: SettleTimes;

  constructor(
    context: IntakeContext,
    services: { readonly intake: IntakeService; readonly sources: SourcesService },
    settle: SettleTimes = SETTLE,
  ) {
    this.#context = context;
    this.#intake = services.intake;
    this.#sources = services.sources;
    this.#settle = settle;
  }

  /** Every minute. @returns how many files were put away */
  async run(signal: AbortSignal): Promise<number> {
    let count = 0;
    for (const { name, unit } of await this.#folders()) {
      if (signal.aborted) break;
      if (unit) count += await this.#runUnit(join(this.#root, name), unit, signal);
    }
    return count;
  }

  /** For the page: which folders there are, as far as the person's units reach. */
  async view(actor: Actor): Promise<IntakeFolder> {
    const seesAll = can(actor, 'read', { kind: 'intake' });
    const folders: IntakeFolder['folders'] = [];
    for (const { name, unit } of await this.#folders()) {
      if (!(unit ? can(actor, 'read', { kind: 'intake', unitIds: [unit.id] }) : seesAll)) continue;
      const { ready, notYet } = await lookInto(join(this.#root, name), Date.now(), this.#settle);
      folders.push({
        name,
        unit: unit ? { id: unit.id, code: unit.code, name: unit.name, shortName: unit.shortName } : null,
        waiting: ready.length + notYet,
        failed: await countFailed(join(this.#root, name)),
      });
    }
    return { path: this.#root, folders };
  }

  async #runUnit(folder: string, unit: Unit, signal: AbortSignal): Promise<number> {
    const { ready, orphans, strange } = await lookInto(folder, Date.now(), this.#settle);
    let count = 0;
    for (const file of ready) {
      if (signal.aborted) break;
      if (await this.#take(folder, unit, file)) count += 1;
    }
    for (const name of strange)
      await this.#fail(folder, { name, sidecar: null }, ['这不是普通文件（可能是链接），没有打开。请直接放入文件。']);
    for (const name of orphans) {
      if (await followDocument(folder, name)) continue;
      await this.#fail(folder, { name, sidecar: null }, ['没有等到与这份说明（.json）同名的公文文件。']);
    }
    return count + strange.length + orphans.length;
  }

  /** @returns false when it has to wait for another time */
  async #take(folder: string, unit: Unit, file: WaitingFile): Promise<boolean> {
    const source = await this.#sources.ofFolder(unit);
    let isHandedIn = false;
    try {
      if (!TAKEN.has(extname(file.name).toLowerCase())) throw unknownFormat();
      const stored = await storeFile(join(folder, file.name), this.#context.platform.files, LARGEST_FILE);
      if (!stored) return false;
      const told = file.sidecar === null ? {} : parsed(await readText(join(folder, file.sidecar), METADATA_BYTES));
      const text = { hash: stored.hash, size: stored.size, name: cleanName(file.name) };
      isHandedIn = true;
      await this.#intake.deliver({ source, metadata: withName(told, file.name), text, attachments: [] });
    } catch (error) {
      // A fault of ours: the file stays, the others go on, and the next minute tries again.
      if (!(error instanceof AppError) || error.status >= 500) {
        this.#context.platform.log.error(
          { err: error, unit: unit.code },
          'a document of the intake folder was not taken',
        );
        return false;
      }
      const reasons = error.reasons.map((reason) => reason.message);
      if (!isHandedIn) await this.#intake.refuseFile(source, cleanName(file.name), error);
      await this.#fail(folder, file, [error.message, ...reasons]);
      return true;
    }
    await putAway(folder, DONE, file, this.#stamp());
    return true;
  }

  #fail(folder: string, file: WaitingFile, reasons: readonly string[]): Promise<void> {
    return putAway(folder, FAILED, file, this.#stamp(), reasons);
  }

  async #folders(): Promise<{ name: string; unit: Unit | null }[]> {
    await mkdir(this.#root, { recursive: true, mode: 0o770 });
    const units = await this.#context.organisations.units.all();
    const found: { name: string; unit: Unit | null }[] = [];
    for (const name of (await readdir(this.#root)).sort()) {
      if (!(await lstat(join(this.#root, name))).isDirectory()) continue;
      found.push({ name, unit: units.find((unit) => unit.code === name && unit.toOn === null) ?? null });
    }
    return found;
  }

  /** Beijing time, for names that people read. */
  #stamp(): string {
    const shown = new Date(this.#context.platform.clock.now().getTime() + 8 * 3_600_000).toISOString();
    return `${shown.slice(0, 10).replaceAll('-', '')}-${shown.slice(11, 19).replaceAll(':', '')}`;
  }

  get #root(): string {
    return this.#context.platform.config.intakeFolder;
  }
}

/** A file without number and title of its own has its name for both. */
function withName(told: unknown, name: string): unknown {
  if (typeof told !== 'object' || told === null || Array.isArray(told)) return told;
  return { sourceId: name.normalize('NFC').slice(0, 100), ...told };
}

function unknownFormat(): AppError {
  return new AppError('media-type-refused', 415, '不接受这种文件，请放入 DOCX、TXT、HTML、PDF 或 OFD 文件。');
}
