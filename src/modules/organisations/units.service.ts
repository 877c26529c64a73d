import { AppError } from '../../kernel/app-error.ts';
import { type LocalDate, localDateAt } from '../../kernel/local-date.ts';
import type { Page } from '../../kernel/page.ts';
import { type Actor, demand } from '../../kernel/permissions.ts';
import { staleError } from '../../kernel/stale.ts';
import { lastDone } from '../../platform/audit/audit-list.store.ts';
import type { Queryable } from '../../platform/db/database.ts';
import type { Platform } from '../../platform/platform.ts';
import { lastStaffChanges } from './fact-changes.store.ts';
import { allGroups } from './groups.store.ts';
import { refuseTaken, unitMissing } from './organisations.errors.ts';
import { pinyinInitials } from './pinyin-initials.ts';
import { existsOn, type Unit } from './unit.ts';
import { type NameMatch, UnitRegister } from './unit-register.ts';
import type { UnitEdit, UnitInput, UnitListQuery } from './units.contract.ts';
import { allUnits, findUnit, insertUnit, listUnits, lockUnit, updateUnit } from './units.store.ts';

/** The register of units: what other modules ask and what the office keeps. */
export class UnitsService {
  readonly #platform: Platform;

  constructor(platform: Platform) {
    this.#platform = platform;
  }

  list(query: UnitListQuery): Promise<Page<Unit>> {
    return listUnits(this.#db, query, this.#today);
  }

  /** Every unit in protocol order, former ones included. @param db a change's transaction, to see its own writes */
  all(db: Queryable = this.#db): Promise<readonly Unit[]> {
    return allUnits(db);
  }

  /** @throws AppError `unit-missing` (404) */
  async find(id: string): Promise<Unit> {
    return orMissing(await findUnit(this.#db, { id }));
  }

  /** @throws AppError `unit-missing` (404) */
  async findByCode(code: string): Promise<Unit> {
    return orMissing(await findUnit(this.#db, { code }));
  }

  /** Recorded changes of what a unit tells the public about itself (GIP-2), newest of each source, with the source in Chinese. */
  async factChanges(): Promise<readonly { readonly unitId: string; readonly on: LocalDate; readonly what: string }[]> {
    const [staff, edits] = [await lastStaffChanges(this.#db, this.#today), await lastDone(this.#db, 'unit', 'edit')];
    return [
      ...staff.map((one) => ({ ...one, what: '负责人或联络员有变动' })),
      ...edits.map(({ subjectId, at }) => ({ unitId: subjectId, on: localDateAt(at), what: '单位登记信息有变动' })),
    ];
  }

  /** A snapshot for looking up many names; take a new one for each piece of work. */
  async register(db: Queryable = this.#db): Promise<UnitRegister> {
    const today = this.#today;
    const units = await allUnits(db);
    return new UnitRegister(
      units.map((unit) => ({ ...unit, exists: existsOn(unit, today) })),
      await allGroups(db),
    );
  }

  async match(name: string): Promise<NameMatch> {
    return (await this.register()).match(name);
  }

  /** @returns null when the name is no group's */
  async expandGroup(name: string): Promise<Extract<NameMatch, { kind: 'group' }> | null> {
    return (await this.register()).expandGroup(name);
  }

  create(actor: Actor, input: UnitInput): Promise<Unit> {
    return this.#platform.changes.run(actor, async (change) => {
      demand(actor, 'create', { kind: 'unit' });
      const id = await refuseTaken(() => insertUnit(change.tx, input, pinyinInitials(input.shortName)));
      change.record({ action: 'create', kind: 'unit', subjectId: id, unitId: id, detail: { code: input.code } });
      await change.emit('unit.created', { unitId: id });
      return orMissing(await findUnit(change.tx, { id }));
    });
  }

  /** @throws AppError `stale` (409) when somebody else was first */
  edit(actor: Actor, id: string, input: UnitEdit): Promise<Unit> {
    return this.#platform.changes.run(actor, async (change) => {
      const current = orMissing(await lockUnit(change.tx, id));
      demand(actor, 'edit', { kind: 'unit', unitIds: [id] });
      if (current.version !== input.version) throw staleError(current, input);
      if (input.parentId === id) throw new AppError('unit-own-parent', 422, '单位不能以自己为上级，请另选上级单位。');
      await refuseTaken(() => updateUnit(change.tx, id, input, pinyinInitials(input.shortName)));
      change.record({ action: 'edit', kind: 'unit', subjectId: id, unitId: id, detail: { version: current.version } });
      await change.emit('unit.edited', { unitId: id });
      return orMissing(await findUnit(change.tx, { id }));
    });
  }

  get #db(): Queryable {
    return this.#platform.database.kysely;
  }

  get #today() {
    return localDateAt(this.#platform.clock.now());
  }
}

function orMissing(unit: Unit | undefined): Unit {
  if (!unit) throw unitMissing();
  return unit;
}
