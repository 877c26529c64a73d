import { isLocalDate, type LocalDate, lastDayOfMonth } from '../../../kernel/local-date.ts';

/**
 * Last days that a task's content names: 3月31日前, 10月底前, 年底前, 2024年1月20日前. Only wordings that end in 前 count: a content
 * names many dates that are no limit.
 * @param year year of the plan; dates without a year belong to it
 */
export function daysInContent(content: string, year: number): LocalDate[] {
  const text = content.normalize('NFKC').replace(/\s+/g, '');
  const found = new Set<LocalDate>();
  for (const match of text.matchAll(/(?:(\d{4})年)?(\d{1,2})月(?:(\d{1,2})日|(底))(?:之|以)?前/g)) {
    const y = match[1] ? Number(match[1]) : year;
    const month = Number(match[2]);
    if (month < 1 || month > 12) continue;
    const date = match[4] ? lastDayOfMonth(y, month) : `${y}-${pad(month)}-${pad(Number(match[3]))}`;
    if (isLocalDate(date)) found.add(date);
  }
  for (const match of text.matchAll(/(?:(\d{4})年)?年底(?:之|以)?前/g)) {
    found.add(`${match[1] ?? year}-12-31` as LocalDate);
  }
  return [...found].sort();
}

/** The day to suggest: the first day in the content that is stricter than the deadline cell's last day; null when none is. */
export function stricterDay(content: string, year: number, cellEndsOn: LocalDate | null): LocalDate | null {
  const days = daysInContent(content, year).filter((date) => cellEndsOn === null || date < cellEndsOn);
  return days[0] ?? null;
}

function pad(number: number): string {
  return String(number).padStart(2, '0');
}
