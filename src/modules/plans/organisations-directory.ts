import { localDateAt } from '../../kernel/local-date.ts';
import type { Role } from '../../kernel/roles.ts';
import type { Platform } from '../../platform/platform.ts';
import { existsOn, type Organisations } from '../organisations/index.ts';
import type {
  DirectoryHolder,
  DirectoryPerson,
  DirectorySection,
  DirectoryUnit,
  NameMatch,
  UnitDirectory,
} from './unit-directory.ts';

/** The register of organisations, narrowed to what the ledger asks of it. */
export class OrganisationsDirectory implements UnitDirectory {
  readonly #organisations: Organisations;
  readonly #platform: Platform;

  constructor(organisations: Organisations, platform: Platform) {
    this.#organisations = organisations;
    this.#platform = platform;
  }

  async units(): Promise<readonly DirectoryUnit[]> {
    const today = localDateAt(this.#platform.clock.now());
    return (await this.#organisations.units.all()).map((unit) => ({
      id: unit.id,
      code: unit.code,
      name: unit.name,
      shortName: unit.shortName,
      isOffice: unit.isOffice,
      parentId: unit.parentId,
      kind: unit.kind,
      exists: existsOn(unit, today),
    }));
  }

  async match(names: readonly string[]): Promise<ReadonlyMap<string, NameMatch>> {
    if (names.length === 0) return new Map();
    const register = await this.#organisations.units.register();
    return new Map([...new Set(names)].map((name) => [name, register.match(name)]));
  }

  async sections(ids: readonly string[]): Promise<readonly DirectorySection[]> {
    if (ids.length === 0) return [];
    return (await this.#organisations.groups.sections()).filter((section) => ids.includes(section.id));
  }

  async people(ids: readonly string[]): Promise<readonly DirectoryPerson[]> {
    if (ids.length === 0) return [];
    return (await this.#organisations.people.getMany(ids)).map((person) => ({
      id: person.id,
      name: person.name,
      email: person.email,
      unitId: person.unitId,
      active: person.active,
    }));
  }

  async holders(roles: readonly Role[]): Promise<readonly DirectoryHolder[]> {
    const rows = await this.#organisations.grants.accessAt({ type: 'system' }, this.#platform.clock.now());
    return rows
      .filter((row) => roles.includes(row.role))
      .map((row) => ({ personId: row.personId, unitId: row.unitId, role: row.role }));
  }
}
