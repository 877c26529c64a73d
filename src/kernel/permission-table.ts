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

/**
 * The one table of who may do what: role × kind × state × action. Route gates, buttons, docs/permissions.md and the authorisation
 * matrix are made from it; what no row allows is refused.
 */
export const PERMISSION_TABLE: readonly PermissionRow[] = [
  { roles: ['public'], kind: 'portal', states: 'any', actions: ['read'], scope: 'all' },
  { roles: ['public'], kind: 'plan', states: ['published'], actions: ['read'], scope: 'all' },
  { roles: ['public'], kind: 'session', states: 'any', actions: ['open'], scope: 'all' },
  { roles: ['signedIn'], kind: 'session', states: 'any', actions: ['read', 'close', 'changePassword'], scope: 'all' },

  { roles: ['signedIn'], kind: 'unit', states: 'any', actions: ['read'], scope: 'all' },
  { roles: ['signedIn'], kind: 'calendar', states: 'any', actions: ['read'], scope: 'all' },
  { roles: ['supervisor', 'administrator'], kind: 'calendar', states: 'any', actions: ['import'], scope: 'all' },
  { roles: ['supervisor', 'administrator'], kind: 'unit', states: 'any', actions: ['create', 'edit'], scope: 'all' },
  { roles: ['supervisor', 'administrator', 'auditor'], kind: 'person', states: 'any', actions: ['read'], scope: 'all' },
  {
    roles: ['supervisor', 'administrator'],
    kind: 'person',
    states: 'any',
    actions: ['create', 'edit', 'grant', 'handOver'],
    scope: 'all',
  },
  {
    roles: ['officer', 'deputyHead', 'head'],
    kind: 'person',
    states: 'any',
    actions: ['read', 'handOver'],
    scope: 'unit',
  },
  { roles: ['auditor'], kind: 'audit', states: 'any', actions: ['read'], scope: 'all' },

  { roles: ['signedIn'], kind: 'plan', states: 'any', actions: ['read', 'export'], scope: 'all' },
  {
    roles: ['supervisor'],
    kind: 'plan',
    states: 'any',
    actions: ['import', 'create', 'edit', 'publish', 'lookBack'],
    scope: 'all',
  },
  { roles: ['officer'], kind: 'plan', states: 'any', actions: ['import', 'create', 'edit', 'publish'], scope: 'unit' },
  {
    roles: ['supervisor'],
    kind: 'task',
    states: 'any',
    actions: ['edit', 'assign', 'link', 'markPriority'],
    scope: 'all',
  },
  {
    roles: ['officer', 'handler', 'deputyHead', 'head'],
    kind: 'assignment',
    states: 'any',
    actions: ['assign'],
    scope: 'unit',
  },
  {
    roles: ['officer', 'handler'],
    kind: 'assignment',
    states: ['open', 'returned', 'reported'],
    actions: ['report'],
    scope: 'unit',
  },
  { roles: ['supervisor'], kind: 'assignment', states: ['reported'], actions: ['accept', 'return'], scope: 'all' },
  { roles: ['supervisor'], kind: 'assignment', states: ['accepted'], actions: ['reopen'], scope: 'all' },
  { roles: ['supervisor'], kind: 'meeting', states: 'any', actions: ['create', 'edit'], scope: 'all' },
  { roles: ['signedIn'], kind: 'meeting', states: 'any', actions: ['read'], scope: 'all' },
  { roles: ['supervisor'], kind: 'issue', states: 'any', actions: ['create', 'edit', 'decide'], scope: 'all' },
  { roles: ['officer', 'deputyHead', 'head'], kind: 'issue', states: 'any', actions: ['create'], scope: 'unit' },
  { roles: ['signedIn'], kind: 'issue', states: 'any', actions: ['read'], scope: 'all' },
];
