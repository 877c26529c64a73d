import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** Nobody reads a form and writes a letter faster. */
export const FASTEST_MS = 3_000;
/** People leave a form open over lunch or over night; after that they get it again with everything kept. */
export const OLDEST_MS = 24 * 3_600_000;
export const FORM_KEY = 'case-form';

export interface ReadToken {
  /** Of this showing of the form. */
  readonly nonce: string;
  readonly shownAt: Date;
}

/** When the form was shown, signed: a machine can neither make one up nor make one older. */
export function formToken(key: Uint8Array, now: Date): string {
  const words = `${now.getTime().toString(36)}.${randomBytes(12).toString('base64url')}`;
  return `${words}.${signature(key, words)}`;
}

/** @returns null when it is not one of ours */
export function readFormToken(key: Uint8Array, token: string): ReadToken | null {
  const match = /^([0-9a-z]{1,12})\.([\w-]{16})\.([\w-]{43})$/.exec(token);
  const [, time, nonce, signed] = match ?? [];
  if (!time || !nonce || !signed) return null;
  const expected = Buffer.from(signature(key, `${time}.${nonce}`));
  if (!timingSafeEqual(expected, Buffer.from(signed))) return null;
  return { nonce, shownAt: new Date(Number.parseInt(time, 36)) };
}

/** @returns why it is not taken; null when it is */
export function tokenFault({ shownAt }: ReadToken, now: Date): 'too-fast' | 'expired' | null {
  const age = now.getTime() - shownAt.getTime();
  // A machine whose clock was put back must not shut people out for the difference.
  if (age >= 0 && age < FASTEST_MS) return 'too-fast';
  return age > OLDEST_MS ? 'expired' : null;
}

function signature(key: Uint8Array, words: string): string {
  return createHmac('sha256', key).update(words).digest('base64url');
}
