import { describe, expect, it } from 'vitest';
import { draftKey, readDraft, removeDraft, writeDraft } from './draft.ts';

function store(limit = Number.POSITIVE_INFINITY) {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => {
      if (value.length > limit) throw new DOMException('full', 'QuotaExceededError');
      kept.set(key, value);
    },
    removeItem: (key: string) => void kept.delete(key),
  };
}

const now = new Date('2026-03-01T08:00:00Z');

describe('drafts', () => {
  it('keep what was typed, each person and form apart', () => {
    const local = store();
    writeDraft(local, draftKey('a', 'report:1'), { text: '进展' }, now);
    expect(readDraft(local, draftKey('a', 'report:1'), now)?.value).toEqual({ text: '进展' });
    expect(readDraft(local, draftKey('b', 'report:1'), now)).toBeUndefined();
  });
  it('are forgotten after thirty days', () => {
    const local = store();
    writeDraft(local, 'k', 1, now);
    expect(readDraft(local, 'k', new Date('2026-03-30T08:00:00Z'))?.value).toBe(1);
    expect(readDraft(local, 'k', new Date('2026-04-01T08:00:00Z'))).toBeUndefined();
    expect(local.getItem('k')).toBeNull();
  });
  it('never stop the typing when the store is full or holds nonsense', () => {
    expect(writeDraft(store(3), 'k', '很长的内容', now)).toBe(false);
    const broken = store();
    broken.setItem('k', '{');
    expect(readDraft(broken, 'k', now)).toBeUndefined();
  });
  it('are gone once sent', () => {
    const local = store();
    writeDraft(local, 'k', 1, now);
    removeDraft(local, 'k');
    expect(readDraft(local, 'k', now)).toBeUndefined();
  });
});
