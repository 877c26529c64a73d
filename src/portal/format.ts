import { type LocalDate, localDateAt } from '../kernel/local-date.ts';

/** 2026年3月31日 */
export function longDay(day: LocalDate): string {
  const [year, month, date] = parts(day);
  return `${year}年${month}月${date}日`;
}

/** Days inside a sentence as the rest of the page writes them. */
export function withLongDays(sentence: string): string {
  return sentence.replace(/\s?\b\d{4}-\d{2}-\d{2}\b\s?/g, (found) => longDay(found.trim() as LocalDate));
}

/** 3月31日 */
export function shortDay(day: LocalDate): string {
  const [, month, date] = parts(day);
  return `${month}月${date}日`;
}

/** @param month YYYY-MM @returns 2026年3月 */
export function longMonth(month: string): string {
  const [year, number] = month.split('-').map(Number);
  return `${year}年${number}月`;
}

/** @param instant ISO 8601 @returns `YYYY-MM-DD HH:mm` in Asia/Shanghai, as the official meta tag PubDate wants it */
export function officialTime(instant: string): string {
  const time = new Date(instant);
  const shifted = new Date(time.getTime() + 8 * 3_600_000).toISOString();
  return `${localDateAt(time)} ${shifted.slice(11, 16)}`;
}

/** Cuts at `length` characters, counted as people see them. */
export function excerpt(text: string, length: number): string {
  const characters = [...text.trim()];
  return characters.length <= length ? text.trim() : `${characters.slice(0, length - 1).join('')}…`;
}

function parts(day: LocalDate): number[] {
  return day.split('-').map(Number);
}
