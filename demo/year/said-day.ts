import { addDays, isLocalDate, type LocalDate } from '../../src/kernel/local-date.ts';

const YEAR = '2026';
/** What tells of no day can be said at any time. */
const FIRST = '2000-01-01';

/** Parts of the year and the first day on which one can speak of them as past or well under way. */
const PARTS: readonly (readonly [RegExp, string])[] = [
  [/一季度/, '03-27'],
  [/1至4月/, '05-08'],
  [/二季度/, '06-24'],
  [/3至6月/, '06-22'],
  [/上半年|半年进展/, '06-25'],
  [/汛期小结|台风影响/, '10-12'],
  [/三季度/, '09-24'],
  [/至9月|5至9月/, '10-09'],
  [/至10月|10月底/, '11-02'],
  [/9至11月/, '11-09'],
];

/** The first day on which a report can say this: after every day, month or part of the year that it tells of. */
export function earliestDay(text: string): LocalDate {
  const days = [FIRST];
  for (const [pattern, day] of PARTS) if (pattern.test(text)) days.push(`${YEAR}-${day}`);
  for (const match of text.matchAll(/(?<!至|\d)(\d{1,2})月(?:(\d{1,2})日)?(?!至|底)/g))
    days.push(dayAfter(match[1], match[2]));
  return (days.sort().at(-1) ?? FIRST) as LocalDate;
}

/** The day after a day; for a month alone late in that month. */
function dayAfter(month: string | undefined, day: string | undefined): string {
  const text = `${YEAR}-${String(month).padStart(2, '0')}-${day?.padStart(2, '0') ?? '23'}`;
  return isLocalDate(text) ? addDays(text, 1) : FIRST;
}
