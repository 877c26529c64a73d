import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type LocalDate, localDate, yearOf } from '../../../kernel/local-date.ts';
import { WorkdayCalendar } from '../../../kernel/workdays.ts';
import { officialYears } from '../../calendar/calendar.fixtures.ts';
import { readClock, rereadClock } from './clock.ts';
import type { ClockEvent } from './clock-event.ts';
import { histories, REQUEST } from './clock-histories.fixtures.ts';
import type { ClockReading } from './clock-reading.ts';
import { calendar, rules } from './deadline-table/outcome.fixtures.ts';
import { explainDue } from './explain-due.ts';

const read = (events: readonly ClockEvent[]) => readClock(REQUEST, events, rules, calendar);
/** CLOCK_RUNS=20000 looks further than an ordinary run does. */
const RUNS = { numRuns: Number(process.env.CLOCK_RUNS ?? 300) };

/** Classified here as what it was. */
const UNMOVING: ReadonlySet<ClockEvent['type']> = new Set(['transferred', 'classified', 'answered']);

/** The count alone makes the date: no answer has frozen it, nothing has set it from outside. */
function isCounted({ state, count }: ClockReading): boolean {
  return state === 'running' && count !== null && count.fixed === null && count.delayedUntil === null;
}

describe('whatever happens to a request', () => {
  it('its date moves with an event or not at all', () => {
    fc.assert(
      fc.property(histories(), (events) => {
        const { steps, due } = read(events);
        let before: LocalDate | null = null;
        for (const step of steps) {
          expect(step.dueBefore).toBe(before);
          if (UNMOVING.has(step.type)) expect(step.dueAfter).toBe(before);
          before = step.dueAfter;
        }
        expect(due).toBe(before);
      }),
      RUNS,
    );
  });

  it('a beginning of its history gives the dates of that beginning', () => {
    fc.assert(
      fc.property(histories(), fc.nat(8), (events, length) => {
        const beginning = read(events.slice(0, length + 1));
        const whole = read(events);
        expect(beginning.steps).toEqual(whole.steps.slice(0, length + 1));
        expect(beginning.due).toBe(beginning.steps.at(-1)?.dueAfter);
      }),
      RUNS,
    );
  });

  it('the days of the explanation are as many as the term, and the last of them is the due day', () => {
    fc.assert(
      fc.property(histories('given', 'delayed', 'answered'), (events) => {
        const reading = read(events);
        const { days } = explainDue(reading, calendar);
        if (!reading.due || !reading.count) {
          expect(days).toEqual([]);
          return;
        }
        const numbers = days.flatMap(({ number }) => number ?? []);
        expect(numbers).toEqual(Array.from({ length: reading.count.allowance }, (_, index) => index + 1));
        expect(days.at(-1)).toMatchObject({ date: reading.due, number: reading.count.allowance });
        expect(days[0]?.date).toBe(addDays(reading.count.start, 1));
      }),
      RUNS,
    );
  });

  it('the due day is a working day, unless another system gave it', () => {
    fc.assert(
      fc.property(histories(), (events) => {
        const { due, count } = read(events);
        if (due && !count?.fixed) expect(calendar.isWorkday(due)).toBe(true);
      }),
      RUNS,
    );
  });

  it('the clock says that it stands still if and only if there is no date', () => {
    fc.assert(
      fc.property(histories('answered'), (events) => {
        const { due, state } = read(events);
        expect(due === null).toBe(state === 'paused' || state === 'stopped');
      }),
      RUNS,
    );
  });

  it('asking one more never makes the date earlier', () => {
    fc.assert(
      fc.property(histories('answered'), fc.nat(9), fc.nat(9), fc.nat(15), (events, first, second, days) => {
        const due = read(events).due;
        const asked = withConsultation(events, first, second, days);
        const dueThen = read(asked).due;
        // Null is the latest of all: whoever was asked too late before may now be asked in time, and still be silent.
        if (due === null) expect(dueThen).toBeNull();
        else expect(dueThen === null || dueThen >= due).toBe(true);
      }),
      RUNS,
    );
  });

  it('a day of extension more is a working day more', () => {
    fc.assert(
      fc.property(histories(), fc.integer({ min: 1, max: 20 }), (events, workdays) => {
        const reading = read(events);
        const last = events.at(-1) as ClockEvent;
        fc.pre(isCounted(reading) && reading.due !== null && last.on <= reading.due);
        fc.pre(reading.count?.pauses.every((pause) => pause.until !== null) === true);
        const had = (reading.count?.allowance ?? 0) - (reading.count?.rule.figure ?? 0);
        fc.pre(had + workdays <= 20);
        const extension: ClockEvent = { type: 'extended', on: last.on, workdays };
        expect(read([...events, extension]).due).toBe(calendar.addWorkdays(reading.due as LocalDate, workdays));
      }),
      RUNS,
    );
  });

  it('a change of the calendar moves its date only if the changed day lies in what is counted', () => {
    fc.assert(
      fc.property(histories(), fc.integer({ min: -40, max: 160 }), (events, offset) => {
        const changed = addDays((events[0] as ClockEvent).on, offset);
        fc.pre(yearOf(changed) >= 2014 && yearOf(changed) <= 2026);
        const before = rereadClock(REQUEST, events, rules, calendar);
        const after = rereadClock(REQUEST, events, rules, flipped(changed));
        if (!isCounted(before) || before.due === null || after.due === null) return;
        const { start } = before.count as NonNullable<ClockReading['count']>;
        const end = before.due > after.due ? before.due : after.due;
        const isTouched = start < changed && changed <= end;
        if (!isTouched) expect(after.due).toBe(before.due);
        if (before.due !== after.due) expect(after.due > before.due).toBe(calendar.isWorkday(changed));
      }),
      RUNS,
    );
  });

  it('what is on record stays readable under any calendar', () => {
    const weekdays = new WorkdayCalendar([]);
    fc.assert(
      fc.property(histories(), (events) => {
        expect(rereadClock(REQUEST, events, rules, weekdays).steps).toHaveLength(events.length);
        expect(rereadClock(REQUEST, events, rules, calendar)).toEqual(read(events));
      }),
      RUNS,
    );
  });
});

