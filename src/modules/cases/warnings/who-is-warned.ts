import type { Grant } from '../../../kernel/permissions.ts';
import type { StandingWarning } from './warnings.store.ts';

export interface Receiver {
  readonly personId: string;
  readonly name: string;
  readonly email: string;
  readonly grants: readonly Grant[];
}

/**
 * Whoever does the case hears of every stage, as do the officers of the unit; its heads from the due day on; the supervising office once it is
 * too late.
 */
export function concerns({ personId, grants }: Receiver, warning: StandingWarning): boolean {
  if (warning.personId === personId) return true;
  const holds = (...roles: readonly Grant['role'][]) =>
    grants.some((grant) => grant.unitId === warning.unitId && roles.includes(grant.role));
  if (holds('officer')) return true;
  if (warning.stage !== 'soon' && holds('head', 'deputyHead')) return true;
  return warning.stage === 'late' && grants.some((grant) => grant.role === 'supervisor');
}
