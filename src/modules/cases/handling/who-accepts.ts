import { PERMISSION_TABLE } from '../../../kernel/permission-table.ts';
import { ROLES, type Role } from '../../../kernel/roles.ts';

/** Roles that take up what comes to their unit, as the permission table says. A unit where nobody holds one receives nothing. */
export const ACCEPTING: readonly Role[] = ROLES.filter((role) =>
  PERMISSION_TABLE.some(
    ({ kind, actions, states, scope, roles }) =>
      kind === 'case' &&
      scope === 'unit' &&
      actions.includes('accept') &&
      (states === 'any' || states.includes('received')) &&
      roles.includes(role),
  ),
);
