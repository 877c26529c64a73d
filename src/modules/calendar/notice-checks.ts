import { AppError, type Reason } from '../../kernel/app-error.ts';
import { dayOfWeek, type LocalDate, localDateOf } from '../../kernel/local-date.ts';
import { statutoryHolidays } from '../../kernel/statutory-holidays.ts';
import type { NoticeDay } from '../../kernel/workdays.ts';

/** 全国年节及纪念日放假办法 as revised in 2024: 13 days a year, weekend holidays made up. Older years followed older rules. */
const PRESENT_RULE_SINCE = 2025;

/** What a person should look at; a notice may well be right all the same (2020 was prolonged by three days). */
export function noticeDoubts(year: number, days: readonly NoticeDay[]): string[] {
  const doubts: string[] = [];
  const off = new Set(days.filter((day) => day.kind === 'off').map((day) => day.date));
  for (const day of days) {
    if (day.kind === 'work' && !isWeekend(day.date))
      doubts.push(`${day.date} 本来就是工作日，不需要列为调休上班，请核对。`);
  }
  if (year < PRESENT_RULE_SINCE) return doubts;
  const law = statutoryHolidays(year);
  for (const name of new Set(law.values())) {
    const missing = [...law].filter(([date, of]) => of === name && !off.has(date)).map(([date]) => date);
    if (missing.length > 0) doubts.push(`${missing.join('、')}（${name}）是法定节假日，通知中没有列为放假，请核对。`);
  }
  const weekdaysOff = [...off].filter((date) => !isWeekend(date)).length;
  const madeUp = days.filter((day) => day.kind === 'work' && isWeekend(day.date)).length;
  if (weekdaysOff - madeUp !== law.size) {
    doubts.push(
      `放假占用工作日 ${weekdaysOff} 天、调休上班 ${madeUp} 天，相差 ${weekdaysOff - madeUp} 天；法定应为 ${law.size} 天，请核对是否漏列。`,
    );
  }
  return doubts;
}

/** @throws AppError `notice-invalid` (422) with every reason: days outside the year, the same day twice */
export function checkNotice(year: number, days: readonly NoticeDay[]): void {
  const first = localDateOf(year - 1, 12, 25);
  const last = localDateOf(year, 12, 31);
  const seen = new Set<LocalDate>();
  const reasons: Reason[] = [];
  for (const [i, day] of days.entries()) {
    const field = `days.${i}.date`;
    if (day.date < first || day.date > last)
      reasons.push({ field, message: `${day.date} 不属于 ${year} 年的放假安排` });
    if (seen.has(day.date)) reasons.push({ field, message: `${day.date} 列了两次` });
    seen.add(day.date);
  }
  if (reasons.length === 0) return;
  throw new AppError('notice-invalid', 422, '放假安排有误，请按提示改正后再导入。', { reasons });
}

function isWeekend(date: LocalDate): boolean {
  return dayOfWeek(date) % 6 === 0;
}
