import type { Unit } from '../../organisations/index.ts';

/**
 * How a name on a document stands to the unit that registers it: its own, one it was entitled to publish for, a government, another unit
 * of the register, or a name that the register does not know.
 */
export type IssuerStanding = 'own' | 'entitled' | 'government' | 'unit' | 'unknown';

type Named = Pick<Unit, 'id' | 'name' | 'shortName' | 'kind' | 'aliases'>;

/** Who writes under which name: the register's own spellings only, for a likeness gives nobody authority. */
export class IssuerNames {
  readonly #areas: readonly (readonly [full: string, lowest: string])[];
  readonly #units: ReadonlyMap<string, readonly Named[]>;

  /** @param units former ones included: what they issued stays theirs */
  constructor(units: readonly Named[]) {
    this.#areas = units.filter((unit) => unit.kind === 'government').flatMap(({ name }) => areaOf(fold(name)));
    const byName = new Map<string, Named[]>();
    for (const unit of units) {
      for (const name of this.#namesOf(unit)) byName.set(name, [...(byName.get(name) ?? []), unit]);
    }
    this.#units = byName;
  }

  /** @param entitled names that the office's table lets the unit publish for */
  standing(name: string, unitId: string, entitled: readonly string[]): IssuerStanding {
    const text = this.#key(name);
    const named = this.#units.get(text) ?? [];
    if (named.some((unit) => unit.id === unitId)) return 'own';
    if (entitled.some((one) => this.#key(one) === text)) return 'entitled';
    const governments = named.filter((unit) => unit.kind === 'government');
    if (governments.some((unit) => this.#isOfficeOf(unitId, unit))) return 'entitled';
    if (governments.length > 0) return 'government';
    return named.length > 0 ? 'unit' : 'unknown';
  }

  /** A government speaks through its office, whose name says so: 明湖区人民政府办公室. */
  #isOfficeOf(unitId: string, government: Named): boolean {
    return this.#namesOf(government).some((name) =>
      ['办公室', '办公厅'].some((word) => this.#units.get(`${name}${word}`)?.some((unit) => unit.id === unitId)),
    );
  }

  #namesOf({ name, shortName, aliases }: Named): string[] {
    return [...new Set([name, shortName, ...aliases].map((one) => this.#key(one)))];
  }

  /** 澄川市明湖区教育局 and 明湖区教育局 are one name. */
  #key(name: string): string {
    const text = fold(name);
    const area = this.#areas.find(([full]) => text.startsWith(full));
    return area ? `${area[1]}${text.slice(area[0].length)}` : text;
  }
}

function fold(name: string): string {
  return name.normalize('NFKC').replace(/\s/g, '');
}

/** Of 澄川市明湖区人民政府: the area as written, and 明湖区. */
function areaOf(government: string): [string, string][] {
  const area = government.replace(/(人民)?政府$/, '');
  const lowest = /(?<=[省市区县])[^省市区县]+[省市区县]$/.exec(area)?.[0];
  return lowest ? [[area, lowest]] : [];
}
