import { AppError } from '../../../kernel/app-error.ts';
import { startOfDay } from '../../../kernel/local-date.ts';
import type { Platform } from '../../../platform/platform.ts';
import type { Unit } from '../../organisations/index.ts';
import type { AdoptInput, AttachmentRef, Content, PublicationsServices } from '../../publications/index.ts';
import { IndexNumbers } from '../documents/index-number.ts';
import { ImportArchive } from './import-archive.service.ts';
import { type CheckedRow, checkRow, type ImportProblem, type ImportRegister } from './import-row.ts';
import { type ImportRecord, type RowRecord, type SettledRow, settleRows } from './imports.store.ts';

/** Documents in one change: few enough that a pause is felt at once. */
const LOT = 50;
/** Rows that are taken together. */
export const TAKEN_TOGETHER = 4 * LOT;

type Adopted = Awaited<ReturnType<PublicationsServices['adopting']['adopt']>>;

interface ReadRow {
  readonly row: number;
  readonly checked: CheckedRow;
  readonly documentNumber: string;
  readonly warnings: readonly ImportProblem[];
}

/** Brings in rows that were taken; looked up once for a run: what the library has, and the last index number of each unit. */
export class ImportRun {
  readonly #platform: Platform;
  readonly #publications: Pick<PublicationsServices, 'adopting' | 'open'>;
  readonly #record: ImportRecord;
  readonly #register: ImportRegister;
  readonly #archive: string | null;
  readonly #indexes: IndexNumbers;
  readonly #codes: ReadonlyMap<string, string>;
  /** Document numbers that the library has, with what this run has brought in. */
  readonly #there: Set<string>;

  constructor(
    platform: Platform,
    publications: Pick<PublicationsServices, 'adopting' | 'open'>,
    of: {
      readonly record: ImportRecord;
      readonly register: ImportRegister & { readonly taken: ReadonlySet<string> };
      readonly indexNumbers: readonly string[];
      readonly units: readonly Unit[];
    },
  ) {
    this.#platform = platform;
    this.#publications = publications;
    this.#record = of.record;
    this.#archive = of.record.archive_hash;
    this.#register = { ...of.register, taken: new Set() };
    this.#indexes = new IndexNumbers(of.indexNumbers);
    this.#codes = new Map(of.units.map((unit) => [unit.id, codeOf(unit.code)]));
    this.#there = new Set(of.register.taken);
  }

