import { HASH_SIZE, type Hash } from '../merkle/hash.ts';
import { parseBase64 } from './base64.ts';

/** What a log says of itself at one moment (C2SP tlog-checkpoint). */
export interface Checkpoint {
  /** Name of the log. */
  readonly origin: string;
  /** Number of leaves. */
  readonly size: number;
  readonly root: Hash;
}

/** The text to be signed. */
export function formatCheckpoint({ origin, size, root }: Checkpoint): string {
  return `${origin}\n${size}\n${Buffer.from(root).toString('base64')}\n`;
}

/** @param text of a signed note. @returns undefined when it is no checkpoint; extension lines are allowed and left aside */
export function parseCheckpoint(text: string): Checkpoint | undefined {
  const [origin = '', size = '', root = '', ...rest] = text.split('\n');
  const hash = parseBase64(root);
  const count = parseCount(size);
  if (origin === '' || count === undefined || hash?.length !== HASH_SIZE) return undefined;
  if (rest.pop() !== '' || rest.includes('')) return undefined;
  return { origin, size: count, root: hash };
}

/** Decimal without needless zeros. */
export function parseCount(text: string): number | undefined {
  if (!/^(0|[1-9]\d{0,15})$/.test(text)) return undefined;
  const count = Number(text);
  return Number.isSafeInteger(count) ? count : undefined;
}
