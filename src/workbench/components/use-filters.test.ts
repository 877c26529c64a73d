import { describe, expect, it } from 'vitest';
import { withChanges } from './use-filters.ts';

describe('withChanges', () => {
  it('goes back to the first page when a filter changes', () => {
    expect(withChanges({ page: '3', q: '公开' }, { state: 'overdue' })).toEqual({ q: '公开', state: 'overdue' });
  });
  it('turns the page and keeps the filters', () => {
    expect(withChanges({ page: '3', q: '公开' }, { page: '4' })).toEqual({ page: '4', q: '公开' });
  });
  it('takes a filter out when it is emptied', () => {
    expect(withChanges({ q: '公开', state: 'overdue' }, { q: '', state: undefined })).toEqual({});
  });
});
