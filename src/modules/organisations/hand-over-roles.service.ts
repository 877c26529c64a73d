import { localDateAt } from '../../kernel/local-date.ts';
import { type Actor, can } from '../../kernel/permissions.ts';
import type { Change } from '../../platform/change/change.ts';
import { keepOneAdministrator, personIdOf } from './grants.service.ts';
import { endGrants, grantsOf, insertGrant } from './grants.store.ts';
import type { HandOverRow, RoleHeld } from './hand-over.store.ts';
import type { GrantView } from './people.contract.ts';
import { markAccessChanged } from './people.store.ts';
import { staysApart } from './roles-apart.ts';

/** What becomes of the leaving person's access: roles end, sessions end, and the successor gets what the actor may give. */
export async function passRoles(
  actor: Actor,
  change: Change,
  handOver: HandOverRow,
  giveRoles: boolean,
): Promise<{ readonly ended: readonly RoleHeld[]; readonly given: readonly RoleHeld[] }> {
  const open = (await grantsOf(change.tx, handOver.person_id)).filter((grant) => grant.endedAt === null);
  // Whoever only changes the post inside the unit keeps what he or she holds elsewhere.
  const ending = handOver.reason === 'changed' ? open.filter((grant) => grant.unitId === handOver.unit_id) : open;
  await keepOneAdministrator(change, ending);
  const by = { at: change.at, personId: personIdOf(actor) };
  const ids = ending.map((grant) => grant.id);
  await endGrants(change.tx, ids, { ...by, reason: '工作交接' });
  await markAccessChanged(
    change.tx,
    handOver.person_id,
    change.at,
    handOver.reason === 'left' ? { active: false, leftOn: handOver.changed_on } : {},
  );
  const given = giveRoles ? await give(actor, change, handOver.successor_id, ending) : [];
  return { ended: ending.map(held), given };
}

async function give(
  actor: Actor,
  change: Change,
  successorId: string,
  ending: readonly GrantView[],
): Promise<readonly RoleHeld[]> {
  const today = localDateAt(change.at);
  const open = (await grantsOf(change.tx, successorId)).filter((grant) => grant.endedAt === null);
  const already = open.filter((grant) => grant.toOn === null);
  const given: RoleHeld[] = [];
  for (const { role, unitId, toOn } of ending) {
    const mayGive = can(actor, 'give', { kind: 'grant', state: role, unitIds: [unitId], personId: successorId });
    const isSelf = actor.type === 'person' && actor.personId === successorId;
    const isOver = toOn !== null && toOn < today;
    const has = already.some((grant) => grant.role === role && grant.unitId === unitId);
    const input = { unitId, role, fromOn: today, toOn: null, actingFor: null };
    const isApart = open.some((grant) => staysApart(input, grant));
    if (!mayGive || isSelf || isOver || has || isApart) continue;
    await insertGrant(change.tx, successorId, input, { at: change.at, personId: personIdOf(actor) });
    given.push({ role, unitId });
  }
  return given;
}

function held(grant: GrantView): RoleHeld {
  return { role: grant.role, unitId: grant.unitId };
}
