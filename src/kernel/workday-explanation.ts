import type { CalendarDay, Explanation } from './workdays.ts';

/** Why a day counts or not, for people: 工作日, 周末, 国庆节放假, 调休上班（国庆节）. */
export function dayReason(day: CalendarDay): string {
  switch (day.reason) {
    case 'weekday':
      return '工作日';
    case 'weekend':
      return '周末';
    case 'holiday':
      return `${day.name}放假`;
    case 'makeUp':
      return `调休上班（${day.name}）`;
  }
}

/** One Chinese sentence for a due date: what was counted, what was passed over, and whether it may still change. */
export function explanationText(explanation: Explanation): string {
  const direction = explanation.workdays < 0 ? '前推' : '起算';
  const skipped = tally(explanation.days.filter((day) => !day.work).map(dayReason));
  const madeUp = tally(explanation.days.filter((day) => day.reason === 'makeUp').map(dayReason));
  const parts = [
    `自 ${explanation.start} ${direction}，第 ${Math.abs(explanation.workdays)} 个工作日为 ${explanation.due}`,
    ...(skipped ? [`不计：${skipped}`] : []),
    ...(madeUp ? [`计入：${madeUp}`] : []),
    ...(explanation.awaitingYears.length > 0 ? [provisionalText(explanation.awaitingYears)] : []),
  ];
  return `${parts.join('；')}。`;
}

/** What to say beside a date that rests on a year not yet announced. */
export function provisionalText(awaitingYears: readonly number[]): string {
  const years = awaitingYears.map((year) => `${year} 年`).join('、');
  return `暂定：${years}放假安排的通知尚未导入，导入后自动重算`;
}

function tally(reasons: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const reason of reasons) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  return [...counts].map(([reason, count]) => `${reason} ${count} 天`).join('、');
}
