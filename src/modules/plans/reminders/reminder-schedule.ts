import { addDays, daysBetween, type LocalDate } from '../../../kernel/local-date.ts';
import type { WorkdayCalendar } from '../../../kernel/workdays.ts';

export interface ReminderSettings {
  /** Working days before the due day, e.g. 7, 3, 1. */
  readonly workdaysBefore: readonly number[];
  /** Calendar days between reminders once overdue. */
  readonly overdueEveryDays: number;
}

export interface DueReminder {
  readonly kind: 'before' | 'dueDay' | 'overdue';
  /** Day the reminder is for; with the share, the kind and the due day it makes a reminder unique. */
  readonly forDay: LocalDate;
}

/**
 * The one reminder that stands today for something due on that day. After a pause only the newest is given: the ones that were missed
 * would be spam. @returns null when it is too early
 */
export function reminderFor(
  dueOn: LocalDate,
  today: LocalDate,
  settings: ReminderSettings,
  workdays: WorkdayCalendar,
): DueReminder | null {
  if (today === dueOn) return { kind: 'dueDay', forDay: dueOn };
  if (today > dueOn) {
    const every = Math.max(1, settings.overdueEveryDays);
    const rounds = Math.floor((daysBetween(dueOn, today) - 1) / every);
    return { kind: 'overdue', forDay: addDays(dueOn, 1 + rounds * every) };
  }
  const reached = settings.workdaysBefore
    .map((count) => workdays.addWorkdays(dueOn, -count))
    .filter((date) => date <= today)
    .sort();
  const forDay = reached.at(-1);
  return forDay ? { kind: 'before', forDay } : null;
}
