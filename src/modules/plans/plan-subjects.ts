import { type Actor, can, type Subject } from '../../kernel/permissions.ts';
import type { AssignmentState, PlanLevel, PlanState } from './plan-words.ts';

export interface PlanFacts {
  readonly level: PlanLevel;
  readonly unit_id: string | null;
  readonly state: PlanState;
}

/** Only a unit's own plan belongs to the unit; the district's belongs to the supervising office by role. */
export function planSubject(plan: PlanFacts): Subject {
  return { kind: 'plan', state: plan.state, unitIds: ownUnits(plan) };
}

export function taskSubject(plan: PlanFacts): Subject {
  return { kind: 'task', state: plan.state, unitIds: ownUnits(plan) };
}

export function assignmentSubject(plan: PlanFacts, share: { state: AssignmentState; unit_id: string }): Subject {
  return {
    kind: 'assignment',
    state: plan.level === 'unit' ? `own.${share.state}` : share.state,
    unitIds: [share.unit_id],
  };
}

function ownUnits(plan: PlanFacts): readonly string[] {
  return plan.level === 'unit' && plan.unit_id ? [plan.unit_id] : [];
}

/** Whose drafts the actor may see: everybody's, or those of these units; published plans are seen by all. */
export type DraftScope = 'all' | readonly string[];

export function draftScope(actor: Actor): DraftScope {
  if (can(actor, 'read', { kind: 'plan', state: 'draft' })) return 'all';
  return unitsOf(actor).filter((unitId) => can(actor, 'read', { kind: 'plan', state: 'draft', unitIds: [unitId] }));
}

export function unitsOf(actor: Actor): readonly string[] {
  return actor.type === 'person' ? [...new Set(actor.grants.map((grant) => grant.unitId))] : [];
}

/** @returns which of the actions the actor may do: what buttons are shown from */
export function allowedActions(actor: Actor, subject: Subject, actions: readonly string[]): string[] {
  return actions.filter((action) => can(actor, action, subject));
}
