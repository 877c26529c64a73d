import { type Actor, can, refusal, type Subject } from '../../kernel/permissions.ts';
import type { Role } from '../../kernel/roles.ts';
import { CASE_STATES, type CaseEvent, type CaseState } from './case-words.ts';
import { caseMissing } from './cases.errors.ts';
import { EVENT_ACTIONS, LIFE_TABLE, type LifeRole, nextState } from './life/life-table.ts';
import { type Circle, isShutOut } from './seeing/who-sees.ts';

/** What the permission table asks of a case. */
export interface CasePlace {
  readonly state: CaseState;
  readonly unit_id: string;
  /** While a step of the supervising office is asked of its reply; else null. */
  readonly officeId: string | null;
}

/** A place, and to whom it is open: whoever asks for a case must pass both. */
export interface SeenPlace extends CasePlace {
  readonly circle: Circle;
}

const OF_OFFICE = new Set(['read', 'review', 'note']);

export function caseSubject(place: CasePlace, action: string, state = place.state): Subject {
  const isForOffice = place.officeId !== null && OF_OFFICE.has(action);
  return {
    kind: 'case',
    state,
    unitIds: isForOffice && place.officeId ? [place.unit_id, place.officeId] : [place.unit_id],
  };
}

export function canRead(actor: Actor, place: SeenPlace): boolean {
  return can(actor, 'read', caseSubject(place, 'read')) && !isShutOut(actor, place.circle);
}

/** @throws AppError `case-missing` (404) */
export function demandRead(actor: Actor, place: SeenPlace): void {
  if (!canRead(actor, place)) throw caseMissing();
}

/**
 * Whether the person could do it to this case in some state: asked before the version is compared, so that nobody without a right learns
 * that a case has moved. @throws AppError `forbidden` (403)
 */
export function demandEver(actor: Actor, event: CaseEvent, place: CasePlace): void {
  const action = EVENT_ACTIONS[event];
  if (actor.type === 'system') return;
  if (action === null || !CASE_STATES.some((state) => can(actor, action, caseSubject(place, action, state))))
    throw refusal(actor);
}

/** @throws AppError `case-state` (409) when it is not possible now */
export function demandMove(actor: Actor, event: CaseEvent, place: CasePlace): CaseState {
  return nextState(lifeRoles(actor, event, place), place.state, event);
}

/** Next state when the person may do it now; undefined when he may not or it has no sense. */
export function possibleMove(actor: Actor, event: CaseEvent, place: CasePlace): CaseState | undefined {
  const action = EVENT_ACTIONS[event];
  if (action === null || !can(actor, action, caseSubject(place, action))) return undefined;
  for (const role of lifeRoles(actor, event, place)) {
    const to = LIFE_TABLE[role]?.[place.state]?.[event];
    if (to) return to;
  }
  return undefined;
}

/** Roles by which the person reaches this case for that act. */
function lifeRoles(actor: Actor, event: CaseEvent, place: CasePlace): LifeRole[] {
  if (actor.type === 'system') return ['system'];
  if (actor.type === 'visitor') return [];
  const action = EVENT_ACTIONS[event];
  if (action === null) return [];
  const roles = [...new Set(actor.grants.map((grant) => grant.role))];
  return roles.filter((role) => reaches(actor, role, action, place));
}

function reaches(actor: Extract<Actor, { type: 'person' }>, role: Role, action: string, place: CasePlace): boolean {
  const only: Actor = { ...actor, grants: actor.grants.filter((grant) => grant.role === role) };
  return CASE_STATES.some((state) => can(only, action, caseSubject(place, action, state)));
}
