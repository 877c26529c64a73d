import { describe, expect, it } from 'vitest';
import { bearerHash, isUseToNote, newBearerKey } from './bearer-key.ts';

describe('a key of another system', () => {
  it('is known again by its hash alone, and each is another', () => {
    const made = newBearerKey('mcoa_');
    expect(made.key).toMatch(/^mcoa_[\w-]{43}$/);
    expect(made.key.endsWith(made.ending)).toBe(true);
    expect(made.hash).not.toContain(made.key.slice(5));
    expect(bearerHash(`Bearer ${made.key}`)).toBe(made.hash);
    expect(bearerHash(`bearer  ${made.key}`)).toBe(made.hash);
    expect(newBearerKey('mcoa_').hash).not.toBe(made.hash);
  });

  it.each([undefined, '', 'Bearer', 'Basic abc', 'Bearer a b', `Bearer ${'x'.repeat(201)}`])(
    'is missing in %s',
    (header) => {
      expect(() => bearerHash(header)).toThrow(expect.objectContaining({ code: 'key-missing', status: 401 }));
    },
  );

  it('has its use noted once a minute', () => {
    const now = new Date('2026-03-02T09:00:00Z');
    expect(isUseToNote({ last_used_at: null }, now)).toBe(true);
    expect(isUseToNote({ last_used_at: new Date('2026-03-02T08:59:30Z') }, now)).toBe(false);
    expect(isUseToNote({ last_used_at: new Date('2026-03-02T08:58:59Z') }, now)).toBe(true);
  });
});
