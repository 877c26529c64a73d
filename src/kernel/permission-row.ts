import type { Role } from './roles.ts';

/**
 * One row of the table. Scope `all`: any subject; `unit`: subjects of a unit where the role is held; `self`: subjects that concern
 * the person; `public` in `roles`: anybody, signed in or not.
 */
export interface PermissionRow {
  readonly roles: readonly (Role | 'public' | 'signedIn')[];
  readonly kind: string;
  readonly states: readonly string[] | 'any';
  readonly actions: readonly string[];
  readonly scope: 'all' | 'unit' | 'self';
}
