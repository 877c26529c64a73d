import { describe, expect, it } from 'vitest';
import { PERMISSION_TABLE } from '../../../kernel/permission-table.ts';
import { VERSION_STATES, type VersionState } from '../publication-words.ts';
import { checkVersionMoves, nextState, VERSION_ACTIONS, VERSION_MOVES, type VersionAction } from './version-state.ts';

describe('the life of a version', () => {
  it('goes from draft through review and approval to the public, and is superseded there', () => {
    const way: VersionAction[] = ['edit', 'submit', 'approveStep', 'approveLast', 'schedule', 'publish', 'supersede'];
    const states: VersionState[] = ['draft'];
    for (const action of way) states.push(nextState(states.at(-1) ?? 'draft', action));
    expect(states).toEqual([
      'draft',
      'draft',
      'inReview',
      'inReview',
      'approved',
      'scheduled',
      'published',
      'superseded',
    ]);
  });

  it('leads back to the drafter from review, from approval and from the schedule', () => {
    for (const state of ['inReview', 'approved', 'scheduled'] as const) {
      expect(nextState(state, 'return')).toBe('draft');
      expect(nextState(state, 'recall')).toBe('draft');
    }
  });

  it('never reaches the public without approval', () => {
    const from = VERSION_STATES.filter((state) => VERSION_MOVES[state].publish === 'published');
    expect(from).toEqual(['approved', 'scheduled']);
    expect(VERSION_STATES.filter((state) => VERSION_MOVES[state].approveLast)).toEqual(['inReview']);
  });

  it('allows no edit outside the draft: what is under review or public stands still', () => {
    for (const state of VERSION_STATES.filter((one) => one !== 'draft')) {
      expect(() => nextState(state, 'edit')).toThrow(expect.objectContaining({ code: 'version-state', status: 409 }));
    }
  });

  it('ends: nothing leads out of superseded and discarded', () => {
    for (const action of VERSION_ACTIONS) {
      expect(() => nextState('superseded', action)).toThrow();
      expect(() => nextState('discarded', action)).toThrow();
    }
  });

  it('tells in words where the action is possible', () => {
    expect(() => nextState('draft', 'publish')).toThrow(
      '这一版本现在是“起草”，不能发布；只有“待发布”“定时发布”的版本可以。请刷新后查看。',
    );
  });

  it('agrees with the permission table; a move nobody may make stops the start', () => {
    expect(() => checkVersionMoves(PERMISSION_TABLE)).not.toThrow();
    const without = PERMISSION_TABLE.filter((row) => !(row.kind === 'publication' && row.actions.includes('schedule')));
    expect(() => checkVersionMoves(without)).toThrow('nobody may schedule in approved');
  });
});
