import type { UnitRole } from '../plan-words.ts';
import type { NameMatch } from '../unit-directory.ts';
import type { TaskUnitInput } from './tasks.contract.ts';

/** A printed unit or group with the units it stands for; none: the office has still to choose. */
export interface ResolvedUnit {
  readonly name: string;
  readonly role: UnitRole;
  readonly unitId: string | null;
  readonly groupId: string | null;
  readonly isGroup: boolean;
  readonly unitIds: readonly string[];
}

export type UnitChoice = TaskUnitInput & { readonly chosenUnitIds?: readonly string[] | undefined };

/** What a name means, a person's choice before the register's. A doubt stays unresolved: it is never settled by a guess. */
export function resolveUnit(choice: UnitChoice, match: NameMatch | undefined): ResolvedUnit {
  const base = { name: choice.name, role: choice.role, unitId: null, groupId: null, isGroup: false, unitIds: [] };
  if (choice.unitId) return { ...base, unitId: choice.unitId, unitIds: [choice.unitId] };
  if (choice.chosenUnitIds?.length) {
    return { ...base, isGroup: true, groupId: choice.groupId ?? null, unitIds: [...new Set(choice.chosenUnitIds)] };
  }
  if (match?.kind === 'unit') return { ...base, unitId: match.unitId, unitIds: [match.unitId] };
  if (match?.kind === 'group') return { ...base, isGroup: true, groupId: match.groupId, unitIds: match.unitIds };
  return base;
}

export interface Share {
  readonly unitId: string;
  readonly role: UnitRole;
  readonly viaGroup: string | null;
}

const STRENGTH: Readonly<Record<UnitRole, number>> = { lead: 3, responsible: 2, support: 1 };

/**
 * Each unit once: a unit named twice keeps the stronger role, and one that is named itself is not counted under its group
 * (区发改委牵头，各单位配合: 区发改委 leads).
 */
export function expandShares(units: readonly ResolvedUnit[]): Share[] {
  const shares = new Map<string, Share>();
  const named = (group: boolean) => units.filter((unit) => unit.isGroup === group);
  for (const unit of [...named(false), ...named(true)]) {
    for (const unitId of unit.unitIds) {
      const known = shares.get(unitId);
      if (known && (unit.isGroup || STRENGTH[known.role] >= STRENGTH[unit.role])) {
        if (known.viaGroup === null || STRENGTH[known.role] >= STRENGTH[unit.role]) continue;
      }
      shares.set(unitId, { unitId, role: unit.role, viaGroup: unit.isGroup ? unit.name : null });
    }
  }
  return [...shares.values()];
}
