import { expect, it } from 'vitest';
import { isCreditCode, looksLikeCreditCode } from './credit-code.ts';
import { passesLuhn } from './luhn.ts';

it('takes a code whose check character of GB 32100 fits', () => {
  expect(isCreditCode('91350100M000100Y43')).toBe(true);
  expect(isCreditCode('91350100M000100Y44')).toBe(false);
  expect(isCreditCode('91350100M0001O0Y43')).toBe(false);
});

it('knows codes of the first pilots by their letters though their check fails', () => {
  expect(isCreditCode('91350100M0001TGQXM')).toBe(false);
  expect(looksLikeCreditCode('91350100M0001TGQXM')).toBe(true);
  expect(looksLikeCreditCode('11010519491231002X')).toBe(false);
});

it('checks cards by Luhn', () => {
  expect(passesLuhn('6222021234567890128')).toBe(true);
  expect(passesLuhn('6222021234567890129')).toBe(false);
});
