import { AppError } from '../../../kernel/app-error.ts';
import type { PermissionRow } from '../../../kernel/permission-table.ts';
import type { AssignmentState } from '../plan-words.ts';

/** Who moves a share: the unit that owes it, or who accepts it (the office; in a unit's own plan the unit's leaders). */
export type Party = 'unit' | 'acceptor';
export const ASSIGNMENT_EVENTS = [
  'progress',
  'complete',
  'withdraw',
  'accept',
  'acceptMilestone',
  'return',
  'reopen',
] as const;
export type AssignmentEvent = (typeof ASSIGNMENT_EVENTS)[number];

type Moves = Readonly<Partial<Record<AssignmentState, Readonly<Partial<Record<AssignmentEvent, AssignmentState>>>>>>;

/** Party → state → event → next state; what is not here cannot happen. */
export const ASSIGNMENT_MOVES: Readonly<Record<Party, Moves>> = {
  unit: {
    open: { progress: 'open', complete: 'reported' },
    returned: { progress: 'returned', complete: 'reported' },
    reported: { complete: 'reported', withdraw: 'open' },
  },
  acceptor: {
    reported: { accept: 'accepted', acceptMilestone: 'open', return: 'returned' },
    accepted: { reopen: 'open' },
  },
};

/** Action of the permission table that allows the event. */
export const EVENT_ACTIONS: Readonly<Record<AssignmentEvent, string>> = {
  progress: 'report',
  complete: 'report',
  withdraw: 'withdraw',
  accept: 'accept',
  acceptMilestone: 'accept',
  return: 'return',
  reopen: 'reopen',
};

const REFUSED: Readonly<Record<AssignmentEvent, string>> = {
  progress: '这项任务已报完成、正在等待核验，或已经办结；如需补充，请先撤回报送。',
  complete: '这项任务已经办结，不能再报送；确需重新办理，请联系主管部门。',
  withdraw: '只有等待核验的报送才能撤回。',
  accept: '这项任务现在没有等待核验的报送，可能已被他人办理，请刷新后查看。',
  acceptMilestone: '这项任务现在没有等待核验的报送，可能已被他人办理，请刷新后查看。',
  return: '这项任务现在没有等待核验的报送，可能已被他人办理，请刷新后查看。',
  reopen: '只有已完成的任务才能重新办理。',
};

/** @throws AppError `assignment-state` (409) when the event is not possible in that state */
export function nextAssignmentState(party: Party, state: AssignmentState, event: AssignmentEvent): AssignmentState {
  const next = ASSIGNMENT_MOVES[party][state]?.[event];
  if (!next) throw new AppError('assignment-state', 409, REFUSED[event], { details: { state, event } });
  return next;
}

/** Accepting the report of one milestone of several opens the next one (multi deadlines). */
export function acceptingEvent(milestone: number, milestoneCount: number): 'accept' | 'acceptMilestone' {
  return milestone + 1 < milestoneCount ? 'acceptMilestone' : 'accept';
}

/**
 * Moves and permissions are two tables that must agree; checked at start.
 * @throws Error naming every move nobody may make and every permission that leads nowhere
 */
export function checkAssignmentMoves(table: readonly PermissionRow[]): void {
  const moves = new Set<string>();
  for (const party of Object.values(ASSIGNMENT_MOVES)) {
    for (const [state, events] of Object.entries(party)) {
      for (const event of Object.keys(events)) {
        const action = EVENT_ACTIONS[event as AssignmentEvent];
        moves.add(`${state} ${action}`).add(`own.${state} ${action}`);
      }
    }
  }
  const actions = new Set(Object.values(EVENT_ACTIONS));
  const permitted = new Set<string>();
  for (const row of table) {
    if (row.kind !== 'assignment') continue;
    for (const action of row.actions.filter((name) => actions.has(name))) {
      for (const state of row.states === 'any' ? ['any'] : row.states) permitted.add(`${state} ${action}`);
    }
  }
  const wrong = [
    ...[...moves].filter((move) => !permitted.has(move)).map((move) => `nobody may: ${move}`),
    ...[...permitted].filter((move) => !moves.has(move)).map((move) => `leads nowhere: ${move}`),
  ];
  if (wrong.length > 0) throw new Error(`assignment moves and permissions differ: ${wrong.join('; ')}`);
}
