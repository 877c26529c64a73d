import { Readable } from 'node:stream';
import { AppError } from '../../../kernel/app-error.ts';
import { localDateAt, startOfDay } from '../../../kernel/local-date.ts';
import type { Page } from '../../../kernel/page.ts';
import { type Actor, demand } from '../../../kernel/permissions.ts';
import { holdFiles } from '../../../platform/files/file-holder.ts';
import { releaseFiles } from '../../../platform/files/file-keeping.ts';
import type { Upload } from '../../../platform/http/uploads.ts';
import type { Platform } from '../../../platform/platform.ts';
import type { Organisations } from '../../organisations/index.ts';
import type { AttachmentRef, Content, PublicationsServices } from '../../publications/index.ts';
import { nextIndexNumber } from '../documents/index-number.ts';
import type { TopicsService } from '../topics/topics.service.ts';
import { readHead, valuesOf } from './import-columns.ts';
import { archiveFiles, archiveNames, readImportTable } from './import-file.ts';
import { type CheckedRow, checkRow, type ImportProblem, type ImportRegister } from './import-row.ts';
import type { Import, ImportRow, ImportRowQuery } from './imports.contract.ts';
import {
  allImports,
  countRows,
  eraseRows,
  findImport,
  type ImportRecord,
  insertImport,
  listRows,
  type RowRecord,
  runningImports,
  setState,
  settleRow,
  takeRow,
  troubledRows,
} from './imports.store.ts';

const STALE_MS = 120_000;
const LARGEST_FILE = 50_000_000;

/** Brings in what was public before, from a table and an archive of files: dry run first, then row by row, resumable. */
export class ImportsService {
  readonly #platform: Platform;
  readonly #organisations: Organisations;
  readonly #publications: Pick<PublicationsServices, 'adopting' | 'open'>;
  readonly #topics: TopicsService;
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
  }

  /** Reads and checks everything, writes nothing to the library (dry run). @throws AppError `import-unreadable` (422) */
  async start(actor: Actor, table: Upload, archive: Upload | undefined, source: string): Promise<Import> {
    demand(actor, 'import', { kind: 'library' });
    const [headCells = [], ...rows] = await readImportTable(await this.#input(table.hash), table.name);
    const head = readHead(headCells);
    if (head.missing.length > 0)
      throw new AppError('import-columns-missing', 422, `表头缺少“${head.missing.join('”“')}”列，请补上后重新上传。`);
    const names = archive ? await archiveNames(await this.#input(archive.hash)) : [];
    const register = await this.#register(names);
    const taken = new Set(register.taken);
    const checked = rows.map((cells, at) => {
      const values = valuesOf(head, cells);
      const row = checkRow(values, { ...register, taken }, null);
      const number = String(row.content.fields.documentNumber ?? '') || null;
      if (number) taken.add(number);
      return { row: at + 2, values, checked: row, documentNumber: number };
    });
    const id = await this.#platform.changes.run(actor, async (change) => {
      const by = actor.type === 'person' ? actor.name : '系统';
      const info = { name: table.name, source, archiveHash: archive?.hash ?? null, archiveFiles: names.length };
      const made = await insertImport(
        change.tx,
        { ...info, unused: head.unused, by, at: change.at },
        checked.map(recordOf),
      );
      if (archive) await holdFiles(change.tx, this.#platform.files, [archive.hash]);
      // Its words are in the rows from now on.
      await releaseFiles(change, [table.hash]);
      change.record({ action: 'import', kind: 'library', subjectId: made, detail: { rows: rows.length } });
      return made;
    });
    return this.get(actor, id);
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
        String(row.row),
        row.values.title ?? '',
        row.values.documentNumber ?? '',
        problem.column,
        problem.severity === 'blocks' ? '须改正' : '提示',
        problem.message,
      ]),
    );
    const head = ['行号', '标题', '发文字号', '列', '性质', '说明'];
    return `\ufeff${[head, ...lines].map((cells) => cells.map(quoted).join(',')).join('\r\n')}\r\n`;
  }

  /** What a worker does every minute: goes on with imports whose process died. */
  async workAll(signal: AbortSignal): Promise<void> {
    for (const id of await runningImports(this.#db)) await this.work(id, signal);
  }

  /** Row after row until none is left, somebody pauses, or the process stops. */
  async work(id: string, signal?: AbortSignal): Promise<void> {
    if (this.#working.has(id)) return;
    this.#working.add(id);
    try {
      const register = await this.#register([]);
      const indexes = new IndexNumbers(await this.#indexNumbers(), await this.#organisations.units.all());
      while (!signal?.aborted && (await this.#demandImport(id)).state === 'running') {
        const now = this.#platform.clock.now();
        const row = await takeRow(this.#db, id, now, new Date(now.getTime() - STALE_MS));
        if (!row) {
          const { taken } = await countRows(this.#db, id);
          if (taken === 0) await this.#finish(id);
          return;
        }
        await settleRow(this.#db, row, await this.#bringIn(row, register, indexes));
      }
    } finally {
      this.#working.delete(id);
    }
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

  async #bringIn(
    row: RowRecord,
    register: ImportRegister,
    indexes: IndexNumbers,
  ): Promise<Parameters<typeof settleRow>[2]> {
    const record = await this.#demandImport(row.import_id);
    const checked = checkRow(row.values, { ...register, taken: new Set(), fileNames: new Set(namesIn(row)) }, null);
    const warnings = checked.problems.filter((problem) => problem.severity === 'warns');
    const there = await this.#numberOf(String(checked.content.fields.documentNumber ?? ''));
    if (there !== null)
      return { state: 'imported', number: there, problems: [...warnings, said('已在库中，没有重复导入')] };
    try {
      const files = await this.#files(record, checked.fileNames);
      const result = await this.#publications.adopting.adopt(
        { type: 'system' },
        {
          kind: 'policyDocument',
          unitId: checked.unitId ?? '',
          content: await this.#content(checked, files, indexes),
          files,
          determination: {
            attribute: 'proactive',
            manner: 'open',
            legalBasis: 'art19',
            reason: '原已主动公开，随文件库迁入。',
          },
          from: record.source,
          publishedAt: startOfDay(checked.publishedOn ?? register.today),
        },
      );
      const reasons = result.reasons.map(({ message }) => ({ column: '', severity: 'blocks' as const, message }));
      return {
        state: result.number === null ? 'failed' : 'imported',
        number: result.number,
        problems: [...warnings, ...reasons],
      };
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      const reasons = error.reasons.map((reason) => reason.message).join('；');
      return {
        state: 'failed',
        number: null,
        problems: [...warnings, { column: '', severity: 'blocks', message: reasons || error.message }],
      };
    }
  }

  async #content(checked: CheckedRow, files: AttachmentRef[], indexes: IndexNumbers): Promise<Content> {
    const relations: Content['relations'] = [];
    for (const { type, documentNumber } of checked.relations) {
      const number = await this.#numberOf(documentNumber);
      const item = number === null ? undefined : await this.#publications.open.item(number);
      relations.push({
        type,
        publicationId: item?.publicationId ?? null,
        address: null,
        title: item ? null : documentNumber,
        on: null,
      });
    }
    const given = checked.content.fields.indexNumber;
    const indexNumber = given ?? indexes.next(checked.unitId ?? '', Number(checked.publishedOn?.slice(0, 4)));
    return { ...checked.content, fields: { ...checked.content.fields, indexNumber }, attachments: files, relations };
  }

  async #files(record: ImportRecord, names: readonly string[]): Promise<AttachmentRef[]> {
    if (names.length === 0 || !record.archive_hash) return [];
    const found = await archiveFiles(await this.#input(record.archive_hash), names);
    const refs: AttachmentRef[] = [];
    for (const [name, bytes] of found) {
      const stored = await this.#platform.files.put(Readable.from([bytes]), { maxBytes: LARGEST_FILE });
      refs.push({ sha256: stored.hash, name, mediaType: stored.mediaType, size: stored.size });
    }
    return refs;
  }

  /** Permanent number of the public document of that 发文字号. */
  async #numberOf(documentNumber: string): Promise<number | null> {
    if (documentNumber === '') return null;
    const { items } = await this.#publications.open.items({
      kinds: ['policyDocument'],
      fields: { documentNumber },
      statuses: ['public', 'withdrawn'],
      page: 1,
      pageSize: 1,
    });
    return items[0]?.number ?? null;
  }

  async #indexNumbers(): Promise<string[]> {
    return (await this.#publications.open.counts('indexNumber', {})).map((one) => one.value);
  }

  async #register(fileNames: readonly string[]): Promise<ImportRegister> {
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

  async #input(hash: string) {
    const { files } = this.#platform;
    return { size: await files.size(hash), stream: await files.read(hash) };
  }

  get #db() {
    return this.#platform.database.kysely;
  }
}

