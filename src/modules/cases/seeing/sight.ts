import type { Actor } from '../../../kernel/permissions.ts';
import type { Queryable } from '../../../platform/db/database.ts';
import { personIdOf } from '../history.store.ts';
import type { CaseKind } from '../kinds/case-kind.ts';
import { casesAgainst, recusedCases, type Sight } from './recusals.store.ts';
import { ledUnits, readsAllNamed } from './who-sees.ts';

/** What the person sees of lists and figures, by the rule that opens a single case to him. */
export async function sightOf(db: Queryable, actor: Actor, kinds: readonly CaseKind[]): Promise<Sight> {
  const personId = personIdOf(actor);
  const grants = actor.type === 'person' ? actor.grants : [];
  const ownUnitIds = [...new Set(grants.map(({ unitId }) => unitId))];
  const namedOnly = kinds.filter((kind) => kind.readBy === 'named').map((kind) => kind.code);
  return {
    personId,
    roles: grants.map(({ unitId, role }) => `${unitId}:${role}`),
    shutIds: personId === null ? [] : [...(await recusedCases(db, personId)), ...(await casesAgainst(db, ownUnitIds))],
    namedOnlyKinds: readsAllNamed(actor) ? [] : namedOnly,
    ledUnitIds: ledUnits(actor),
  };
}
