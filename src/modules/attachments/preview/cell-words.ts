import type { ReadCell } from '../office/sheet.ts';

const DAY_MS = 86_400_000;
/** Day 0 of the 1900 system, which counts a 29 February that never was. */
const EPOCH = Date.UTC(1899, 11, 30);

/** A cell as people read it: days as days, shares as per cent, everything else as stored. */
export function cellWords({ text }: Pick<ReadCell, 'text'>, format: string): string {
  const number = Number(text);
  if (text === '' || !Number.isFinite(number) || format === '') return text;
  const plain = format.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, '');
  if (/[yd年日]/i.test(plain) && number > 0 && number < 200_000)
    return new Date(EPOCH + Math.floor(number) * DAY_MS).toISOString().slice(0, 10);
  if (plain.includes('%')) return `${Number((number * 100).toFixed(2))}%`;
  return text;
}
