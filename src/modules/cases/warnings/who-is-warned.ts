import type { Actor, Grant } from '../../../kernel/permissions.ts';
import type { CaseKind } from '../kinds/case-kind.ts';
import { isShutOut } from '../seeing/who-sees.ts';
import type { StandingWarning } from './warnings.store.ts';

export interface Receiver {
  readonly personId: string;
  readonly name: string;
  readonly email: string;
  readonly grants: readonly Grant[];
}

/**
 * Whoever sees the case and does it hears of every stage, as do the officers of the unit; its heads from the due day on; the supervising office once it is
 * too late.
 */
export function concerns(
  { personId, name, grants }: Receiver,
  warning: StandingWarning,
  { readBy }: Pick<CaseKind, 'readBy'>,
): boolean {
  const actor: Actor = { type: 'person', personId, name, grants };
  if (isShutOut(actor, { ...warning, isNamedOnly: readBy === 'named' })) return false;
  if (warning.personId === personId) return true;
  const holds = (...roles: readonly Grant['role'][]) =>
    grants.some((grant) => grant.unitId === warning.unitId && roles.includes(grant.role));
  if (holds('officer')) return true;
  // A letter that only the head reads until he gives it to somebody.
  const isHeads = readBy === 'named' && warning.personId === null;
  if ((isHeads || warning.stage !== 'soon') && holds('head', 'deputyHead')) return true;
  return warning.stage === 'late' && grants.some((grant) => grant.role === 'supervisor');
}
