import { describe, expect, it } from 'vitest';
import { ledgerFilter, shareQuery, shareScope } from './ledger-query.ts';

describe('ledgerFilter', () => {
  it('takes only what the ledger knows and what is set', () => {
    expect(ledgerFilter({ state: 'overdue', q: '', view: 'calendar', month: '2026-03' })).toEqual({ state: 'overdue' });
  });
});

describe('shareQuery', () => {
  it('leaves finished work out until a state or everything is asked for', () => {
    expect(shareQuery({}, 'all', 'me').unfinished).toBe('true');
    expect(shareQuery({ state: 'accepted' }, 'all', 'me').unfinished).toBeUndefined();
    expect(shareQuery({ finished: 'all' }, 'all', 'me').unfinished).toBeUndefined();
  });

  it('asks for oneself, one’s unit or everybody', () => {
    expect(shareQuery({}, 'person', 'me')).toMatchObject({ personId: 'me', mine: undefined });
    expect(shareQuery({}, 'unit', 'me')).toMatchObject({ personId: undefined, mine: 'true' });
    expect(shareQuery({ mine: 'true' }, 'all', 'me')).toMatchObject({ personId: undefined, mine: undefined });
  });
});

describe('shareScope', () => {
  it('is the usual one until chosen, and every unit’s when the address names a unit or a task', () => {
    expect(shareScope({}, 'unit')).toBe('unit');
    expect(shareScope({ scope: 'all' }, 'unit')).toBe('all');
    expect(shareScope({ mine: 'true' }, 'all')).toBe('unit');
    expect(shareScope({ unitId: 'u' }, 'unit')).toBe('all');
    expect(shareScope({ taskId: 't' }, 'person')).toBe('all');
    expect(shareScope({ taskId: 't', scope: 'unit' }, 'person')).toBe('unit');
  });
});
