import { daysBetween, type LocalDate } from '../../../kernel/local-date.ts';
import type { AssignmentState, TaskState } from '../plan-words.ts';
import type { StateCounts } from './tasks.contract.ts';

export interface ShareFacts {
  readonly state: AssignmentState;
  readonly dueOn: LocalDate | null;
  /** Whether the unit has reported anything for it. */
  readonly started: boolean;
}

/**
 * What people see of one unit's share. A report that waits for the office is not the unit's delay, so only what the unit still owes
 * (open or returned) can be overdue.
 */
export function shareState(share: ShareFacts, today: LocalDate): TaskState {
  if (share.state === 'accepted' || share.state === 'reported') return share.state;
  if (share.dueOn !== null && share.dueOn < today) return 'overdue';
  if (share.state === 'returned') return 'returned';
  return share.started ? 'inProgress' : 'notStarted';
}

/** Whole days past the due day while the unit still owes it; else 0. */
export function lateDays(share: ShareFacts, today: LocalDate): number {
  return shareState(share, today) === 'overdue' && share.dueOn ? daysBetween(share.dueOn, today) : 0;
}

export const NO_SHARES: StateCounts = {
  notStarted: 0,
  inProgress: 0,
  reported: 0,
  returned: 0,
  accepted: 0,
  overdue: 0,
};

/**
 * What people see of a task with many units: the worst first. A task whose units are not yet named is judged by its own day.
 */
export function taskState(shares: StateCounts, dueOn: LocalDate | null, today: LocalDate): TaskState {
  const total = Object.values(shares).reduce((sum, count) => sum + count, 0);
  if (total === 0) return dueOn !== null && dueOn < today ? 'overdue' : 'notStarted';
  if (shares.accepted === total) return 'accepted';
  if (shares.overdue > 0) return 'overdue';
  if (shares.returned > 0) return 'returned';
  if (shares.reported > 0) return 'reported';
  return shares.inProgress + shares.accepted > 0 ? 'inProgress' : 'notStarted';
}
