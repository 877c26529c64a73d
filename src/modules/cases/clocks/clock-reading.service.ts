import type { LocalDate } from '../../../kernel/local-date.ts';
import type { WorkdayCalendar } from '../../../kernel/workdays.ts';
import type { Queryable } from '../../../platform/db/database.ts';
import { type CasesContext, lookUpKnown } from '../cases.context.ts';
import type { ClockEvent } from '../clock/clock-event.ts';
import type { ClockRules } from '../clock/clock-rules.ts';
import { type SideTerm, sideTerms } from '../clock/side-terms.ts';
import { clockEventsOf } from './clock.store.ts';

/** What a business reads of the clocks beside the due day. */
export class ClockReadingService {
  readonly #context: CasesContext;

  constructor(context: CasesContext) {
    this.#context = context;
  }

  /** Terms that run beside the main one: of the applicant, of those consulted, of the fee (regulation arts 30, 32, 34). */
  async sideTerms(caseId: string): Promise<SideTerm[]> {
    const { rules, calendar } = await lookUpKnown(this.#context);
    return sideTerms(await clockEventsOf(this.#context.platform.database.kysely, caseId), rules, calendar);
  }

  /** What moved the clock, in its order. */
  events(db: Queryable, caseId: string): Promise<ClockEvent[]> {
    return clockEventsOf(db, caseId);
  }

  /** Today in Asia/Shanghai with the calendar and the figures that hold; ask before a transaction begins. */
  async now(): Promise<{ readonly today: LocalDate; readonly calendar: WorkdayCalendar; readonly rules: ClockRules }> {
    const { today, calendar, rules } = await lookUpKnown(this.#context);
    return { today, calendar, rules };
  }
}
