import { randomInt } from 'node:crypto';

/**
 * Digits and capital letters without 0, O, 1, I and L, which people misread. 31 of them, a prime: the check character then finds every
 * single wrong character and every two neighbours swapped.
 */
const LETTERS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const RANDOM_LENGTH = 10;
const PREFIX = /^[A-Z]{2}$/;

/** Prefix, 10 random characters (8 × 10¹⁴ possibilities), check character; says neither day nor order. */
export function newCaseNumber(prefix: string): string {
  if (!PREFIX.test(prefix)) throw new Error(`${prefix} is no number prefix`);
  const random = randomLetters(RANDOM_LENGTH);
  return prefix + random + checkCharacter(prefix + random);
}

/**
 * What somebody typed as a number, in the one form in which numbers are stored; null when it is none: then nothing is looked up.
 * Lower case, full width, spaces and dashes do not matter.
 */
export function readCaseNumber(typed: string): string | null {
  const number = plain(typed);
  const body = number.slice(0, -1);
  const isShaped = number.length === 2 + RANDOM_LENGTH + 1 && PREFIX.test(number.slice(0, 2));
  if (!isShaped || [...number.slice(2)].some((letter) => !LETTERS.includes(letter))) return null;
  return checkCharacter(body) === number.at(-1) ? number : null;
}

/** For reading aloud and copying: LY 7KQ3M 9XW2P A. */
export function spacedCaseNumber(number: string): string {
  return [number.slice(0, 2), number.slice(2, 7), number.slice(7, 12), number.slice(12)].filter(Boolean).join(' ');
}

/** NFKC brings full width to half; what stands between the characters goes. */
export function plain(typed: string): string {
  return typed
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[\s\-‐‑–—_.]/gu, '');
}

/** @param length characters, each of 31 */
export function randomLetters(length: number): string {
  return Array.from({ length }, () => LETTERS[randomInt(LETTERS.length)]).join('');
}

/** Letters of the same alphabet from bytes; what would not fall evenly is passed over. @throws Error when the bytes do not suffice */
export function lettersOf(bytes: Uint8Array, length: number): string {
  const even = 256 - (256 % LETTERS.length);
  const letters = [...bytes].filter((byte) => byte < even).map((byte) => LETTERS[byte % LETTERS.length]);
  if (letters.length < length) throw new Error('too few bytes for so many letters');
  return letters.slice(0, length).join('');
}

/** Weights 1, 2, 3 … modulo 31; the prefix's letters that the alphabet lacks count by their code. */
function checkCharacter(text: string): string {
  const sum = [...text].reduce((total, letter, index) => total + (index + 1) * weightOf(letter), 0);
  return LETTERS[sum % LETTERS.length] ?? '';
}

function weightOf(letter: string): number {
  const at = LETTERS.indexOf(letter);
  return at >= 0 ? at : letter.charCodeAt(0) % LETTERS.length;
}
