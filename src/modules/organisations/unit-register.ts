import { readGroupName } from './group-name.ts';
import type { Unit, UnitGroup, UnitKind } from './unit.ts';
import { foldName, likeness, type NameKey, nameKey } from './unit-name-key.ts';

/** What a name in a plan means in the register. A doubt is never settled here: a person chooses among the candidates. */
export type NameMatch =
  | { readonly kind: 'unit'; readonly unitId: string; readonly how: 'exact' | 'alias' | 'normalised' }
  | {
      readonly kind: 'group';
      readonly name: string;
      /** Null when no group of the register was named and the name's own words decided. */
      readonly groupId: string | null;
      readonly unitIds: readonly string[];
      /** The name leaves open which units are meant: the office chooses. */
      readonly open: boolean;
    }
  | { readonly kind: 'doubt'; readonly candidates: readonly UnitCandidate[] }
  | { readonly kind: 'none' };

export interface UnitCandidate {
  readonly unitId: string;
  readonly name: string;
  /** 0.5 to 1. */
  readonly score: number;
  /** Why a person has to look, in Chinese. */
  readonly reason: string;
}

type RegisteredUnit = Pick<Unit, 'id' | 'name' | 'shortName' | 'kind' | 'isOffice' | 'aliases'> & {
  readonly exists: boolean;
};

const LEAST_SCORE = 0.5;
const MOST_CANDIDATES = 5;

/** A snapshot of the units and groups in which names are looked up: the register's own data first, general rules after. */
export class UnitRegister {
  readonly #units: readonly RegisteredUnit[];
  readonly #groups: readonly UnitGroup[];
  readonly #areas: readonly string[];
  readonly #keys: ReadonlyMap<string, readonly NameKey[]>;
  readonly #level: string;

  /** @param units in protocol order; those that no longer exist only ever become candidates */
  constructor(units: readonly RegisteredUnit[], groups: readonly UnitGroup[]) {
    this.#units = units;
    this.#groups = groups;
    this.#areas = units.filter((unit) => unit.kind === 'government').flatMap((unit) => areasOf(unit.name));
    this.#keys = new Map(units.map((unit) => [unit.id, this.#keysOf(unit)]));
    this.#level = this.#keys.get(units.find((unit) => unit.isOffice)?.id ?? '')?.[0]?.level ?? '';
  }

  match(name: string): NameMatch {
    const text = foldName(name);
    if (text === '') return { kind: 'none' };
    return (
      this.#bySpelling(text, 'exact', (unit) => [unit.name, unit.shortName]) ??
      this.#bySpelling(text, 'alias', (unit) => unit.aliases) ??
      this.#byGroup(text) ??
      this.#byKey(text) ??
      this.#byLikeness(text)
    );
  }

  /** @returns null when the name is no group's; `open` groups name no units */
  expandGroup(name: string): Extract<NameMatch, { kind: 'group' }> | null {
    return this.#byGroup(foldName(name));
  }

  #bySpelling(text: string, how: 'exact' | 'alias', names: (unit: RegisteredUnit) => readonly string[]) {
    const found = this.#existing().filter((unit) => names(unit).some((name) => foldName(name) === text));
    return this.#settle(found, how);
  }

  /** 区政府办公室（区大数据中心）: the whole without the bracket, else what the bracket says. */
  #byKey(text: string): NameMatch | undefined {
    const inner = /\((.+)\)/.exec(text)?.[1];
    const found = this.#withKey(nameKey(text, this.#areas));
    if (found.length > 0 || !inner) return this.#settle(found, 'normalised');
    return this.#settle(this.#withKey(nameKey(inner, this.#areas)), 'normalised');
  }

  #withKey(key: NameKey): readonly RegisteredUnit[] {
    const same = (other: NameKey) =>
      other.core === key.core && (other.level === key.level || other.level === '' || key.level === '');
    return this.#existing().filter((unit) => this.#keys.get(unit.id)?.some(same));
  }

  #settle(found: readonly RegisteredUnit[], how: 'exact' | 'alias' | 'normalised'): NameMatch | undefined {
    const [only, ...others] = found;
    if (!only) return undefined;
    if (others.length === 0) return { kind: 'unit', unitId: only.id, how };
    const reason = '登记册中有多个单位使用这一名称，请选择';
    return {
      kind: 'doubt',
      candidates: found.map((unit) => ({ unitId: unit.id, name: unit.name, score: 1, reason })),
    };
  }

  #byGroup(text: string): Extract<NameMatch, { kind: 'group' }> | null {
    const registered = this.#groups.find((group) => [group.name, ...group.aliases].some((n) => foldName(n) === text));
    if (registered) {
      const unitIds =
        registered.rule === 'list'
          ? this.#ids((unit) => registered.unitIds.includes(unit.id))
          : registered.rule === 'kinds'
            ? this.#ids((unit) => registered.kinds.includes(unit.kind))
            : [];
      const open = registered.rule === 'open';
      return { kind: 'group', name: registered.name, groupId: registered.id, unitIds, open };
    }
    const reading = readGroupName(text);
    if (!reading) return null;
    const unitIds = reading.open ? [] : this.#ids((unit) => this.#belongs(unit, reading.kinds, reading.level));
    return { kind: 'group', name: text, groupId: null, unitIds, open: reading.open };
  }

  /** 市政府各部门 means no unit of a district's register. */
  #belongs(unit: RegisteredUnit, kinds: readonly UnitKind[], level: string): boolean {
    if (!kinds.includes(unit.kind)) return false;
    const own = this.#keys.get(unit.id)?.[0]?.level || this.#level;
    return level === '' || own === '' || own === level;
  }

  #byLikeness(text: string): NameMatch {
    const key = nameKey(text, this.#areas);
    const candidates = this.#units
      .map((unit) => this.#candidate(unit, key))
      .filter((candidate) => candidate.score >= LEAST_SCORE)
      .sort((a, b) => b.score - a.score)
      .slice(0, MOST_CANDIDATES);
    return candidates.length > 0 ? { kind: 'doubt', candidates } : { kind: 'none' };
  }

  #candidate(unit: RegisteredUnit, key: NameKey): UnitCandidate {
    const score = Math.max(0, ...(this.#keys.get(unit.id) ?? []).map((other) => likeness(key, other)));
    const reason = unit.exists ? '名称相近但不相同，请核对' : '该单位已撤销，请核对由哪个单位承接';
    return { unitId: unit.id, name: unit.name, score, reason };
  }

  #keysOf(unit: RegisteredUnit): readonly NameKey[] {
    return [unit.name, unit.shortName, ...unit.aliases].map((name) => nameKey(name, this.#areas));
  }

  #existing(): readonly RegisteredUnit[] {
    return this.#units.filter((unit) => unit.exists);
  }

  #ids(wanted: (unit: RegisteredUnit) => boolean): readonly string[] {
    return this.#existing()
      .filter(wanted)
      .map((unit) => unit.id);
  }
}

/** 澄川市明湖区人民政府 serves 澄川市明湖区, which its units also call 明湖区. */
function areasOf(governmentName: string): readonly string[] {
  const area = foldName(governmentName).replace(/(人民)?政府$/, '');
  if (!/.[省市区县]$/.test(area)) return [];
  const lowest = /(?<=[省市区县])[^省市区县]+[省市区县]$/.exec(area)?.[0];
  return lowest ? [area, lowest] : [area];
}