/** Somebody is asked on the day of one event and has answered by that of a later one, or some days after the last. */
function withConsultation(
  events: readonly ClockEvent[],
  first: number,
  second: number,
  days: number,
): readonly ClockEvent[] {
  const from = first % events.length;
  const to = from + (second % (events.length - from));
  const asked = { type: 'consulted', on: (events[from] as ClockEvent).on, key: 'more', whom: 'thirdParty' } as const;
  const last = (events[to] as ClockEvent).on;
  const on = to === events.length - 1 ? addDays(last, days) : last;
  const ended = { type: 'consultationEnded', on, key: 'more' } as const;
  return [...events.slice(0, from + 1), asked, ...events.slice(from + 1, to + 1), ended, ...events.slice(to + 1)];
}

/** The official calendar but for one day, which is off when it was worked and worked when it was off. */
function flipped(date: LocalDate): WorkdayCalendar {
  const kind = calendar.isWorkday(date) ? ('off' as const) : ('work' as const);
  return new WorkdayCalendar(
    officialYears().map((notice) =>
      notice.year === yearOf(date) ? { ...notice, days: [...notice.days, { date, kind, name: '临时调整' }] } : notice,
    ),
  );
}

it('the flipped calendar differs in that one day', () => {
  for (const date of ['2026-02-14', '2026-02-16', '2026-03-03'].map(localDate)) {
    expect(flipped(date).isWorkday(date)).toBe(!calendar.isWorkday(date));
    expect(flipped(date).isWorkday(addDays(date, 1))).toBe(calendar.isWorkday(addDays(date, 1)));
  }
});
