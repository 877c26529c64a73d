import { describe, expect, it } from 'vitest';
import { ledgerFilter, shareQuery } from './ledger-query.ts';

describe('ledgerFilter', () => {
  it('takes only what the ledger knows and what is set', () => {
    expect(ledgerFilter({ state: 'overdue', q: '', view: 'calendar', month: '2026-03' })).toEqual({ state: 'overdue' });
  });
});

describe('shareQuery', () => {
  it('leaves finished work out until a state or everything is asked for', () => {
    expect(shareQuery({}).unfinished).toBe('true');
    expect(shareQuery({ state: 'accepted' }).unfinished).toBeUndefined();
    expect(shareQuery({ finished: 'all' }).unfinished).toBeUndefined();
  });
});
