import { describe, expect, it } from 'vitest';
import { localDate } from '../../../kernel/local-date.ts';
import { lateDays, NO_SHARES, shareState, taskState } from './task-state.ts';

const today = localDate('2026-07-01');
const past = localDate('2026-06-30');

describe('state of a share', () => {
  it.each([
    [{ state: 'open', dueOn: today, started: false }, 'notStarted'],
    [{ state: 'open', dueOn: null, started: true }, 'inProgress'],
    [{ state: 'open', dueOn: past, started: true }, 'overdue'],
    [{ state: 'returned', dueOn: today, started: true }, 'returned'],
    [{ state: 'returned', dueOn: past, started: true }, 'overdue'],
    [{ state: 'reported', dueOn: past, started: true }, 'reported'],
    [{ state: 'accepted', dueOn: past, started: true }, 'accepted'],
  ] as const)('%o is %s', (share, expected) => {
    expect(shareState(share, today)).toBe(expected);
  });

  it('is not late on its last day and counts days from the next', () => {
    expect(lateDays({ state: 'open', dueOn: today, started: false }, today)).toBe(0);
    expect(lateDays({ state: 'open', dueOn: past, started: false }, today)).toBe(1);
    expect(lateDays({ state: 'accepted', dueOn: past, started: true }, today)).toBe(0);
  });
});

describe('state of a task with many units', () => {
  it.each([
    [{ accepted: 3 }, 'accepted'],
    [{ accepted: 3, overdue: 1 }, 'overdue'],
    [{ returned: 1, reported: 2 }, 'returned'],
    [{ reported: 1, notStarted: 5 }, 'reported'],
    [{ accepted: 1, notStarted: 5 }, 'inProgress'],
    [{ notStarted: 5 }, 'notStarted'],
  ])('%o is %s', (counts, expected) => {
    expect(taskState({ ...NO_SHARES, ...counts }, null, today)).toBe(expected);
  });

  it('judges a task without units by its own day', () => {
    expect(taskState(NO_SHARES, past, today)).toBe('overdue');
    expect(taskState(NO_SHARES, null, today)).toBe('notStarted');
  });
});
