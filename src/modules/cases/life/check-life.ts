import type { PermissionRow } from '../../../kernel/permission-table.ts';
import { CASE_EVENTS, CASE_STATES, type CaseEvent, type CaseState } from '../case-words.ts';
import { EVENT_ACTIONS, FIRST_STATES, type LifeRole, type LifeTable } from './life-table.ts';

export interface LifeLine {
  readonly role: LifeRole;
  readonly from: CaseState;
  readonly event: CaseEvent;
  readonly to: CaseState;
}

/** The table as lines, in the order of the words. */
export function lifeLines(table: LifeTable): LifeLine[] {
  return (Object.keys(table) as LifeRole[]).flatMap((role) =>
    CASE_STATES.flatMap((from) =>
      CASE_EVENTS.flatMap((event) => {
        const to = table[role]?.[from]?.[event];
        return to ? [{ role, from, event, to }] : [];
      }),
    ),
  );
}

/**
 * Life table and permission table say the same from two sides, so they are held against each other when the program starts.
 * @throws Error naming everything that is wrong: states nobody reaches, events nobody does, a move without a permission, a permission
 *   without a move, an event that leads from one state to two, words that are none
 */
export function checkLife(table: LifeTable, permissions: readonly PermissionRow[]): void {
  const lines = lifeLines(table);
  const wrong = [
    ...unreachable(lines),
    ...CASE_EVENTS.filter((event) => !lines.some((line) => line.event === event)).map((event) => `nobody may ${event}`),
    ...unknownWords(table),
    ...ambiguous(lines),
    ...withoutPermission(lines, permissions),
    ...withoutMove(lines, permissions),
  ];
  if (wrong.length > 0) throw new Error(`life of cases: ${wrong.join('; ')}`);
}

function unreachable(lines: readonly LifeLine[]): string[] {
  const reached = new Set<CaseState>(FIRST_STATES);
  for (let before = -1; before !== reached.size; ) {
    before = reached.size;
    for (const { from, to } of lines) if (reached.has(from)) reached.add(to);
  }
  return CASE_STATES.filter((state) => !reached.has(state)).map((state) => `${state} cannot be reached`);
}

/** A word misspelt behind a cast would stand there and never happen. */
function unknownWords(table: LifeTable): string[] {
  return Object.entries(table).flatMap(([role, states]) =>
    Object.entries(states ?? {}).flatMap(([from, moves]) => [
      ...(CASE_STATES.includes(from as CaseState) ? [] : [`${role} acts in ${from}, which is no state`]),
      ...Object.entries(moves ?? {}).flatMap(([event, to]) => [
        ...(CASE_EVENTS.includes(event as CaseEvent) ? [] : [`${role} does ${event}, which is no event`]),
        ...(CASE_STATES.includes(to) ? [] : [`${role} ${event} leads to ${to}, which is no state`]),
      ]),
    ]),
  );
}

function ambiguous(lines: readonly LifeLine[]): string[] {
  const same = Map.groupBy(lines, ({ from, event }) => `${event} in ${from}`);
  return [...same]
    .filter(([, moves]) => new Set(moves.map((line) => line.to)).size > 1)
    .map(([what]) => `${what} leads to different states for different roles`);
}

function withoutPermission(lines: readonly LifeLine[], permissions: readonly PermissionRow[]): string[] {
  return lines.flatMap(({ role, from, event }) => {
    if (role === 'system') return [];
    const action = role === 'sender' ? 'lookUp' : EVENT_ACTIONS[event];
    if (action === null) return [`${role} does ${event}, which no permission covers`];
    const asked = role === 'sender' ? 'public' : role;
    const has = permissions.some(
      (row) =>
        row.kind === 'case' &&
        row.actions.includes(action) &&
        row.roles.includes(asked) &&
        (row.states === 'any' || row.states.includes(from)),
    );
    return has ? [] : [`${role} has no permission to ${action} in ${from}`];
  });
}

/** Rows for any state speak of acts that change no state. */
function withoutMove(lines: readonly LifeLine[], permissions: readonly PermissionRow[]): string[] {
  const known = new Set(lines.map(({ role, from, event }) => `${role} may ${EVENT_ACTIONS[event]} in ${from}`));
  const actions = new Set(Object.values(EVENT_ACTIONS));
  return permissions.flatMap(({ kind, states, actions: granted, roles }) => {
    if (kind !== 'case' || states === 'any') return [];
    return granted
      .filter((action) => actions.has(action))
      .flatMap((action) => states.flatMap((state) => roles.map((role) => `${role} may ${action} in ${state}`)))
      .filter((permission) => !known.has(permission))
      .map((permission) => `${permission} and yet nothing can happen`);
  });
}
