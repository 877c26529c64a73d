import { AppError } from '../../../kernel/app-error.ts';
import { csv } from '../../../kernel/csv.ts';
import { localDateAt } from '../../../kernel/local-date.ts';
import type { Page } from '../../../kernel/page.ts';
import { type Actor, demand } from '../../../kernel/permissions.ts';
import { holdFiles } from '../../../platform/files/file-holder.ts';
import { releaseFiles } from '../../../platform/files/file-keeping.ts';
import type { Upload } from '../../../platform/http/uploads.ts';
import type { Platform } from '../../../platform/platform.ts';
import type { Organisations } from '../../organisations/index.ts';
import type { PublicationsServices } from '../../publications/index.ts';
import type { TopicsService } from '../topics/topics.service.ts';
import { ImportCheck } from './import-check.service.ts';
import { type ImportFiles, ImportReading } from './import-reading.service.ts';
import type { ImportRegister } from './import-row.ts';
import { ImportRun, TAKEN_TOGETHER } from './import-run.service.ts';
import type { Import, ImportRow, ImportRowQuery } from './imports.contract.ts';
import {
  abandonedImports,
  allImports,
  countRows,
  eraseRows,
  findImport,
  type ImportRecord,
  insertImport,
  isInFlight,
  listRows,
  type RowRecord,
  setState,
  takeRows,
  troubledRows,
  unpreparedImports,
} from './imports.store.ts';

const STALE_MS = 120_000;
const LOOK_MS = 1_000;
/** Rows whose dry run the answer waits for: some three seconds. */
const TOLD_AT_ONCE = 1_000;
/** Bytes of files that are read before the answer; the sheets of a workbook are packed. */
const READ_AT_ONCE = { table: 1_000_000, workbook: 200_000, archive: 20_000_000 };

/** Brings in what was public before, from a table and an archive of files: dry run first, then lot by lot, resumable. */
export class ImportsService {
  readonly #platform: Platform;
  readonly #organisations: Organisations;
  readonly #publications: Pick<PublicationsServices, 'adopting' | 'open'>;
  readonly #topics: TopicsService;
  readonly #reading: ImportReading;
  readonly #preparing = new Map<string, Promise<void>>();
  readonly #working = new Set<string>();

  constructor(
    platform: Platform,
    below: {
      organisations: Organisations;
      publications: Pick<PublicationsServices, 'adopting' | 'open'>;
      topics: TopicsService;
    },
  ) {
    this.#platform = platform;
    this.#organisations = below.organisations;
    this.#publications = below.publications;
    this.#topics = below.topics;
    this.#reading = new ImportReading(platform);
  }

  /**
   * Takes the files in and begins the dry run, which writes nothing to the library; a small table is checked when this returns, a large one is read
   * and checked lot by lot afterwards. @throws AppError of small tables: `import-unreadable`, `import-columns-missing` (422)
   */
  async start(actor: Actor, table: Upload, archive: Upload | undefined, source: string): Promise<Import> {
    demand(actor, 'import', { kind: 'library' });
    const files = { table: table.hash, archive: archive?.hash ?? null, name: table.name };
    const read = isSmall(table, archive) ? await this.#reading.read(files) : null;
    const id = await this.#platform.changes.run(actor, async (change) => {
      const by = actor.type === 'person' ? actor.name : '系统';
      const info = { name: table.name, source, tableHash: files.table, archiveHash: files.archive };
      const made = await insertImport(change.tx, { ...info, by, at: change.at });
      await holdFiles(change.tx, this.#platform.files, archive ? [table.hash, archive.hash] : [table.hash]);
      change.record({ action: 'import', kind: 'library', subjectId: made });
      return made;
    });
    if (read) await this.#reading.takeIn(id, read, files);
    const going = this.#prepare(id);
    if (read && read.table.rows <= TOLD_AT_ONCE) await going;
    else going.catch((error) => this.#platform.log.error({ err: error, import: id }, 'dry run of an import stopped'));
    return this.get(actor, id);
  }

