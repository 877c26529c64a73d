import { type Actor, demand } from '../../kernel/permissions.ts';
import { staleError } from '../../kernel/stale.ts';
import type { Platform } from '../../platform/platform.ts';
import { allGroups, deleteGroup, insertGroup, lockGroup, updateGroup } from './groups.store.ts';
import { groupMissing, refuseTaken, sectionMissing, unitMissing } from './organisations.errors.ts';
import type { UnitGroup } from './unit.ts';
import type { GroupEdit, GroupInput } from './units.contract.ts';
import type { UnitsService } from './units.service.ts';
import { findSection, findUnit, insertSection, listSections, type Section, updateSection } from './units.store.ts';

/** Groups that plans name instead of units, and the sections inside a unit. */
export class GroupsService {
  readonly #platform: Platform;
  readonly #units: UnitsService;

  constructor(platform: Platform, units: UnitsService) {
    this.#platform = platform;
    this.#units = units;
  }

  /** Each with the units it stands for today. */
  async list(): Promise<readonly (UnitGroup & { readonly expandsTo: readonly string[] })[]> {
    const register = await this.#units.register();
    const groups = await allGroups(this.#platform.database.kysely);
    return groups.map((group) => ({ ...group, expandsTo: register.expandGroup(group.name)?.unitIds ?? [] }));
  }

  create(actor: Actor, input: GroupInput): Promise<string> {
    return this.#platform.changes.run(actor, async (change) => {
      demand(actor, 'create', { kind: 'unitGroup' });
      const id = await refuseTaken(() => insertGroup(change.tx, input));
      change.record({ action: 'create', kind: 'unitGroup', subjectId: id, detail: { rule: input.rule } });
      return id;
    });
  }

  /** @throws AppError `stale` (409) when somebody else was first */
  edit(actor: Actor, id: string, input: GroupEdit): Promise<void> {
    return this.#platform.changes.run(actor, async (change) => {
      demand(actor, 'edit', { kind: 'unitGroup' });
      const current = await lockGroup(change.tx, id);
      if (!current) throw groupMissing();
      if (current.version !== input.version) throw staleError(current, input);
      await refuseTaken(() => updateGroup(change.tx, id, input));
      change.record({ action: 'edit', kind: 'unitGroup', subjectId: id, detail: { rule: input.rule } });
    });
  }

  remove(actor: Actor, id: string): Promise<void> {
    return this.#platform.changes.run(actor, async (change) => {
      demand(actor, 'edit', { kind: 'unitGroup' });
      if (!(await lockGroup(change.tx, id))) throw groupMissing();
      await deleteGroup(change.tx, id);
      change.record({ action: 'remove', kind: 'unitGroup', subjectId: id });
    });
  }

  sections(unitId?: string): Promise<readonly Section[]> {
    return listSections(this.#platform.database.kysely, unitId);
  }

  addSection(actor: Actor, unitId: string, name: string): Promise<Section> {
    return this.#platform.changes.run(actor, async (change) => {
      const unit = await findUnit(change.tx, { id: unitId });
      if (!unit) throw unitMissing();
      demand(actor, 'editSections', { kind: 'unit', unitIds: [unit.id] });
      const id = await refuseTaken(() => insertSection(change.tx, unitId, name));
      change.record({ action: 'create', kind: 'section', subjectId: id, unitId });
      return { id, unitId, name, active: true };
    });
  }

  editSection(actor: Actor, id: string, set: { name: string; active: boolean }): Promise<Section> {
    return this.#platform.changes.run(actor, async (change) => {
      const section = await findSection(change.tx, id);
      if (!section) throw sectionMissing();
      demand(actor, 'editSections', { kind: 'unit', unitIds: [section.unitId] });
      await refuseTaken(() => updateSection(change.tx, id, set));
      change.record({ action: 'edit', kind: 'section', subjectId: id, unitId: section.unitId });
      return { ...section, ...set };
    });
  }
}
