import type { ImportRow, ImportRowInput, UnitMatch } from '../../import/imports.contract.ts';
import { needsChoice } from './match-kinds.ts';
import { inputOf, type UnitInput } from './row-input.ts';

/** One printed name that is not in the register, with every row in which it stands. */
export interface UnmappedName {
  readonly name: string;
  readonly match: UnitMatch;
  readonly rows: readonly ImportRow[];
}

/** Names that a person must still map, the most frequent first. */
export function unmappedNames(rows: readonly ImportRow[]): readonly UnmappedName[] {
  const names = new Map<string, { name: string; match: UnitMatch; rows: ImportRow[] }>();
  for (const row of rows) {
    if (row.removed) continue;
    for (const unit of row.units) {
      if (!needsChoice(unit.match)) continue;
      const known = names.get(unit.name) ?? { name: unit.name, match: unit.match, rows: [] };
      if (!known.rows.includes(row)) known.rows.push(row);
      names.set(unit.name, known);
    }
  }
  return [...names.values()].sort((a, b) => b.rows.length - a.rows.length || a.name.localeCompare(b.name, 'zh-CN'));
}

export type Mapping =
  | { readonly kind: 'unit'; readonly unitId: string }
  | { readonly kind: 'units'; readonly unitIds: readonly string[] }
  | { readonly kind: 'drop' };

/** The row with the name mapped wherever it stands; several units keep the printed name and its role. */
export function withMapping(row: ImportRow, name: string, mapping: Mapping): ImportRowInput {
  const input = inputOf(row);
  return { ...input, units: input.units.flatMap((unit) => (unit.name === name ? mapped(unit, mapping) : [unit])) };
}

function mapped(unit: UnitInput, mapping: Mapping): UnitInput[] {
  const { name, role } = unit;
  switch (mapping.kind) {
    case 'unit':
      return [{ name, role, unitId: mapping.unitId }];
    case 'units':
      return [{ name, role, chosenUnitIds: [...mapping.unitIds] }];
    case 'drop':
      return [];
  }
}
