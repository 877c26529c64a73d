import type { UnitRef } from '../../kernel/route.contract.ts';
import type { Unit } from '../organisations/index.ts';

/** The units of the district as cases name them. */
export class CaseUnits {
  readonly #byId: ReadonlyMap<string, Unit>;
  /** The supervising office; null before there is one. */
  readonly officeId: string | null;

  constructor(units: readonly Unit[]) {
    this.#byId = new Map(units.map((unit) => [unit.id, unit]));
    this.officeId = units.find((unit) => unit.isOffice && unit.toOn === null)?.id ?? null;
  }

  /** Exists today, so that work can be given to it. */
  isActive(id: string): boolean {
    return this.#byId.get(id)?.toOn === null;
  }

  ref(id: string): UnitRef {
    const unit = this.#byId.get(id);
    if (!unit) return { id, code: '', name: '（已撤销的单位）', shortName: '（已撤销的单位）' };
    return { id, code: unit.code, name: unit.name, shortName: unit.shortName };
  }

  nameOf(id: string): string {
    return this.ref(id).shortName;
  }

  /** By code, name, short name or alias; undefined when it is none or more than one. */
  find(words: string): Unit | undefined {
    const wanted = words.replaceAll(/\s/g, '');
    const found = [...this.#byId.values()].filter(
      (unit) =>
        unit.toOn === null && [unit.code, unit.name, unit.shortName, ...unit.aliases].some((name) => name === wanted),
    );
    return found.length === 1 ? found[0] : undefined;
  }
}
