import { type LocalDate, lastDayOfMonth, monthOf, yearOf } from '../../../kernel/local-date.ts';

/** How a window is said: 4月, 3月至6月, 6月30日前, 2024年1月. @param from null: a bare last day */
export function milestoneLabel(from: LocalDate | null, to: LocalDate): string {
  const end = `${monthOf(to)}月`;
  if (from === null)
    return to === lastDayOfMonth(yearOf(to), monthOf(to)) ? `${end}底前` : `${end}${Number(to.slice(8))}日前`;
  const wholeMonths = from.endsWith('-01') && to === lastDayOfMonth(yearOf(to), monthOf(to));
  if (!wholeMonths) return `${plain(from)}至${plain(to)}`;
  if (from.slice(5) === '01-01' && to.slice(5) === '12-31') return '全年';
  if (from.slice(0, 7) === to.slice(0, 7)) return end;
  return `${monthOf(from)}月至${end}`;
}

function plain(date: LocalDate): string {
  return `${monthOf(date)}月${Number(date.slice(8))}日`;
}
