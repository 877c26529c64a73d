import { type LocalDate, localDateAt } from '../../kernel/local-date.ts';
import type { Role } from '../../kernel/roles.ts';
import type { WorkdayCalendar } from '../../kernel/workdays.ts';
import type { Platform } from '../../platform/platform.ts';
import type { AttachmentsService } from '../attachments/index.ts';
import type { CalendarService } from '../calendar/index.ts';
import type { Organisations } from '../organisations/index.ts';
import { CaseUnits } from './case-units.ts';
import { type ClockRule, ClockRules } from './clock/clock-rules.ts';
import { clockBasis } from './clocks/clock-basis.ts';
import { ACCEPTING } from './handling/who-accepts.ts';
import type { CaseKindRegister } from './kinds/case-kind-register.ts';
import { LEADERS } from './seeing/who-sees.ts';

/** What every service of this module is handed. */
export interface CasesContext {
  readonly platform: Platform;
  readonly organisations: Organisations;
  readonly calendar: Pick<CalendarService, 'current'>;
  readonly attachments: Pick<AttachmentsService, 'inspect'>;
  readonly kinds: CaseKindRegister;
  /** Figures of law and plan, with the days on which they hold. */
  readonly ruleRows: readonly ClockRule[];
}

/** Other modules' knowledge that a rule needs; looked up once for each piece of work. */
export interface Known {
  readonly now: Date;
  readonly today: LocalDate;
  /** Last day on which something is due soon: the next working day. */
  readonly soonUntil: LocalDate;
  readonly calendar: WorkdayCalendar;
  readonly rules: ClockRules;
  /** Of calendar and rules together; changes when either does. */
  readonly basis: string;
  readonly units: CaseUnits;
}

const readRules = new WeakMap<readonly ClockRule[], ClockRules>();

function rulesOf(rows: readonly ClockRule[]): ClockRules {
  const rules = readRules.get(rows) ?? new ClockRules(rows);
  readRules.set(rows, rules);
  return rules;
}

const KEPT_MS = 2000;
const kept = new WeakMap<CasesContext, { readonly at: number; readonly units: CaseUnits }>();

/** Ask before a transaction begins, never inside one: the embedded database has one connection. */
export async function lookUpKnown(context: CasesContext): Promise<Known> {
  const now = context.platform.clock.now();
  const today = localDateAt(now);
  const calendar = await context.calendar.current();
  return {
    now,
    today,
    soonUntil: calendar.addWorkdays(today, 1),
    calendar,
    rules: rulesOf(context.ruleRows),
    basis: clockBasis(calendar, context.ruleRows),
    units: await unitsNow(context),
  };
}

/** Two seconds old at most: the register and its roles change seldom and every act asks. */
async function unitsNow(context: CasesContext): Promise<CaseUnits> {
  const known = kept.get(context);
  if (known && Date.now() - known.at < KEPT_MS && known.units.officeId !== null) return known.units;
  const { organisations } = context;
  const unitsWith = async (roles: readonly Role[]) =>
    new Set((await organisations.people.holders(roles)).map((one) => one.unitId));
  const all = await organisations.units.all();
  const units = new CaseUnits(all, await unitsWith(ACCEPTING), await unitsWith(LEADERS));
  kept.set(context, { at: Date.now(), units });
  return units;
}
