import { AppError } from './app-error.ts';
import { PERMISSION_TABLE, type PermissionRow } from './permission-table.ts';
import type { Role } from './roles.ts';

export interface Grant {
  readonly role: Role;
  readonly unitId: string;
}

/** Who acts: a visitor of the portal, a signed-in person, or the system itself (jobs). */
export type Actor =
  | { readonly type: 'visitor' }
  | { readonly type: 'system' }
  | { readonly type: 'person'; readonly personId: string; readonly name: string; readonly grants: readonly Grant[] };

/** What is acted upon: its kind, its state, the units it belongs to and the person it concerns. */
export interface Subject {
  readonly kind: string;
  readonly state?: string;
  readonly unitIds?: readonly string[];
  readonly personId?: string;
}

/** Deny by default: true only when a row of the table says so. */
export function can(
  actor: Actor,
  action: string,
  subject: Subject,
  table: readonly PermissionRow[] = PERMISSION_TABLE,
): boolean {
  if (actor.type === 'system') return true;
  return table.some(
    (row) =>
      row.kind === subject.kind &&
      row.actions.includes(action) &&
      (row.states === 'any' || (subject.state !== undefined && row.states.includes(subject.state))) &&
      row.roles.some((role) => reaches(actor, role, row.scope, subject)),
  );
}

function reaches(
  actor: Exclude<Actor, { type: 'system' }>,
  role: PermissionRow['roles'][number],
  scope: PermissionRow['scope'],
  subject: Subject,
): boolean {
  if (role === 'public') return true;
  if (actor.type !== 'person') return false;
  if (role === 'signedIn') return scope !== 'self' || subject.personId === actor.personId;
  const held = actor.grants.filter((grant) => grant.role === role);
  if (held.length === 0) return false;
  if (scope === 'all') return true;
  if (scope === 'self') return subject.personId === actor.personId;
  return held.some((grant) => subject.unitIds?.includes(grant.unitId) ?? false);
}

/**
 * Whether some subject of the kind could allow it: what a route's gate asks before the subject is known.
 * The service asks `require` again with the subject itself.
 */
export function couldEver(
  actor: Actor,
  action: string,
  kind: string,
  table: readonly PermissionRow[] = PERMISSION_TABLE,
): boolean {
  if (actor.type === 'system') return true;
  const names = new Set<string>(['public']);
  if (actor.type === 'person') {
    names.add('signedIn');
    for (const grant of actor.grants) names.add(grant.role);
  }
  return table.some(
    (row) => row.kind === kind && row.actions.includes(action) && row.roles.some((role) => names.has(role)),
  );
}

/** @throws AppError `sign-in-required` (401) or `forbidden` (403) */
export function demand(actor: Actor, action: string, subject: Subject): void {
  if (can(actor, action, subject)) return;
  throw refusal(actor);
}

export function refusal(actor: Actor): AppError {
  return actor.type === 'visitor'
    ? new AppError('sign-in-required', 401, '请先登录，再进行这一操作。')
    : new AppError('forbidden', 403, '您的角色没有这一权限；如确需办理，请联系本单位联络员或主管部门。');
}
