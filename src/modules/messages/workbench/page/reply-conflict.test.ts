import { describe, expect, it } from 'vitest';
import { otherWords } from './reply-conflict.tsx';

describe('what somebody else saved first', () => {
  it('is told with its words, its count and who it was', () => {
    const current = { edit: 4, text: '我来写。', findingsReason: null, by: '李明' };
    expect(otherWords({ code: 'stale', details: { current } })).toEqual({
      edit: 4,
      text: '我来写。',
      reason: '',
      by: '李明',
    });
    expect(otherWords({ code: 'stale', details: { current: { edit: 0, text: '' } } })?.by).toBe('他人');
  });

  it('is nothing when the case itself has moved, or something else is wrong', () => {
    const moved = { current: { id: 'a', version: 3, state: 'replied' } };
    expect(otherWords({ code: 'stale', details: moved })).toBeUndefined();
    expect(otherWords({ code: 'case-state', details: {} })).toBeUndefined();
  });
});
