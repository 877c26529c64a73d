import { addDays, type LocalDate } from '../../../kernel/local-date.ts';
import { listParameters } from '../plan/parameters.store.ts';
import { numberParameter, numbersParameter } from '../plan/parameters.ts';
import { DUTY_KIND_WORDS } from '../plan-words.ts';
import { type PlansContext, todayOf } from '../plans.context.ts';
import { addDutyReminder, type DatedDuty, openDuties } from './duties.store.ts';
import { type DueReminder, type ReminderSettings, reminderFor } from './reminder-schedule.ts';
import { LOOK_AHEAD_DAYS, phraseOf } from './reminders.service.ts';

const MOST = 5000;
const LONGEST = 60;

/** Reminders of what units owe besides their shares, by the same rule as those of shares (PLAN-5, PLAN-6). */
export class DutiesService {
  readonly #context: PlansContext;

  constructor(context: PlansContext) {
    this.#context = context;
  }

  /** Job: makes the reminders that stand today; what names no unit is the supervising office's. Safe to run twice. */
  async makeDue(signal: AbortSignal): Promise<number> {
    const { kysely } = this.#context.platform.database;
    const today = todayOf(this.#context);
    const workdays = await this.#context.calendar.current();
    const parameters = await listParameters(kysely);
    const offices = (await this.#context.directory.units()).filter((unit) => unit.isOffice).map((unit) => unit.id);
    const to = addDays(today, LOOK_AHEAD_DAYS);
    let made = 0;
    for (const duty of (await openDuties(kysely, { units: null, withOffice: true, to, limit: MOST })).rows) {
      if (signal.aborted) break;
      const { due_on } = duty;
      const reminder = due_on && reminderFor(due_on, today, settingsFor(due_on, parameters), workdays);
      if (!reminder) continue;
      for (const unit_id of duty.unit_id ? [duty.unit_id] : offices) {
        made += await this.#remind({ ...duty, unit_id, due_on }, reminder);
      }
    }
    return made;
  }

  #remind(duty: DatedDuty, reminder: DueReminder): Promise<number> {
    const named = duty.text.length > LONGEST ? `${duty.text.slice(0, LONGEST)}…` : duty.text;
    const text = `${DUTY_KIND_WORDS[duty.kind]}（${duty.source}）“${named}”${phraseOf(reminder, duty.due_on)}`;
    return this.#context.platform.changes.run({ type: 'system' }, async (change) => {
      if (!(await addDutyReminder(change.tx, duty, { ...reminder, text, at: change.at }))) return 0;
      const detail = { kind: reminder.kind, of: duty.kind, dueOn: duty.due_on };
      change.record({ action: 'remind', kind: 'reminder', subjectId: duty.id, unitId: duty.unit_id, detail });
      return 1;
    });
  }
}

function settingsFor(dueOn: LocalDate, parameters: Awaited<ReturnType<typeof listParameters>>): ReminderSettings {
  const scope = { level: 'district', year: Number(dueOn.slice(0, 4)), unitId: null } as const;
  return {
    workdaysBefore: numbersParameter('reminderWorkdaysBefore', parameters, scope),
    overdueEveryDays: numberParameter('overdueEveryDays', parameters, scope) ?? 7,
  };
}
