import { expect, it } from 'vitest';
import { formToken, readFormToken, tokenFault } from './form-token.ts';

const key = Buffer.alloc(32, 3);
const shown = new Date('2026-03-02T01:00:00Z');
const later = (ms: number) => new Date(shown.getTime() + ms);
const read = (token: string) => readFormToken(key, token);

it('tells when the form was shown, and no two are alike', () => {
  const token = formToken(key, shown);
  expect(read(token)?.shownAt).toEqual(shown);
  expect(formToken(key, shown)).not.toBe(token);
});

it('is taken from three seconds to a day after', () => {
  const token = read(formToken(key, shown));
  if (!token) throw new Error('not read');
  expect(tokenFault(token, later(0))).toBe('too-fast');
  expect(tokenFault(token, later(2_999))).toBe('too-fast');
  expect(tokenFault(token, later(3_000))).toBeNull();
  expect(tokenFault(token, later(24 * 3_600_000))).toBeNull();
  expect(tokenFault(token, later(24 * 3_600_000 + 1))).toBe('expired');
  expect(tokenFault(token, later(-60_000))).toBeNull();
});

it('is refused when a character is changed, another key signed it, or it is something else', () => {
  const token = formToken(key, shown);
  for (let at = 0; at < token.length; at += 1) {
    const changed = `${token.slice(0, at)}${token[at] === 'a' ? 'b' : 'a'}${token.slice(at + 1)}`;
    expect(read(changed), String(at)).toBeNull();
  }
  expect(readFormToken(Buffer.alloc(32, 4), token)).toBeNull();
  for (const other of ['', '.', 'a.b.c', `${token}x`, 'x'.repeat(5000)]) expect(read(other)).toBeNull();
});
