import fc from 'fast-check';
import { expect, it } from 'vitest';
import { seal, unseal } from './seal.ts';

const master = Buffer.alloc(32, 1);
const CASE = '6f1b7d9e-0000-4000-8000-000000000001';
const OTHER = '6f1b7d9e-0000-4000-8000-000000000002';

it('gives back every word, and shows none', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 4, maxLength: 300 }), (words) => {
      const sealed = seal(master, CASE, words);
      expect(unseal(master, CASE, sealed)).toBe(words);
      expect(sealed.box.includes(Buffer.from(words, 'utf8'))).toBe(false);
    }),
    { numRuns: 50 },
  );
});

it('has a key of its own for each case: the same words never look the same', () => {
  const boxes = Array.from({ length: 20 }, () => seal(master, CASE, '张三').box.toString('hex'));
  expect(new Set(boxes).size).toBe(20);
});

it('opens for no other key and no other case', () => {
  const sealed = seal(master, CASE, '张三 13800138000');
  expect(() => unseal(Buffer.alloc(32, 2), CASE, sealed)).toThrow();
  expect(() => unseal(master, OTHER, sealed)).toThrow();
  const other = seal(master, CASE, '李四');
  expect(() => unseal(master, CASE, { box: sealed.box, wrappedKey: other.wrappedKey })).toThrow();
});

it('notices every changed byte', () => {
  const sealed = seal(master, CASE, '张三');
  for (const part of ['box', 'wrappedKey'] as const) {
    for (let at = 0; at < sealed[part].length; at += 1) {
      const changed = Buffer.from(sealed[part]);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(() => unseal(master, CASE, { ...sealed, [part]: changed })).toThrow();
    }
  }
});
