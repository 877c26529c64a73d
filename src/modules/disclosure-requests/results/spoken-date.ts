import type { LocalDate } from '../../../kernel/local-date.ts';

/** As official letters write a day: 2026年3月5日. */
export function spokenDate(day: LocalDate): string {
  return `${day.slice(0, 4)}年${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`;
}
