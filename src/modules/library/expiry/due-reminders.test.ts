import { describe, expect, it } from 'vitest';
import type { LocalDate } from '../../../kernel/local-date.ts';
import { dueReminders, reminderKey } from './due-reminders.ts';

const day = (text: string) => text as LocalDate;
const document = { number: 7, title: '办法', issuedOn: day('2021-12-20'), lastDay: day('2026-12-31') };
const due = (today: string, told: string[] = []) =>
  dueReminders([document], day(today), new Set(told)).map((one) => one.monthsBefore);

describe('reminders before the end', () => {
  it('come 6, 2 and 1 months before the last day', () => {
    expect(due('2026-06-29')).toEqual([]);
    expect(due('2026-06-30')).toEqual([6]);
    expect(due('2026-10-31')).toEqual([2]);
    expect(due('2026-11-30')).toEqual([1]);
    expect(due('2026-12-31')).toEqual([1]);
  });

  it('are told once each, and of several missed ones the latest alone', () => {
    expect(due('2026-07-15', [reminderKey(document, { monthsBefore: 6 })])).toEqual([]);
    expect(due('2026-11-15')).toEqual([2]);
  });

  it('end with the document', () => {
    expect(due('2027-01-01')).toEqual([]);
  });

  it('begin anew when the last day was put off', () => {
    const extended = { ...document, lastDay: day('2028-12-31') };
    const told = new Set([6, 2, 1].map((monthsBefore) => reminderKey(document, { monthsBefore })));
    expect(dueReminders([extended], day('2028-07-01'), told).map((one) => one.monthsBefore)).toEqual([6]);
  });
});