  /** Goes on with reading and the dry run where they are; in one process once at a time. */
  #prepare(id: string, signal?: AbortSignal): Promise<void> {
    const going = this.#preparing.get(id) ?? this.#readAndCheck(id, signal).finally(() => this.#preparing.delete(id));
    this.#preparing.set(id, going);
    return going;
  }

  async #readAndCheck(id: string, signal?: AbortSignal): Promise<void> {
    const record = await this.#demandImport(id);
    const { archive_hash: archive, table_hash: table, name } = record;
    if (record.state === 'reading' && table && !(await this.#readIn(id, { table, archive, name }, signal))) return;
    const names = archive ? await this.#reading.fileNames(archive) : [];
    await new ImportCheck(this.#platform, id, await this.#register(names)).run(signal);
  }

  /** @returns whether the rows are there */
  async #readIn(id: string, files: ImportFiles, signal: AbortSignal | undefined): Promise<boolean> {
    try {
      return await this.#reading.takeIn(id, await this.#reading.read(files), files, signal);
    } catch (error) {
      // What is wrong with the file stays wrong; that there was no place to read it does not.
      if (!(error instanceof AppError) || error.status !== 422) throw error;
      await this.#reading.giveUp(id, error.message, files);
      return false;
    }
  }

  async list(actor: Actor): Promise<Import[]> {
    demand(actor, 'import', { kind: 'library' });
    const imports: Import[] = [];
    for (const record of await allImports(this.#db)) imports.push(await this.#view(record));
    return imports;
  }

  /** @throws AppError `not-found` (404) */
  async get(actor: Actor, id: string): Promise<Import> {
    demand(actor, 'import', { kind: 'library' });
    return this.#view(await this.#demandImport(id));
  }

  async rows(actor: Actor, id: string, query: ImportRowQuery): Promise<Page<ImportRow>> {
    demand(actor, 'import', { kind: 'library' });
    const { items, total } = await listRows(this.#db, id, query);
    return { items: items.map(rowView), total, page: query.page, pageSize: query.pageSize };
  }

  /** Starts, or goes on after a pause; the answer does not wait for the end. */
  async run(actor: Actor, id: string): Promise<Import> {
    await this.#move(actor, id, 'running');
    void this.work(id).catch((error) => this.#platform.log.error({ err: error, import: id }, 'library import stopped'));
    return this.get(actor, id);
  }

  async pause(actor: Actor, id: string): Promise<Import> {
    await this.#move(actor, id, 'paused');
    return this.get(actor, id);
  }

  /** Everything that was told of any row, as a table for mending the source. */
  async errors(actor: Actor, id: string): Promise<string> {
    demand(actor, 'import', { kind: 'library' });
    await this.#demandImport(id);
    const lines = (await troubledRows(this.#db, id)).flatMap((row) =>
      row.problems.map((problem) => [
        row.row,
        row.values.title ?? '',
        row.values.documentNumber ?? '',
        problem.column,
        problem.severity === 'blocks' ? '须改正' : '提示',
        problem.message,
      ]),
    );
    const head = ['行号', '标题', '发文字号', '列', '性质', '说明'];
    return csv([head, ...lines]);
  }

  /** What a worker does every minute: goes on with tables that are not read, with dry runs and with imports whose process died. */
  async workAll(signal: AbortSignal): Promise<void> {
    for (const id of await unpreparedImports(this.#db)) await this.#prepare(id, signal);
    for (const id of await abandonedImports(this.#db, this.#staleBefore)) await this.work(id, signal);
  }

  /**
   * Lot after lot until none is left, somebody pauses, or the process stops. One process at a time: index numbers go on from the highest that
   * is public, so what another one has in flight is waited for, and taken over when it is stale.
   */
  async work(id: string, signal?: AbortSignal): Promise<void> {
    if (this.#working.has(id)) return;
    this.#working.add(id);
    try {
      if (!(await this.#alone(id, signal))) return;
      const run = new ImportRun(this.#platform, this.#publications, {
        record: await this.#demandImport(id),
        register: await this.#register([]),
        indexNumbers: await this.#indexNumbers(),
        units: await this.#organisations.units.all(),
      });
      while (!signal?.aborted && (await this.#demandImport(id)).state === 'running') {
        const rows = await takeRows(this.#db, id, TAKEN_TOGETHER, this.#platform.clock.now(), this.#staleBefore);
        if (rows.length > 0) await run.bringIn(rows);
        else if ((await countRows(this.#db, id)).taken === 0) return await this.#finish(id);
        else if (!(await this.#alone(id, signal))) return;
      }
    } finally {
      this.#working.delete(id);
    }
  }

  /** Waits until nothing is in flight elsewhere. @returns false when there is nothing more to do */
  async #alone(id: string, signal: AbortSignal | undefined): Promise<boolean> {
    while (await isInFlight(this.#db, id, this.#staleBefore)) {
      if (signal?.aborted || (await this.#demandImport(id)).state !== 'running') return false;
      await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
    }
    return true;
  }

  get #staleBefore(): Date {
    return new Date(this.#platform.clock.now().getTime() - STALE_MS);
  }

  /** The archive has given its files; kept longer it would be a second copy that outlives their erasure. */
  async #finish(id: string): Promise<void> {
    const { archive_hash: archive } = await this.#demandImport(id);
    await this.#platform.changes.run({ type: 'system' }, async (change) => {
      await setState(change.tx, id, 'done', change.at);
      if (archive) await releaseFiles(change, [archive]);
      change.record({ action: 'import.done', kind: 'library', subjectId: id });
    });
  }

  /** Nothing of a document that was erased by law stays in the tables it came from. */
  async eraseImported(number: number): Promise<void> {
    await eraseRows(this.#db, number);
  }

  async #indexNumbers(): Promise<string[]> {
    return (await this.#publications.open.counts('indexNumber', {})).map((one) => one.value);
  }

  async #register(fileNames: readonly string[]): Promise<ImportRegister & { readonly taken: ReadonlySet<string> }> {
    const today = localDateAt(this.#platform.clock.now());
    const units = await this.#organisations.units.all();
    const [topics, tags] = [await this.#topics.choices('topics'), await this.#topics.choices('tags')];
    return {
      units: units.map((unit) => ({ id: unit.id, names: [unit.name, unit.shortName, ...unit.aliases] })),
      topics: topics.items.map((one) => one.value),
      tags: tags.items.map((one) => one.value),
      fileNames: new Set(fileNames),
      taken: new Set(
        (await this.#publications.open.counts('documentNumber', { kinds: ['policyDocument'] })).map((one) => one.value),
      ),
      today,
    };
  }

  async #move(actor: Actor, id: string, state: 'running' | 'paused'): Promise<void> {
    const record = await this.#demandImport(id);
    if (record.state === 'unreadable')
      throw new AppError('import-unreadable', 409, record.trouble ?? '表格无法读取，请重新上传。');
    if (record.state === 'reading' || record.state === 'checking')
      throw new AppError('import-checking', 409, '正在试读表格，试读完成后才能开始导入，请稍候。');
    if (record.state === 'done') throw new AppError('import-done', 409, '这次导入已经完成，请重新上传改正后的表格。');
    await this.#platform.changes.run(actor, async (change) => {
      demand(actor, 'import', { kind: 'library' });
      await setState(change.tx, id, state);
      change.record({ action: `import.${state}`, kind: 'library', subjectId: id });
    });
  }

  async #view(record: ImportRecord): Promise<Import> {
    return {
      id: record.id,
      name: record.name,
      source: record.source,
      state: record.state,
      trouble: record.trouble,
      unused: record.unused,
      files: record.archive_files,
      counts: await countRows(this.#db, record.id),
      startedBy: record.started_by,
      createdAt: record.created_at.toISOString(),
      finishedAt: record.finished_at?.toISOString() ?? null,
    };
  }

  async #demandImport(id: string): Promise<ImportRecord> {
    const record = await findImport(this.#db, id);
    if (!record) throw new AppError('not-found', 404, '没有找到这次导入，请刷新页面后重试。');
    return record;
  }

  get #db() {
    return this.#platform.database.kysely;
  }
}

function isSmall(table: Upload, archive: Upload | undefined): boolean {
  const most = /\.xlsx$/i.test(table.name) ? READ_AT_ONCE.workbook : READ_AT_ONCE.table;
  return table.size <= most && (archive?.size ?? 0) <= READ_AT_ONCE.archive;
}

function rowView(row: RowRecord): ImportRow {
  return {
    row: row.row,
    state: row.state,
    title: row.values.title ?? '',
    documentNumber: row.document_number,
    problems: [...row.problems],
    number: row.number,
  };
}
