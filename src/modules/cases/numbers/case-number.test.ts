import fc from 'fast-check';
import { expect, it } from 'vitest';
import { lettersOf, newCaseNumber, plain, readCaseNumber, spacedCaseNumber } from './case-number.ts';

const numbers = fc.constantFrom('LY', 'ZX', 'XX', 'JY', 'ZB', 'JC').map(newCaseNumber);

it('is a prefix, ten characters and a check character, none of them easily misread', () => {
  expect(newCaseNumber('LY')).toMatch(/^LY[2-9A-HJKMNP-Z]{11}$/);
  const many = Array.from({ length: 5000 }, () => newCaseNumber('ZX'));
  expect(new Set(many).size).toBe(5000);
  expect(() => newCaseNumber('l1')).toThrow('no number prefix');
});

it('says nothing of day or order: numbers made one after another spread over all beginnings', () => {
  const firsts = new Set(Array.from({ length: 2000 }, () => newCaseNumber('LY')[2]));
  expect(firsts.size).toBe(31);
});

it('reads what people type: lower case, full width, spaces, dashes', () => {
  fc.assert(
    fc.property(numbers, (number) => {
      const wide = [...number].map((c) => String.fromCodePoint((c.codePointAt(0) ?? 0) + 0xfee0)).join('');
      for (const typed of [
        number,
        number.toLowerCase(),
        wide,
        ` ${spacedCaseNumber(number)} `,
        `${number.slice(0, 7)}-${number.slice(7)}`,
      ])
        expect(readCaseNumber(typed)).toBe(number);
    }),
  );
});

it('refuses every single wrong character and every two neighbours swapped', () => {
  fc.assert(
    fc.property(numbers, fc.integer({ min: 2, max: 12 }), fc.integer({ min: 1, max: 30 }), (number, at, shift) => {
      const letters = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
      const wrong = letters[(letters.indexOf(number[at] ?? '') + shift) % 31] ?? '';
      expect(readCaseNumber(number.slice(0, at) + wrong + number.slice(at + 1))).toBeNull();
    }),
  );
  fc.assert(
    fc.property(numbers, fc.integer({ min: 2, max: 11 }), (number, at) => {
      const swapped = number.slice(0, at) + (number[at + 1] ?? '') + (number[at] ?? '') + number.slice(at + 2);
      if (swapped !== number) expect(readCaseNumber(swapped)).toBeNull();
    }),
  );
});

it.each(['', 'LY', '12345', 'LY0000000000O', `LY${'2'.repeat(40)}`, '我的来信', 'LY7KQ3M9XW2P’;--'])(
  'reads no number in “%s”',
  (typed) => {
    expect(readCaseNumber(typed)).toBeNull();
  },
);

it('makes letters of bytes evenly, and refuses when there are too few', () => {
  expect(
    lettersOf(
      Uint8Array.from({ length: 248 }, (_, i) => i),
      248,
    ),
  ).toHaveLength(248);
  expect(lettersOf(Uint8Array.from([255, 250, 0, 30]), 2)).toBe('2Z');
  expect(() => lettersOf(Uint8Array.from([255, 250]), 1)).toThrow();
  expect(plain('ａｂ　- c')).toBe('ABC');
});
