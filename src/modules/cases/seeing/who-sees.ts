import type { Actor } from '../../../kernel/permissions.ts';
import type { Role } from '../../../kernel/roles.ts';

const OFFICE: readonly Role[] = ['supervisor'];
/** To whom letters of a unit come that only those named for them read. */
export const LEADERS: readonly Role[] = ['head', 'deputyHead'];

/** To whom a case is open, besides what roles and units give. */
export interface Circle {
  /** Read by those named for it alone: the office, the heads of the unit, who works on it and whose review is asked. */
  readonly isNamedOnly: boolean;
  /** Who must stand aside (回避): of this case, and of those merged into it, which its reply answers. */
  readonly recusedIds: readonly string[];
  readonly unitId: string;
  /** Of whom it, or a case merged into it, complains; whoever belongs to that unit is shut out, also with a role of the office. */
  readonly againstUnitId: string | null;
  readonly personId: string | null;
  /** `<unit id>:<role>` of those who may do the review that is open. */
  readonly waitingFor: readonly string[];
}

/** The one rule; lists ask the same by `seenBy` in `seeing/recusals.store.ts`. The system itself works on everything. */
export function isShutOut(actor: Actor, circle: Circle): boolean {
  if (actor.type !== 'person') return false;
  if (circle.recusedIds.includes(actor.personId)) return true;
  if (actor.grants.some(({ unitId }) => unitId === circle.againstUnitId)) return true;
  if (!circle.isNamedOnly || circle.personId === actor.personId) return false;
  return !actor.grants.some(
    ({ role, unitId }) =>
      OFFICE.includes(role) ||
      (LEADERS.includes(role) && unitId === circle.unitId) ||
      circle.waitingFor.includes(`${unitId}:${role}`),
  );
}

/** Whether somebody reads letters of every unit that only those named for them read. */
export function readsAllNamed(actor: Actor): boolean {
  return actor.type === 'system' || (actor.type === 'person' && actor.grants.some(({ role }) => OFFICE.includes(role)));
}

/** Units as whose head somebody reads such letters. */
export function ledUnits(actor: Actor): readonly string[] {
  if (actor.type !== 'person') return [];
  return actor.grants.filter(({ role }) => LEADERS.includes(role)).map(({ unitId }) => unitId);
}
