import { describe, expect, it } from 'vitest';
import { demandWholeText, flawOf } from './whole-text.ts';

describe('text with half a character', () => {
  it.each([['a\ud800'], [['x', '\udc00']], [{ a: { b: ['\ud83d'] } }], [{ 'k\ud800': 1 }]])(
    '%j is refused',
    (value) => {
      expect(() => demandWholeText(value)).toThrow('不完整的字符');
    },
  );

  it('is no whole character, number, nothing, or bytes', () => {
    for (const value of ['😀', { a: ['𠮷', 1, null, true] }, undefined, null, Buffer.from([0xed, 0xa0, 0x80])])
      expect(flawOf(value)).toBeNull();
  });

  it('is not the only thing that no column holds', () => {
    for (const value of ['a\0b', ['\0'], { a: { b: ['\0'] } }, { 'k\0': 1 }])
      expect(() => demandWholeText(value)).toThrow(expect.objectContaining({ code: 'text-unstorable', status: 400 }));
    expect(flawOf('\u0001\t\n')).toBeNull();
  });

  it('is found at any depth', () => {
    let deep: unknown = '\ud800';
    for (let level = 0; level < 100_000; level += 1) deep = [deep];
    expect(flawOf(deep)).toBe('half');
  });
});
