import { describe, expect, it } from 'vitest';
import { AUDIT_KINDS, actionWord, kindWord } from './audit-words.ts';

describe('words of the audit log', () => {
  it('are Chinese for everything that is recorded often', () => {
    for (const kind of ['publication', 'reviewRule', 'topic', 'person', 'grant', 'intake'])
      expect(kindWord(kind), kind).toMatch(/^[一-龥、]+$/);
    for (const action of ['archive', 'determine', 'review.approved', 'submit', 'erase', 'publish'])
      expect(actionWord(action), action).toMatch(/^[一-龥]+$/);
    expect(AUDIT_KINDS.every(({ label }) => /^[一-龥、]+$/.test(label))).toBe(true);
  });

  it('never fall back to the machine’s own word', () => {
    expect(kindWord('somethingNew')).toBe('其他事项');
    expect(actionWord('somethingNew')).toBe('其他操作');
  });
});
