import { PERMISSION_TABLE, type PermissionRow } from '../../kernel/permission-table.ts';
import type { Actor } from '../../kernel/permissions.ts';
import { csrfToken } from '../../platform/http/csrf.ts';
import type { Platform } from '../../platform/platform.ts';
import type { Organisations } from '../organisations/index.ts';
import type { CurrentSession } from './sessions.service.ts';
import type { SessionView } from './sign-in.contract.ts';

/** What the workbench learns of the person who is signed in. */
export class SessionViews {
  readonly #platform: Platform;
  readonly #organisations: Organisations;

  constructor(platform: Platform, organisations: Organisations) {
    this.#platform = platform;
    this.#organisations = organisations;
  }

  async of({ person, actor, token, passwordNotice }: CurrentSession): Promise<SessionView> {
    const held = actor.type === 'person' ? actor.grants : [];
    const units = new Map((await this.#organisations.units.all()).map((unit) => [unit.id, unit]));
    return {
      person: { id: person.id, name: person.name, account: person.account, email: person.email },
      grants: held.map(({ role, unitId }) => ({
        role,
        unitId,
        unitName: units.get(unitId)?.name ?? '',
        unitShortName: units.get(unitId)?.shortName ?? '',
      })),
      csrfToken: csrfToken(this.#platform.secrets, token),
      embedded: this.#platform.database.kind === 'embedded',
      mustChangePassword: passwordNotice !== null,
      passwordNotice,
      permissions: reachableRows(actor).map(copyRow),
    };
  }
}

/** Rows of the table that name the visitor, everybody signed in, or a role the actor holds. */
export function reachableRows(actor: Actor | undefined): readonly PermissionRow[] {
  const names = new Set<string>(['public']);
  if (actor?.type === 'person') {
    names.add('signedIn');
    for (const grant of actor.grants) names.add(grant.role);
  }
  return PERMISSION_TABLE.filter((row) => row.roles.some((role) => names.has(role)));
}

function copyRow(row: PermissionRow): SessionView['permissions'][number] {
  return {
    roles: [...row.roles],
    kind: row.kind,
    states: row.states === 'any' ? 'any' : [...row.states],
    actions: [...row.actions],
    scope: row.scope,
  };
}
