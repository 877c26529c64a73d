import { AppError } from '../../kernel/app-error.ts';

/**
 * Refuses JSON with half a character (a lone surrogate, "\\ud800"): it can be neither hashed, signed nor stored. Bytes that are no JSON are
 * left alone.
 *
 * @returns the same value
 * @throws AppError `text-broken` (422)
 */
export function demandWholeText<T>(value: T): T {
  if (!isWholeText(value)) {
    throw new AppError('text-broken', 422, '内容中有不完整的字符（如被截断的表情符号），请删去后重新提交。');
  }
  return value;
}

/** Walks without recursion: how deep it goes is for the sender to choose. */
export function isWholeText(value: unknown): boolean {
  const waiting: unknown[] = [value];
  while (waiting.length > 0) {
    const one = waiting.pop();
    if (typeof one === 'string' && !one.isWellFormed()) return false;
    if (typeof one !== 'object' || one === null) continue;
    if (Array.isArray(one)) for (const item of one) waiting.push(item);
    else if (isPlain(one)) for (const [key, item] of Object.entries(one)) waiting.push(key, item);
  }
  return true;
}

/** Neither bytes nor a stream nor a part of a form. */
function isPlain(value: object): boolean {
  const prototype = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
