import { AppError } from '../../kernel/app-error.ts';
import { localDateAt } from '../../kernel/local-date.ts';
import { type Actor, can, demand } from '../../kernel/permissions.ts';
import type { Change } from '../../platform/change/change.ts';
import type { Platform } from '../../platform/platform.ts';
import {
  type AccessAtRow,
  accessAt,
  endGrants,
  findOpenGrant,
  grantsOf,
  insertGrant,
  lockGrant,
  lockHolders,
} from './grants.store.ts';
import { grantMissing, personMissing, unitMissing } from './organisations.errors.ts';
import type { GrantInput, GrantView } from './people.contract.ts';
import { findPerson, lockPerson, markAccessChanged, type Person } from './people.store.ts';
import { areAtOnce, auditorAlone, staysApart } from './roles-apart.ts';
import { findUnit } from './units.store.ts';

/** Roles per unit: given, given for a time (代理), ended; and who held what at any moment. */
export class GrantsService {
  readonly #platform: Platform;

  constructor(platform: Platform) {
    this.#platform = platform;
  }

  /** @throws AppError `person-missing` (404), `forbidden` (403) */
  async list(actor: Actor, personId: string): Promise<readonly GrantView[]> {
    const db = this.#platform.database.kysely;
    const person = await findPerson(db, { id: personId });
    if (!person) throw personMissing();
    demand(actor, 'read', { kind: 'person', unitIds: [person.unitId], personId });
    return grantsOf(db, personId);
  }

  /**
   * @throws AppError `grant-to-self` (403): nobody raises himself, as level 3 of the protection standard asks (separate administrators);
   *   `acting-for-self`, `person-left`, `auditor-alone` (422)
   */
  give(actor: Actor, personId: string, input: GrantInput): Promise<GrantView> {
    return this.#platform.changes.run(actor, async (change) => {
      demand(actor, 'give', { kind: 'grant', state: input.role, unitIds: [input.unitId], personId });
      if (actor.type === 'person' && actor.personId === personId) {
        throw new AppError('grant-to-self', 403, '不能给自己授予角色，请由另一位管理人员办理。');
      }
      const person = await this.#checkGrant(change, personId, input);
      // Ending a role ends the sessions: an officer must not reach another unit's people by it.
      demand(actor, 'read', { kind: 'person', unitIds: [person.unitId], personId });
      const id = await insertGrant(change.tx, personId, input, { at: change.at, personId: personIdOf(actor) });
      change.record({
        action: 'give',
        kind: 'grant',
        subjectId: id,
        unitId: input.unitId,
        detail: { personId, role: input.role, fromOn: input.fromOn, toOn: input.toOn, actingFor: input.actingFor },
      });
      await change.emit('grant.given', { personId, unitId: input.unitId, role: input.role });
      const grant = await lockGrant(change.tx, id);
      if (!grant) throw grantMissing();
      return grant;
    });
  }

  /** Takes effect at once: the person's open sessions end. */
  end(actor: Actor, grantId: string, reason: string): Promise<void> {
    return this.#platform.changes.run(actor, async (change) => {
      const seen = await findOpenGrant(change.tx, grantId);
      if (!seen) throw grantMissing();
      demand(actor, 'end', { kind: 'grant', state: seen.role, unitIds: [seen.unitId], personId: seen.personId });
      // All administrators' grants are locked in one order before this one, so that two endings cannot wait for each other.
      await keepOneAdministrator(change, [seen]);
      const grant = await lockGrant(change.tx, grantId);
      if (!grant) throw grantMissing();
      const { personId, unitId, role } = grant;
      await endGrants(change.tx, [grantId], { at: change.at, personId: personIdOf(actor), reason });
      await markAccessChanged(change.tx, personId, change.at);
      change.record({ action: 'end', kind: 'grant', subjectId: grantId, unitId, detail: { personId, role, reason } });
      await change.emit('access.ended', { personId });
    });
  }

  /** The record of who could do what at an instant. */
  async accessAt(actor: Actor, at: Date, unitId?: string): Promise<readonly AccessAtRow[]> {
    const subject = { kind: 'accessReport', ...(unitId === undefined ? {} : { unitIds: [unitId] }) };
    demand(actor, 'read', subject);
    const rows = await accessAt(this.#platform.database.kysely, at, unitId);
    return rows.filter((row) => can(actor, 'read', { kind: 'accessReport', unitIds: [row.unitId] }));
  }

  async #checkGrant(change: Change, personId: string, input: GrantInput): Promise<Person> {
    const person = await lockPerson(change.tx, personId);
    if (!person) throw personMissing();
    if (!person.active) throw new AppError('person-left', 422, '该人员已离岗，不能再授予角色。');
    if (!(await findUnit(change.tx, { id: input.unitId }))) throw unitMissing();
    if (input.actingFor === personId) throw new AppError('acting-for-self', 422, '代理人不能是被代理人本人，请另选。');
    if (input.actingFor !== null && !(await findPerson(change.tx, { id: input.actingFor }))) throw personMissing();
    const held = (await grantsOf(change.tx, personId)).filter((grant) => grant.endedAt === null);
    if (held.some((grant) => staysApart(input, grant))) throw auditorAlone();
    const same = held.find(
      (grant) => grant.role === input.role && grant.unitId === input.unitId && areAtOnce(grant, input),
    );
    if (same) throw new AppError('grant-exists', 409, '该人员在这段时间已有相同单位的同一角色，无需重复授予。');
    return person;
  }
}

/** @throws AppError `last-administrator` (422): without one nobody could give roles any more */
export async function keepOneAdministrator(change: Change, ending: readonly GrantView[]): Promise<void> {
  const leaving = new Set(ending.filter((grant) => grant.role === 'administrator').map((grant) => grant.personId));
  if (leaving.size === 0) return;
  const holders = await lockHolders(change.tx, 'administrator', localDateAt(change.at));
  if (holders.some((personId) => !leaving.has(personId))) return;
  throw new AppError('last-administrator', 422, '这是最后一位系统管理员，请先授予另一位人员系统管理员角色，再办理。');
}

export function personIdOf(actor: Actor): string | null {
  return actor.type === 'person' ? actor.personId : null;
}
