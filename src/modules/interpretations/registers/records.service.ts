import { AppError } from '../../../kernel/app-error.ts';
import type { Page } from '../../../kernel/page.ts';
import { type Actor, demand } from '../../../kernel/permissions.ts';
import { staleError } from '../../../kernel/stale.ts';
import type { Platform } from '../../../platform/platform.ts';
import type { Organisations } from '../../organisations/index.ts';
import { putPublicReprint, takePublicReprint } from '../spread/public-reprints.store.ts';
import type { RecordReader } from './record-reader.service.ts';
import type { RecordRow } from './record-tables.store.ts';
import { confirmSubject, isAuthor, type RecordViews, subjectOf, unitRef } from './record-views.service.ts';
import type { RecordEdit, RecordInput, RecordQuery, RecordSums, RecordView } from './records.contract.ts';
import { recordInvalid, recordNotFound } from './records.errors.ts';
import {
  countBelow,
  deleteRecord,
  findRecord,
  insertRecord,
  listRecords,
  lockRecord,
  sumByUnit,
  updateRecord,
  yearsOfRecords,
} from './records.store.ts';
import type { RecordValue, RecordValues, Register } from './register.contract.ts';
import { registerOf } from './registers.contract.ts';

/** The registers of interpretation work (ITP-7, ITP-14..18): one frame for all, told apart by `registers.contract.ts`. */
export class RecordsService {
  readonly #platform: Platform;
  readonly #organisations: Organisations;
  readonly #views: RecordViews;
  readonly #reader: RecordReader;

  constructor(platform: Platform, organisations: Organisations, views: RecordViews, reader: RecordReader) {
    this.#platform = platform;
    this.#organisations = organisations;
    this.#views = views;
    this.#reader = reader;
  }

