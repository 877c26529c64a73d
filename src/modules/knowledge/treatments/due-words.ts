import type { LocalDate } from '../../../kernel/local-date.ts';
import { dayReason, explanationText } from '../../../kernel/workday-explanation.ts';
import type { WorkdayCalendar } from '../../../kernel/workdays.ts';

/** Why the due day of a treatment is what it is: set by people, told in working days from the day on which it was opened. */
export function dueWords(
  of: { readonly openedOn: LocalDate; readonly dueOn: LocalDate | null },
  calendar: WorkdayCalendar,
): string[] {
  const { openedOn, dueOn } = of;
  if (dueOn === null) return ['还没有确定期限，确定治理措施时填写。'];
  const workdays = calendar.workdaysBetween(openedOn, dueOn);
  const set = `期限由办理人定为 ${dueOn}。`;
  if (workdays <= 0) return [set];
  const last = calendar.day(dueOn);
  const off = last.work ? [] : [`这一天不是工作日（${dayReason(last)}），请在此前的工作日办完。`];
  return [set, explanationText(calendar.explain(openedOn, workdays)), ...off];
}
