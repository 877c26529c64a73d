import { describe, expect, it } from 'vitest';
import { PERMISSION_TABLE } from '../../../kernel/permission-table.ts';
import { ASSIGNMENT_STATES } from '../plan-words.ts';
import {
  ASSIGNMENT_EVENTS,
  acceptingEvent,
  checkAssignmentMoves,
  nextAssignmentState,
  type Party,
} from './assignment.ts';

describe('moves of a share', () => {
  const allowed = [
    'unit open progress → open',
    'unit open complete → reported',
    'unit returned progress → returned',
    'unit returned complete → reported',
    'unit reported complete → reported',
    'unit reported withdraw → open',
    'acceptor reported accept → accepted',
    'acceptor reported acceptMilestone → open',
    'acceptor reported return → returned',
    'acceptor accepted reopen → open',
  ];

  it('are exactly these, of all combinations', () => {
    const found: string[] = [];
    for (const party of ['unit', 'acceptor'] as Party[]) {
      for (const state of ASSIGNMENT_STATES) {
        for (const event of ASSIGNMENT_EVENTS) {
          try {
            found.push(`${party} ${state} ${event} → ${nextAssignmentState(party, state, event)}`);
          } catch (error) {
            expect(error).toMatchObject({ code: 'assignment-state', status: 409 });
          }
        }
      }
    }
    expect(found.sort()).toEqual(allowed.sort());
  });

  it('opens the next milestone until the last is accepted', () => {
    expect(acceptingEvent(0, 2)).toBe('acceptMilestone');
    expect(acceptingEvent(1, 2)).toBe('accept');
    expect(acceptingEvent(0, 1)).toBe('accept');
  });
});

describe('moves and permissions', () => {
  it('agree', () => {
    expect(() => checkAssignmentMoves(PERMISSION_TABLE)).not.toThrow();
  });

  it('are refused at start when a permission is missing', () => {
    const table = PERMISSION_TABLE.filter((row) => !row.actions.includes('reopen'));
    expect(() => checkAssignmentMoves(table)).toThrow('nobody may: accepted reopen');
  });

  it('are refused at start when a permission leads nowhere', () => {
    const row = {
      roles: ['officer'],
      kind: 'assignment',
      states: ['open'],
      actions: ['accept'],
      scope: 'unit',
    } as const;
    expect(() => checkAssignmentMoves([...PERMISSION_TABLE, row])).toThrow('leads nowhere: open accept');
  });
});
