import { createHmac, randomBytes } from 'node:crypto';
import { lettersOf, plain } from './case-number.ts';

const SECRET_LENGTH = 8;
/** Keys of `secrets.key(…)`. */
export const LOOK_UP_KEY = 'case-lookup';
export const SECRET_KEY = 'case-secret';

/**
 * The query secret (查询码) of one submission: 31⁸ possibilities. It is made from the seed by a key of the installation, so that the same
 * form sent twice by an impatient hand answers the same secret, though none is stored.
 */
export function secretOf(key: Uint8Array, seed: string): string {
  return lettersOf(createHmac('sha512', key).update(seed).digest(), SECRET_LENGTH);
}

export function newSeed(): string {
  return randomBytes(24).toString('base64url');
}

/**
 * The only thing stored of a secret. Number and secret are looked up as one: a wrong number and a wrong secret are the same question
 * without an answer, in words, in work and so in time.
 */
export function lookUpHash(key: Uint8Array, number: string, secret: string): string {
  return createHmac('sha256', key)
    .update(`${number}|${plain(secret).slice(0, 40)}`)
    .digest('base64url');
}
