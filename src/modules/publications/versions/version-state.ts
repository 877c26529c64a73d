import { AppError } from '../../../kernel/app-error.ts';
import type { PermissionRow } from '../../../kernel/permission-table.ts';
import { STATE_LABELS, VERSION_STATES, type VersionState } from '../publication-words.ts';

export const VERSION_ACTIONS = [
  'edit',
  'submit',
  'recall',
  'approveStep',
  'approveLast',
  'return',
  'schedule',
  'unschedule',
  'publish',
  'supersede',
  'discard',
] as const;
export type VersionAction = (typeof VERSION_ACTIONS)[number];

/** From × action → to; what is not here cannot happen. */
export const VERSION_MOVES: Readonly<Record<VersionState, Readonly<Partial<Record<VersionAction, VersionState>>>>> = {
  draft: { edit: 'draft', submit: 'inReview', discard: 'discarded' },
  inReview: { approveStep: 'inReview', approveLast: 'approved', return: 'draft', recall: 'draft' },
  approved: { schedule: 'scheduled', publish: 'published', return: 'draft', recall: 'draft' },
  scheduled: { unschedule: 'approved', publish: 'published', return: 'draft', recall: 'draft' },
  published: { supersede: 'superseded' },
  superseded: {},
  discarded: {},
};

/** Action of the permission table that allows the move; superseding follows from publishing. */
export const MOVE_PERMISSIONS: Readonly<Record<VersionAction, string | null>> = {
  edit: 'edit',
  submit: 'submit',
  recall: 'submit',
  approveStep: 'review',
  approveLast: 'review',
  return: 'review',
  schedule: 'schedule',
  unschedule: 'schedule',
  publish: 'publish',
  supersede: null,
  discard: 'discard',
};

const NAMES: Readonly<Record<VersionAction, string>> = {
  edit: '修改',
  submit: '提交审核',
  recall: '收回修改',
  approveStep: '审核',
  approveLast: '审核',
  return: '退回',
  schedule: '定时发布',
  unschedule: '取消定时',
  publish: '发布',
  supersede: '替代',
  discard: '作废',
};

/** @throws AppError `version-state` (409) when the action is not possible in that state */
export function nextState(from: VersionState, action: VersionAction): VersionState {
  const to = VERSION_MOVES[from][action];
  if (to) return to;
  const possible = VERSION_STATES.filter((state) => VERSION_MOVES[state][action]).map((state) => STATE_LABELS[state]);
  throw new AppError(
    'version-state',
    409,
    `这一版本现在是“${STATE_LABELS[from]}”，不能${NAMES[action]}；只有“${possible.join('”“')}”的版本可以。请刷新后查看。`,
    { details: { state: from, action } },
  );
}

/**
 * States, moves and permissions are tables that must agree; checked at start.
 * @throws Error naming every state that cannot be reached and every move that nobody may make
 */
export function checkVersionMoves(table: readonly PermissionRow[]): void {
  const reached = new Set<VersionState>([
    'draft',
    ...Object.values(VERSION_MOVES).flatMap((moves) => Object.values(moves)),
  ]);
  const wrong = VERSION_STATES.filter((state) => !reached.has(state)).map((state) => `${state} cannot be reached`);
  for (const from of VERSION_STATES) {
    for (const action of Object.keys(VERSION_MOVES[from]) as VersionAction[]) {
      const permission = MOVE_PERMISSIONS[action];
      if (permission && !isAllowed(table, permission, from)) wrong.push(`nobody may ${permission} in ${from}`);
    }
  }
  if (wrong.length > 0) throw new Error(`versions of publications: ${wrong.join('; ')}`);
}

function isAllowed(table: readonly PermissionRow[], action: string, state: VersionState): boolean {
  return table.some(
    (row) =>
      row.kind === 'publication' &&
      row.actions.includes(action) &&
      (row.states === 'any' || row.states.includes(state)),
  );
}
