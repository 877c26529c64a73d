import type { Role } from '../../kernel/roles.ts';
import type { WorkdayCalendar } from '../../kernel/workdays.ts';
import type { UnitRef } from './route.contract.ts';

/** What the ledger needs to know of units and people; ask before a transaction begins, never inside one. */
export interface UnitDirectory {
  /** Every unit, former ones too, in protocol order. */
  units(): Promise<readonly DirectoryUnit[]>;
  match(names: readonly string[]): Promise<ReadonlyMap<string, NameMatch>>;
  sections(ids: readonly string[]): Promise<readonly DirectorySection[]>;
  people(ids: readonly string[]): Promise<readonly DirectoryPerson[]>;
  /** Who holds one of the roles today, acting ones included. */
  holders(roles: readonly Role[]): Promise<readonly DirectoryHolder[]>;
}

export interface DirectoryUnit extends UnitRef {
  readonly isOffice: boolean;
  readonly parentId: string | null;
  readonly kind: string;
  readonly exists: boolean;
}

export interface DirectorySection {
  readonly id: string;
  readonly unitId: string;
  readonly name: string;
}

export interface DirectoryPerson {
  readonly id: string;
  readonly name: string;
  readonly email: string | null;
  readonly unitId: string;
  readonly active: boolean;
}

export interface DirectoryHolder {
  readonly personId: string;
  readonly unitId: string;
  readonly role: Role;
}

/** What a printed name means in the register. */
export type NameMatch =
  | { readonly kind: 'unit'; readonly unitId: string; readonly how: 'exact' | 'alias' | 'normalised' }
  | {
      readonly kind: 'group';
      readonly name: string;
      readonly groupId: string | null;
      readonly unitIds: readonly string[];
      /** The name leaves open which units are meant: the office chooses. */
      readonly open: boolean;
    }
  | { readonly kind: 'doubt'; readonly candidates: readonly { readonly unitId: string; readonly score: number }[] }
  | { readonly kind: 'none' };

/** The official calendar as it stands now. */
export interface WorkdaySource {
  current(): Promise<WorkdayCalendar>;
}

/** Units by id, with a readable stand-in for one that the register no longer knows. */
export class UnitNames {
  readonly all: readonly DirectoryUnit[];
  readonly #byId: ReadonlyMap<string, DirectoryUnit>;

  constructor(units: readonly DirectoryUnit[]) {
    this.all = units;
    this.#byId = new Map(units.map((unit) => [unit.id, unit]));
  }

  get(id: string): DirectoryUnit | undefined {
    return this.#byId.get(id);
  }

  ref(id: string): UnitRef {
    const unit = this.#byId.get(id);
    if (!unit) return { id, code: '', name: '（已撤销的单位）', shortName: '（已撤销的单位）' };
    return { id, code: unit.code, name: unit.name, shortName: unit.shortName };
  }

  /** Protocol order of two units. */
  compare(a: string, b: string): number {
    return this.#index(a) - this.#index(b);
  }

  #index(id: string): number {
    const index = this.all.findIndex((unit) => unit.id === id);
    return index < 0 ? this.all.length : index;
  }
}
