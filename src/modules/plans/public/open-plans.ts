import type { PlanRow } from '../plan/plans.store.ts';
import type { OpenTaskState, TaskState, UnitGroup } from '../plan-words.ts';
import type { StateCounts } from '../tasks/tasks.contract.ts';
import type { UnitNames } from '../unit-directory.ts';
import type { OpenPlan, OpenStateCounts, OpenTask, OpenUnit } from './open-plans.contract.ts';
import type { OpenShare, OpenTaskRow } from './open-plans.store.ts';

/** A returned share is, to the public, one being worked on. */
export function openState(state: TaskState): OpenTaskState {
  return state === 'returned' ? 'inProgress' : state;
}

export function openCountsOf(counts: StateCounts): OpenStateCounts {
  const { returned, ...rest } = counts;
  return { ...rest, inProgress: rest.inProgress + returned };
}

export function openUnit(id: string, names: UnitNames): OpenUnit {
  const { code, name, shortName } = names.ref(id);
  return { code, name, shortName };
}

/** A unit that the register no longer knows stands with the others. */
export function groupOf(id: string, names: UnitNames): UnitGroup {
  switch (names.get(id)?.kind) {
    case 'government':
    case 'department':
      return 'departments';
    case 'street':
    case 'town':
      return 'streets';
    case 'park':
      return 'parks';
    default:
      return 'others';
  }
}

export function openPlan(
  plan: PlanRow,
  tasks: StateCounts & { total: number },
  percent: number,
  updatedAt: Date | null,
  names: UnitNames,
): OpenPlan {
  const { total, ...counts } = tasks;
  const newest = updatedAt && updatedAt > plan.updated_at ? updatedAt : plan.updated_at;
  return {
    id: plan.id,
    level: plan.level,
    unit: plan.unit_id ? openUnit(plan.unit_id, names) : null,
    year: plan.year,
    title: plan.title,
    documentNumber: plan.document_number,
    issuer: plan.issuer,
    issuedOn: plan.issued_on,
    state: plan.state,
    publishedAt: (plan.published_at ?? plan.created_at).toISOString(),
    updatedAt: newest.toISOString(),
    tasks: { ...openCountsOf(counts), total },
    percent,
  };
}

const ROLE_ORDER = { lead: 0, responsible: 1, support: 2 } as const;

export function openTask(task: OpenTaskRow, shares: readonly OpenShare[], names: UnitNames): OpenTask {
  const ordered = [...shares].sort(
    (a, b) => ROLE_ORDER[a.role] - ROLE_ORDER[b.role] || names.compare(a.unit_id, b.unit_id),
  );
  return {
    id: task.id,
    number: task.number,
    category: task.category,
    name: task.name,
    content: task.content,
    unitsText: task.units_text,
    units: ordered.map((share) => ({
      unit: openUnit(share.unit_id, names),
      role: share.role,
      state: openState(share.state),
      percent: share.percent,
    })),
    deadlineText: task.deadline_text,
    deadlineKind: task.deadline_kind,
    dueOn: task.due_on,
    dueProvisional: task.due_provisional,
    milestones: task.due.milestones,
    priority: task.priority,
    state: openState(task.shown_state),
    percent: task.percent,
    acceptedOn: task.accepted_on,
  };
}
