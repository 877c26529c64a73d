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
import { lookInto, readText, SETTLE, type SettleTimes, storeFile, type WaitingFile, youngest } from './folder-files.ts';
import {
  countFailed,
  dropRefused,
  finishTaken,
  followFailed,
  numberFromName,
  putDone,
  putFailed,
  sweep,
} from './put-away.ts';

/** Receipts, and what was refused, for whoever laid it there to mend. */
const KEPT_MS = 30 * 86_400_000;
const SWEPT_EVERY_MS = 3_600_000;
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
  /** By folder: when it was swept, and which documents were erased by then. */
  readonly #swept = new Map<string, { readonly at: number; readonly erased: string }>();

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
      if (!unit) continue;
      const folder = join(this.#root, name);
      await finishTaken(folder, olderThan(this.#settle.aloneMs));
      count += await this.#runUnit(folder, unit, signal);
      await this.#sweep(folder, unit);
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
    const fail = (name: string, reason: string) =>
      putFailed(folder, { name, sidecar: null }, this.#stamp(), numberFromName(name), [reason]);
    for (const name of strange) await fail(name, '这不是普通文件（可能是链接），没有打开。请直接放入文件。');
    for (const name of orphans) {
      if (await followFailed(folder, name)) continue;
      await fail(name, '没有等到与这份说明（.json）同名的公文文件。');
    }
    return count + strange.length + orphans.length;
  }

  /** @returns false when it has to wait for another time */
  async #take(folder: string, unit: Unit, file: WaitingFile): Promise<boolean> {
    const source = await this.#sources.ofFolder(unit);
    let isHandedIn = false;
    let number = numberFromName(file.name);
    try {
      if (!TAKEN.has(extname(file.name).toLowerCase())) throw unknownFormat();
      const stored = await storeFile(join(folder, file.name), this.#context.platform.files, LARGEST_FILE);
      if (!stored) return false;
      const told = file.sidecar === null ? {} : parsed(await readText(join(folder, file.sidecar), METADATA_BYTES));
      const metadata = withName(told, file.name);
      number = numberOf(metadata) ?? number;
      const text = { hash: stored.hash, size: stored.size, name: cleanName(file.name) };
      isHandedIn = true;
      await this.#intake.deliver({ source, metadata, text, attachments: [] });
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
      const told = [error.message, ...reasons];
      if (await this.#intake.keepsNothing(source, number, error)) await dropRefused(folder, file, this.#stamp(), told);
      else await putFailed(folder, file, this.#stamp(), number, told);
      return true;
    }
    await putDone(folder, file, this.#stamp(), number);
    return true;
  }

  /** Every hour, and at once when a document was erased: of that one not even its name stays here (PIPL art. 47). */
  async #sweep(folder: string, unit: Unit): Promise<void> {
    const erased = await this.#intake.erased(await this.#sources.ofFolder(unit));
    const last = this.#swept.get(folder);
    if (last && last.erased === erased.version && Date.now() - last.at < SWEPT_EVERY_MS) return;
    await sweep(folder, { isOld: olderThan(KEPT_MS), isErased: erased.has });
    this.#swept.set(folder, { at: Date.now(), erased: erased.version });
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
  return { sourceId: numberFromName(name), ...told };
}

function numberOf(metadata: unknown): string | undefined {
  const { sourceId } = (metadata ?? {}) as { sourceId?: unknown };
  return typeof sourceId === 'string' && sourceId.trim() !== '' ? sourceId.trim() : undefined;
}

/** By the clock of the file system; what is gone meanwhile is nobody's. */
function olderThan(ms: number): (path: string) => Promise<boolean> {
  return async (path) => {
    const found = await lstat(path).catch(() => undefined);
    return found !== undefined && Date.now() - youngest(found) >= ms;
  };
}

function unknownFormat(): AppError {
  return new AppError('media-type-refused', 415, '不接受这种文件，请放入 DOCX、TXT、HTML、PDF 或 OFD 文件。');
}
