import type { UnitRef } from '../../kernel/route.contract.ts';
import type { Unit } from '../organisations/index.ts';
import type { CaseKind } from './kinds/case-kind.ts';

/** The units of the district as cases name them. */
export class CaseUnits {
  readonly #byId: ReadonlyMap<string, Unit>;
  readonly #staffed: ReadonlySet<string>;
  readonly #led: ReadonlySet<string>;
  /** The supervising office; null before there is one. */
  readonly officeId: string | null;

  /**
   * @param staffed units where somebody holds a role that accepts cases
   * @param led units that have a head in the register
   */
  constructor(units: readonly Unit[], staffed: ReadonlySet<string>, led: ReadonlySet<string>) {
    this.#staffed = staffed;
    this.#led = led;
    this.#byId = new Map(units.map((unit) => [unit.id, unit]));
    this.officeId = units.find((unit) => unit.isOffice && unit.toOn === null)?.id ?? null;
  }

  /** Exists today, so that work can be given to it. */
  isActive(id: string): boolean {
    return this.#byId.get(id)?.toOn === null;
  }

  /** Stands in the register, also when it exists no more. */
  isKnown(id: string): boolean {
    return this.#byId.has(id);
  }

  /** Somebody there can take up what comes. */
  isStaffed(id: string): boolean {
    return this.#staffed.has(id);
  }

  /** Somebody there reads letters of the kind when they come. */
  takes(id: string, { readBy, heldBy }: Pick<CaseKind, 'readBy' | 'heldBy'>): boolean {
    if (heldBy === 'office') return id === this.officeId;
    return readBy === 'named' ? this.#led.has(id) || id === this.officeId : this.isStaffed(id);
  }

  /** Units to which cases may be given today, in the order of the register. */
  receiving(): UnitRef[] {
    const ids = [...this.#byId.keys()].filter((id) => this.isActive(id) && this.isStaffed(id));
    return ids.map((id) => this.ref(id));
  }

  /** The unit itself or the one that came after it; the supervising office when nobody there would see what comes. */
  receiverFor(id: string, kind: Pick<CaseKind, 'readBy' | 'heldBy'>): string {
    const now = this.isActive(id) ? id : this.#successorOf(id);
    return now !== undefined && this.takes(now, kind) ? now : (this.officeId ?? id);
  }

  /** A unit that took over from another bears its name among its own. */
  #successorOf(id: string): string | undefined {
    const gone = this.#byId.get(id);
    return gone && (this.find(gone.name) ?? this.find(gone.shortName))?.id;
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
