import type { LocalDate } from '../../kernel/local-date.ts';
import type { UnitKind } from './units.contract.ts';

export type { UnitKind };

/** A unit as other modules see it. */
export interface Unit {
  readonly id: string;
  /** Stable word for addresses, for example `education`. */
  readonly code: string;
  readonly name: string;
  readonly shortName: string;
  readonly kind: UnitKind;
  readonly parentId: string | null;
  /** The supervising office of openness work (主管部门). */
  readonly isOffice: boolean;
  /** Pinyin initials of the short name, for typing and for order. */
  readonly initials: string;
  /** Protocol order; smaller comes first. */
  readonly sort: number;
  readonly fromOn: LocalDate | null;
  /** Last day of its existence; null while it exists. */
  readonly toOn: LocalDate | null;
  readonly aliases: readonly string[];
  readonly version: number;
}

/** A name in plans that stands for several units: by kinds, by a list, or open (the office chooses each time). */
export interface UnitGroup {
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly rule: 'kinds' | 'list' | 'open';
  readonly kinds: readonly UnitKind[];
  readonly unitIds: readonly string[];
  readonly note: string | null;
  readonly version: number;
}

export function existsOn(unit: Pick<Unit, 'fromOn' | 'toOn'>, date: LocalDate): boolean {
  return (unit.fromOn === null || unit.fromOn <= date) && (unit.toOn === null || date <= unit.toOn);
}
