import { AppError } from '../../kernel/app-error.ts';
import { textUnstorable } from '../db/database-fault.ts';

/**
 * Refuses what a query or JSON holds that no column can: half a character (a lone surrogate, "\\ud800"), which can be neither hashed nor
 * signed either, and the zero character. Refused here, it never fails in the middle of an answer. Bytes that are no JSON are left alone.
 *
 * @returns the same value
 * @throws AppError `text-broken` (422), `text-unstorable` (400)
 */
export function demandWholeText<T>(value: T): T {
  const flaw = flawOf(value);
  if (flaw === 'half') {
    throw new AppError('text-broken', 422, '内容中有不完整的字符（如被截断的表情符号），请删去后重新提交。');
  }
  if (flaw === 'zero') throw textUnstorable();
  return value;
}

/** Walks without recursion: how deep it goes is for the sender to choose. */
export function flawOf(value: unknown): 'half' | 'zero' | null {
  const waiting: unknown[] = [value];
  while (waiting.length > 0) {
    const one = waiting.pop();
    if (typeof one === 'string') {
      if (!one.isWellFormed()) return 'half';
      if (one.includes('\0')) return 'zero';
    }
    if (typeof one !== 'object' || one === null) continue;
    if (Array.isArray(one)) for (const item of one) waiting.push(item);
    else if (isPlain(one)) for (const [key, item] of Object.entries(one)) waiting.push(key, item);
  }
  return null;
}

/** Neither bytes nor a stream nor a part of a form. */
function isPlain(value: object): boolean {
  const prototype = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
