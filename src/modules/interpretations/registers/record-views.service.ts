import { type Actor, can } from '../../../kernel/permissions.ts';
import type { Queryable } from '../../../platform/db/database.ts';
import type { Organisations, Unit } from '../../organisations/index.ts';
import type { OpenPublications } from '../../publications/index.ts';
import { publicItems } from './public-names.ts';
import { numbersIn, recordsIn } from './record-references.ts';
import type { RecordRow } from './record-tables.store.ts';
import { type RecordNames, recordText } from './record-words.ts';
import type { RecordView } from './records.contract.ts';
import { countBelow, titlesOfRecords } from './records.store.ts';
import type { RecordValues, Register } from './register.contract.ts';
import { registerOf } from './registers.contract.ts';

/** Makes rows readable: names of units, public items and other rows stand where the row has numbers and ids. */
export class RecordViews {
  readonly #db: Queryable;
  readonly #organisations: Organisations;
  readonly #open: OpenPublications;

  constructor(db: Queryable, organisations: Organisations, open: OpenPublications) {
    this.#db = db;
    this.#organisations = organisations;
    this.#open = open;
  }

  async of(actor: Actor, rows: readonly RecordRow[]): Promise<RecordView[]> {
    const units = await this.units();
    const names = await this.names(rows);
    const owners = await this.owners(rows);
    const below = await countBelow(
      this.#db,
      rows.map((row) => row.id),
    );
    return rows.map((row) => {
      const register = registerOf(row.register);
      const values = valuesOf(row);
      return {
        id: row.id,
        register: row.register,
        unit: unitRef(units, row.unit_id),
        title: row.title,
        datedOn: row.dated_on,
        values: { ...values },
        texts: this.texts(register, values, names),
        titles: Object.fromEntries(numbersIn(register, values).map((number) => [number, names.title(number)])),
        below: below.get(row.id) ?? 0,
        confirmed: row.confirmed_at
          ? { byName: row.confirmed_by_name ?? '', at: row.confirmed_at.toISOString() }
          : null,
        createdByName: row.created_by_name,
        changedAt: row.changed_at.toISOString(),
        version: row.version,
        allowed: allowedOn(actor, row, owners.get(row.about ?? 0)),
      };
    });
  }

  texts(register: Register, values: RecordValues, names: RecordNames): Record<string, string> {
    return Object.fromEntries(
      register.fields.map((field) => [field.code, recordText(field, values[field.code], names)]),
    );
  }

  async names(rows: readonly RecordRow[]): Promise<RecordNames> {
    const of = rows.map((row) => ({ register: registerOf(row.register), values: valuesOf(row) }));
    const items = await publicItems(
      this.#open,
      of.flatMap(({ register, values }) => numbersIn(register, values)),
    );
    const titles = await titlesOfRecords(
      this.#db,
      of.flatMap(({ register, values }) => recordsIn(register, values)),
    );
    return {
      title: (number) => items.get(number)?.title ?? `编号 ${number}（已移除）`,
      record: (id) => titles.get(id) ?? '',
    };
  }

  /** Units of the public items that rows are about, by number; those taken away are absent. */
  async owners(rows: readonly Pick<RecordRow, 'about'>[]): Promise<ReadonlyMap<number, string>> {
    const items = await publicItems(
      this.#open,
      rows.flatMap((row) => row.about ?? []),
    );
    return new Map([...items].map(([number, item]) => [number, item.unitId]));
  }

  async units(): Promise<ReadonlyMap<string, Unit>> {
    return new Map((await this.#organisations.units.all()).map((unit) => [unit.id, unit]));
  }
}

/** What the row says, with what an act of its own put beside it. */
export function valuesOf(row: RecordRow): RecordValues {
  return row.answered_by === null ? row.data : { ...row.data, answeredBy: row.answered_by };
}

export function unitRef(units: ReadonlyMap<string, Unit>, id: string) {
  const unit = units.get(id);
  return { id, code: unit?.code ?? '', name: unit?.name ?? '', shortName: unit?.shortName ?? '' };
}

export function subjectOf(row: Pick<RecordRow, 'register' | 'unit_id'>) {
  return { kind: 'interpretationRecord', state: row.register, unitIds: [row.unit_id] };
}

/**
 * A reprint stands on the page of an interpretation: whoever enters it, its confirmation is the business of that interpretation's own unit,
 * or of the office. Nobody else puts addresses on another unit's page.
 */
export function confirmSubject(row: Pick<RecordRow, 'register'>, ownerUnitId: string | undefined) {
  return { kind: 'interpretationRecord', state: row.register, unitIds: ownerUnitId === undefined ? [] : [ownerUnitId] };
}

function allowedOn(actor: Actor, row: RecordRow, ownerUnitId: string | undefined): RecordView['allowed'] {
  const canConfirm = row.register === 'reprint' && row.confirmed_at === null && !isAuthor(actor, row);
  return (['edit', 'delete', 'confirm'] as const).filter((action) =>
    action === 'confirm'
      ? canConfirm && can(actor, action, confirmSubject(row, ownerUnitId))
      : can(actor, action, subjectOf(row)),
  );
}

/** Who wrote or last changed a row is no second person. */
export function isAuthor(actor: Actor, row: Pick<RecordRow, 'created_by' | 'changed_by'>): boolean {
  return actor.type === 'person' && [row.created_by, row.changed_by].includes(actor.personId);
}