  async list(actor: Actor, { page, pageSize, ...filter }: RecordQuery): Promise<Page<RecordView>> {
    demand(actor, 'read', { kind: 'interpretationRecord', state: filter.register });
    const { rows, total } = await listRecords(this.#db, filter, { page, pageSize });
    return { items: await this.#views.of(actor, rows), total, page, pageSize };
  }

  /** @throws AppError `not-found` (404) */
  async get(actor: Actor, id: string): Promise<RecordView> {
    const row = await findRecord(this.#db, id);
    if (row) demand(actor, 'read', subjectOf(row));
    const [view] = row ? await this.#views.of(actor, [row]) : [];
    if (!view) throw recordNotFound();
    return view;
  }

  async sums(actor: Actor, register: string, year: number): Promise<RecordSums> {
    demand(actor, 'read', { kind: 'interpretationRecord', state: register });
    const units = await this.#views.units();
    const sums = await sumByUnit(this.#db, { register, year });
    return {
      year,
      years: await yearsOfRecords(this.#db, register),
      units: sums.map(({ unitId, ...sum }) => ({ unit: unitRef(units, unitId), ...sum })),
    };
  }

  /** @throws AppError `invalid` (422) with every fault at once */
  async create(actor: Actor, { register: code, unitId, values: raw }: RecordInput): Promise<RecordView> {
    const register = registerOf(code);
    demand(actor, 'create', { kind: 'interpretationRecord', state: code, unitIds: [unitId] });
    if (!(await this.#organisations.units.all()).some((unit) => unit.id === unitId))
      throw recordInvalid([{ field: 'unitId', message: '没有这个单位，请重新选择。' }]);
    const values = await this.#reader.read(register, raw);
    const id = await this.#platform.changes.run(actor, async (change) => {
      const [person, name] = actor.type === 'person' ? [actor.personId, actor.name] : [null, '系统'];
      const made = await insertRecord(change.tx, {
        ...columnsOf(register, values),
        register: code,
        unit_id: unitId,
        created_by: person,
        created_by_name: name,
        created_at: change.at,
        changed_by: person,
        changed_at: change.at,
      });
      change.record({
        action: 'create',
        kind: 'interpretationRecord',
        subjectId: made,
        unitId,
        detail: { register: code },
      });
      return made;
    });
    return this.get(actor, id);
  }

  /** What a second person had confirmed waits to be confirmed again. @throws AppError `stale` (409), `invalid` (422) */
  async edit(actor: Actor, id: string, { version, values: raw }: RecordEdit): Promise<RecordView> {
    const seen = demandSeen(await findRecord(this.#db, id), actor, 'edit', version, raw);
    const register = registerOf(seen.register);
    const values = await this.#reader.read(register, raw);
    await this.#platform.changes.run(actor, async (change) => {
      const row = demandSeen(await lockRecord(change.tx, id), actor, 'edit', version, raw);
      await takePublicReprint(change.tx, id);
      await updateRecord(change.tx, id, {
        ...columnsOf(register, values),
        // An answer belongs to the document that was asked about.
        ...(row.about === values[register.about ?? ''] ? {} : { answered_by: null }),
        changed_by: actor.type === 'person' ? actor.personId : null,
        changed_at: change.at,
        confirmed_at: null,
        confirmed_by_name: null,
      });
      change.record({
        action: 'edit',
        kind: 'interpretationRecord',
        subjectId: id,
        unitId: row.unit_id,
        detail: { register: row.register },
      });
    });
    return this.get(actor, id);
  }

  /** @throws AppError `in-use` (409) when other rows hang below it */
  async remove(actor: Actor, id: string): Promise<Record<string, never>> {
    await this.#platform.changes.run(actor, async (change) => {
      const row = demandRow(await lockRecord(change.tx, id), actor, 'delete');
      const below = (await countBelow(change.tx, [id])).get(id) ?? 0;
      if (below > 0) throw new AppError('in-use', 409, `还有 ${below} 条记录登记在它下面，请先逐条删除或改到别处。`);
      await takePublicReprint(change.tx, id);
      await deleteRecord(change.tx, id);
      change.record({
        action: 'delete',
        kind: 'interpretationRecord',
        subjectId: id,
        unitId: row.unit_id,
        detail: { register: row.register, datedOn: row.dated_on },
      });
    });
    return {};
  }

  /**
   * A reprint that somebody else than its author, of the interpretation's unit or of the office, has looked at is shown to the public
   * (ITP-18).
   * @throws AppError `second-person` (409) for who wrote or last changed it
   */
  async confirm(actor: Actor, id: string, version: number): Promise<RecordView> {
    const found = await findRecord(this.#db, id);
    if (!found) throw recordNotFound();
    // What a row is about may change; then its version has changed too.
    const owner = (await this.#views.owners([found])).get(found.about ?? 0);
    await this.#platform.changes.run(actor, async (change) => {
      const row = await lockRecord(change.tx, id);
      if (!row) throw recordNotFound();
      demand(actor, 'confirm', confirmSubject(row, owner));
      if (row.version !== version) throw staleError({ ...row.data, version: row.version }, {});
      if (row.about !== found.about) throw recordNotFound();
      if (isAuthor(actor, row))
        throw new AppError(
          'second-person',
          409,
          '登记人不能自己核实，请由解读单位或者主管部门的另一位同事打开网址核对后核实。',
        );
      const { medium, mediumKind, address } = row.data;
      await putPublicReprint(change.tx, {
        record_id: id,
        number: row.about ?? 0,
        medium: String(medium),
        medium_kind: String(mediumKind),
        day: row.dated_on,
        address: String(address),
        confirmed_at: change.at,
      });
      await updateRecord(change.tx, id, {
        confirmed_at: change.at,
        confirmed_by_name: actor.type === 'person' ? actor.name : '系统',
      });
      change.record({
        action: 'confirm',
        kind: 'interpretationRecord',
        subjectId: id,
        unitId: row.unit_id,
        detail: { number: row.about },
      });
    });
    return this.get(actor, id);
  }

  get #db() {
    return this.#platform.database.kysely;
  }
}

function demandRow(row: RecordRow | undefined, actor: Actor, action: string): RecordRow {
  if (!row) throw recordNotFound();
  demand(actor, action, subjectOf(row));
  return row;
}

/** Permission first: who may not act learns nothing of newer versions. */
function demandSeen(
  found: RecordRow | undefined,
  actor: Actor,
  action: string,
  version: number,
  raw: object,
): RecordRow {
  const row = demandRow(found, actor, action);
  if (row.version !== version) throw staleError({ ...row.data, version: row.version }, raw);
  return row;
}

/** What is listed, ordered, joined and summed stands in columns of its own. */
function columnsOf(register: Register, values: RecordValues) {
  const parent = register.fields.find((field) => field.type === 'record');
  const value = (code: string | undefined): RecordValue => (code === undefined ? null : (values[code] ?? null));
  return {
    title: String(value(register.title)),
    dated_on: value(register.day) as RecordRow['dated_on'],
    about: value(register.about) as number | null,
    parent_id: value(parent?.code) as string | null,
    amount: value(register.amount?.field) as number | null,
    data: JSON.stringify(values),
  };
}