  /**
   * Lots of rows side by side, each a change of its own; one after the other where a document names another one of these rows, and on the
   * embedded database, which has one connection.
   * @param rows in the order in which they are to come in
   */
  async bringIn(rows: readonly RowRecord[]): Promise<void> {
    const lots = Array.from({ length: Math.ceil(rows.length / LOT) }, (_, at) => rows.slice(at * LOT, (at + 1) * LOT));
    const isPlain = rows.every(({ values }) => !values.repeals && !values.amends);
    if (isPlain && this.#platform.database.kind === 'postgresql') {
      const done = await Promise.allSettled(lots.map((lot) => this.#bringInLot(lot)));
      for (const one of done) if (one.status === 'rejected') throw one.reason;
    } else {
      for (const lot of lots) await this.#bringInLot(lot);
    }
  }

  /**
   * Documents without files go in together, one change for all of them with their rows; a document that names one of the same lot waits for
   * its end, because only what is public can be pointed to.
   */
  async #bringInLot(rows: readonly RowRecord[]): Promise<void> {
    let lot: { read: ReadRow; input: AdoptInput }[] = [];
    const end = async () => {
      const full = lot;
      lot = [];
      await this.#adoptLot(full);
    };
    const reads = rows.map((row) => this.#read(row));
    const archive = this.#archive === null ? null : new ImportArchive(this.#platform.files, this.#archive);
    await archive?.prepare(reads.flatMap(({ checked }) => checked.fileNames));
    for (const read of reads) {
      const names = new Set(lot.map((one) => one.read.documentNumber));
      const named = [read.documentNumber, ...read.checked.relations.map((relation) => relation.documentNumber)];
      if (named.some((number) => number !== '' && names.has(number))) await end();
      const there = await this.#numberOf(read.documentNumber);
      if (there !== null) await this.#settle([thereAlready(read, there)]);
      else if (archive && read.checked.fileNames.length > 0) await this.#settle([await this.#withFiles(read, archive)]);
      else lot.push({ read, input: await this.#inputOf(read, []) });
    }
    await end();
  }

  async #adoptLot(lot: readonly { readonly read: ReadRow; readonly input: AdoptInput }[]): Promise<void> {
    if (lot.length === 0) return;
    const inputs = lot.map((one) => one.input);
    await this.#publications.adopting.adoptMany({ type: 'system' }, inputs, async (change, results) => {
      const settled = results.map((result, at) => settledOf(lot[at]?.read as ReadRow, result));
      await settleRows(change.tx, this.#record.id, settled);
    });
    for (const { read } of lot) this.#there.add(read.documentNumber);
  }

  async #withFiles(read: ReadRow, archive: ImportArchive): Promise<SettledRow> {
    try {
      const files = await archive.refs(read.checked.fileNames);
      const input = await this.#inputOf(read, files);
      const result = await this.#publications.adopting.adopt({ type: 'system' }, input);
      this.#there.add(read.documentNumber);
      return settledOf(read, result);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      return settledOf(read, error);
    }
  }

  #settle(rows: readonly SettledRow[]): Promise<void> {
    return settleRows(this.#platform.database.kysely, this.#record.id, rows);
  }

  /** Which files are in the archive was seen by the dry run. */
  #read(row: RowRecord): ReadRow {
    const checked = checkRow(row.values, { ...this.#register, fileNames: new Set(namesIn(row)) }, null);
    return {
      row: row.row,
      checked,
      documentNumber: String(checked.content.fields.documentNumber ?? ''),
      warnings: checked.problems.filter((problem) => problem.severity === 'warns'),
    };
  }

  async #inputOf({ checked }: ReadRow, files: AttachmentRef[]): Promise<AdoptInput> {
    return {
      kind: 'policyDocument',
      unitId: checked.unitId ?? '',
      content: await this.#content(checked, files),
      files,
      determination: {
        attribute: 'proactive',
        manner: 'open',
        legalBasis: 'art19',
        reason: '原已主动公开，随文件库迁入。',
      },
      from: this.#record.source,
      publishedAt: startOfDay(checked.publishedOn ?? this.#register.today),
    };
  }

  async #content(checked: CheckedRow, files: AttachmentRef[]): Promise<Content> {
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
    const unitCode = this.#codes.get(checked.unitId ?? '') ?? codeOf('');
    const year = Number(checked.publishedOn?.slice(0, 4));
    const indexNumber = checked.content.fields.indexNumber ?? this.#indexes.next(unitCode, year);
    return { ...checked.content, fields: { ...checked.content.fields, indexNumber }, attachments: files, relations };
  }

  /** Permanent number of the public document of that 发文字号; the database is asked only about those that are there. */
  async #numberOf(documentNumber: string): Promise<number | null> {
    if (documentNumber === '' || !this.#there.has(documentNumber)) return null;
    const { items } = await this.#publications.open.items({
      kinds: ['policyDocument'],
      fields: { documentNumber },
      statuses: ['public', 'withdrawn'],
      page: 1,
      pageSize: 1,
    });
    return items[0]?.number ?? null;
  }
}

function settledOf({ row, warnings }: ReadRow, result: Adopted | AppError): SettledRow {
  if (result instanceof AppError) {
    const message = result.reasons.map((reason) => reason.message).join('；') || result.message;
    return { row, state: 'failed', number: null, problems: [...warnings, { column: '', severity: 'blocks', message }] };
  }
  const reasons = result.reasons.map(({ message }) => ({ column: '', severity: 'blocks' as const, message }));
  const state = result.number === null ? 'failed' : 'imported';
  return { row, state, number: result.number, problems: [...warnings, ...reasons] };
}

function thereAlready({ row, warnings }: ReadRow, number: number): SettledRow {
  const said = { column: '', severity: 'warns' as const, message: '已在库中，没有重复导入' };
  return { row, state: 'imported', number, problems: [...warnings, said] };
}

/** The unit's word in capitals, long enough for the form of index numbers. */
function codeOf(word: string): string {
  return word
    .replaceAll(/[^a-z0-9]/gi, '')
    .toUpperCase()
    .padEnd(6, '0')
    .slice(0, 18);
}

function namesIn(row: RowRecord): string[] {
  return (row.values.attachments ?? '').split(/[、，,；;|\n]/).map((name) => name.trim());
}
