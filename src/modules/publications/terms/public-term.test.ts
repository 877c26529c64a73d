import { describe, expect, it } from 'vitest';
import { addDays, type LocalDate } from '../../../kernel/local-date.ts';
import { WorkdayCalendar } from '../../../kernel/workdays.ts';
import { formedForTermBefore, formedForTerms, publicTerm, termOf } from './public-term.ts';

const day = (text: string) => text as LocalDate;
const calendar = new WorkdayCalendar([
  {
    year: 2026,
    days: [
      { date: day('2026-02-17'), kind: 'off', name: '春节' },
      { date: day('2026-02-28'), kind: 'work', name: '春节' },
    ],
  },
]);
const TWENTY = { check: 'publishWithin', from: 'issuedOn', workdays: 20, basis: '条例', severity: 'blocks' } as const;
const draft = {
  life: 'none',
  open_state: 'draft',
  attribute: null,
  formed_on: day('2026-02-02'),
  converted_at: null,
} as const;

describe('the term of publishing', () => {
  it('runs for what is in work and not kept back', () => {
    const term = (facts: object) => publicTerm({ ...draft, ...facts }, 20, calendar, day('2026-02-27'));
    expect(term({})).toEqual({ dueOn: '2026-03-02', workdaysLeft: 2, isOver: false });
    expect(term({ attribute: 'proactive' })?.isOver).toBe(false);
    for (const none of [{ attribute: 'withheld' }, { life: 'public' }, { open_state: null }, { formed_on: null }]) {
      expect(term(none)).toBeNull();
    }
    expect(publicTerm(draft, termOf({ elementChecks: [] }), calendar, day('2026-02-27'))).toBeNull();
    expect(publicTerm(draft, 20, calendar, day('2026-03-03'))).toEqual({
      dueOn: '2026-03-02',
      workdaysLeft: -1,
      isOver: true,
    });
  });

  it('begins anew for what was kept back and is now to be public (自变更之日起)', () => {
    const converted = { ...draft, attribute: 'proactive', converted_at: new Date('2026-02-25T02:00:00Z') } as const;
    expect(publicTerm(converted, 20, calendar, day('2026-03-03'))?.dueOn).toBe('2026-03-24');
  });

  it('lists find the same rows as the reckoning of each, on any day of the year', () => {
    for (let today = day('2026-01-05'); today < '2026-04-15'; today = addDays(today, 1)) {
      const last = formedForTermBefore(today, 20, calendar);
      expect(calendar.addWorkdays(last, 20) < today, today).toBe(true);
      expect(calendar.addWorkdays(addDays(last, 1), 20) < today, today).toBe(false);
    }
    const [terms] = formedForTerms(
      [
        { code: 'notice', elementChecks: [TWENTY] },
        { code: 'other', elementChecks: [] },
      ],
      calendar,
      day('2026-03-02'),
    );
    expect(terms?.kind).toBe('notice');
    expect(
      calendar.workdaysBetween(day('2026-03-02'), calendar.addWorkdays(terms?.soon ?? draft.formed_on, 20)),
    ).toBeLessThanOrEqual(5);
  });
});
