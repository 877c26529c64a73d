import { createHash } from 'node:crypto';
import type { WorkdayCalendar } from '../../../kernel/workdays.ts';
import type { ClockRule } from '../clock/clock-rules.ts';

const known = new WeakMap<WorkdayCalendar, WeakMap<readonly ClockRule[], string>>();

/** A short word for exactly this calendar and these rules: a case reckoned by another basis is to be reckoned anew. */
export function clockBasis(calendar: WorkdayCalendar, rules: readonly ClockRule[]): string {
  const ofCalendar = known.get(calendar) ?? new WeakMap<readonly ClockRule[], string>();
  known.set(calendar, ofCalendar);
  const basis = ofCalendar.get(rules) ?? reckoned(calendar, rules);
  ofCalendar.set(rules, basis);
  return basis;
}

function reckoned(calendar: WorkdayCalendar, rules: readonly ClockRule[]): string {
  const years = calendar.announcedYears.map((year) => [
    year,
    calendar.year(year).map(({ work, name }) => `${work ? 1 : 0}${name ?? ''}`),
  ]);
  return createHash('sha256')
    .update(JSON.stringify([years, rules]))
    .digest('base64url')
    .slice(0, 16);
}