/** Gives rows without 索引号 the next one of their unit; looked up once for a run. */
class IndexNumbers {
  readonly #used: string[];
  readonly #codes: ReadonlyMap<string, string>;

  constructor(used: readonly string[], units: readonly { readonly id: string; readonly code: string }[]) {
    this.#used = [...used];
    this.#codes = new Map(units.map((unit) => [unit.id, codeOf(unit.code)]));
  }

  next(unitId: string, year: number): string {
    const made = nextIndexNumber(this.#codes.get(unitId) ?? codeOf(''), year, this.#used);
    this.#used.push(made);
    return made;
  }
}

/** The unit's word in capitals, long enough for the form of index numbers. */
function codeOf(word: string): string {
  return word
    .replaceAll(/[^a-z0-9]/gi, '')
    .toUpperCase()
    .padEnd(6, '0')
    .slice(0, 18);
}

function recordOf(one: {
  row: number;
  values: RowRecord['values'];
  checked: CheckedRow;
  documentNumber: string | null;
}) {
  const isFaulty = one.checked.problems.some((problem) => problem.severity === 'blocks');
  return {
    row: one.row,
    state: isFaulty ? ('faulty' as const) : ('ready' as const),
    issuedOn: (one.checked.content.fields.issuedOn as string | undefined) ?? null,
    documentNumber: one.documentNumber,
    values: one.values,
    problems: one.checked.problems,
  };
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

/** The dry run has seen that these are in the archive. */
function namesIn(row: RowRecord): string[] {
  return (row.values.attachments ?? '').split(/[、，,；;|\n]/).map((name) => name.trim());
}

function said(message: string): ImportProblem {
  return { column: '', severity: 'warns', message };
}

/** A value that a spreadsheet would take for a formula is kept from that. */
function quoted(text: string): string {
  const tame = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return `"${tame.replaceAll('"', '""')}"`;
}
