import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, localDate } from '../../../kernel/local-date.ts';
import { WorkdayCalendar } from '../../../kernel/workdays.ts';
import { OFFICIAL_CALENDAR as calendar } from '../../calendar/calendar.fixtures.ts';
import { ClockRules } from '../../cases/index.ts';
import { answerTerm } from './answer-term.ts';
import { nextDuty, stateOf, urgencyOf } from './proceeding-state.ts';
import type { Fault } from './proceeding-words.ts';
import { type RatedProceeding, yearRates } from './rates.ts';

const rules = new ClockRules();
const term = (
  kind: 'reconsideration' | 'directSuit' | 'suitAfterReconsideration',
  receivedOn: string,
  isSimple = false,
) =>
  answerTerm({ kind, procedure: isSimple ? 'simple' : 'ordinary', receivedOn: localDate(receivedOn) }, rules, calendar);

/** Worked out by hand from the State Council's notices of 2024 to 2026. */
describe('the answer to a reconsideration, 10 working days (arts 48, 88)', () => {
  it.each([
    ['2024-01-02', '2024-01-16', 'an ordinary fortnight'],
    ['2024-01-31', '2024-02-19', '除夕 worked, festival 10 to 17 February, made up on 4 and 18 February'],
    ['2024-04-01', '2024-04-16', '清明 4 to 6 April, made up on 7 April'],
    ['2024-04-26', '2024-05-13', '劳动节 1 to 5 May, made up on 28 April and 11 May'],
    ['2024-09-13', '2024-09-29', '中秋 15 to 17, made up on 14 and 29 September'],
    ['2024-09-27', '2024-10-16', '国庆 1 to 7 October, made up on 29 September and 12 October'],
    ['2025-01-20', '2025-02-08', '春节 28 January to 4 February, made up on 26 January and 8 February'],
    ['2025-04-25', '2025-05-13', '劳动节 1 to 5 May, made up on 27 April'],
    [
      '2025-09-26',
      '2025-10-16',
      'received on a Friday, 28 September worked, holiday 1 to 8 October, 11 October worked',
    ],
    ['2026-02-10', '2026-03-02', '春节 15 to 23 February, made up on 14 and 28 February'],
    ['2026-04-01', '2026-04-16', '清明 4 to 6 April, none made up'],
    ['2026-06-12', '2026-06-29', '端午 19 to 21 June'],
    ['2026-09-18', '2026-10-09', '20 September worked, 25 to 27 September and 1 to 7 October off'],
    ['2026-02-21', '2026-03-06', 'received in the festival'],
  ])('received on %s: due on %s (%s)', (received, due) => {
    expect(term('reconsideration', received).due).toBe(due);
  });
});

describe('the answer in the simple procedure, 5 working days (arts 54, 88)', () => {
  it.each([
    ['2026-03-02', '2026-03-09'],
    ['2026-02-13', '2026-02-27'],
    ['2026-04-30', '2026-05-11'],
    ['2025-09-30', '2025-10-14'],
    ['2026-09-24', '2026-10-09'],
    ['2026-03-07', '2026-03-13'],
  ])('received on %s: due on %s', (received, due) => {
    expect(term('reconsideration', received, true).due).toBe(due);
  });
});

describe('the answer to a suit, 15 days (litigation law art 67)', () => {
  it.each([
    ['2026-03-02', '2026-03-17', 'a Tuesday'],
    ['2026-03-06', '2026-03-23', 'the fifteenth day is a Saturday'],
    ['2026-03-07', '2026-03-23', 'the fifteenth day is a Sunday'],
    ['2026-02-02', '2026-02-24', 'the fifteenth day lies in the festival'],
    ['2026-01-30', '2026-02-14', 'the fifteenth day is a Saturday that is worked'],
    ['2025-09-18', '2025-10-09', 'ends in the national holiday'],
    ['2025-09-13', '2025-09-28', 'ends on a Sunday that is worked'],
    ['2026-04-16', '2026-05-06', 'ends on the first of May'],
  ])('received on %s: due on %s (%s)', (received, due) => {
    expect(term('directSuit', received).due).toBe(due);
    expect(term('suitAfterReconsideration', received, true).due).toBe(due);
  });

  it('says why it moved on', () => {
    expect(term('directSuit', '2025-09-18').sentences).toEqual([
      '2025-09-18 收到起诉状副本，自次日起 15 日内提交行政诉讼答辩状，应于 2025-10-09 前提交。（依据：《行政诉讼法》第六十七条）',
      '期满日 2025-10-03 为休息日，顺延至其后第一个工作日 2025-10-09。',
    ]);
  });
});

describe('every term', () => {
  const any = fc.record({
    kind: fc.constantFrom('reconsideration' as const, 'directSuit' as const, 'suitAfterReconsideration' as const),
    procedure: fc.constantFrom('ordinary' as const, 'simple' as const),
    receivedOn: fc.integer({ min: 0, max: 1000 }).map((days) => addDays(localDate('2024-01-01'), days)),
  });

  it('ends on a working day, is explained day by day, and counts as many as the law says', () => {
    fc.assert(
      fc.property(any, (of) => {
        const { due, days } = answerTerm(of, rules, calendar);
        const figure = of.kind !== 'reconsideration' ? 15 : of.procedure === 'simple' ? 5 : 10;
        expect(calendar.isWorkday(due)).toBe(true);
        expect(days[0]?.date).toBe(addDays(of.receivedOn, 1));
        expect(days.at(-1)?.date).toBe(due);
        expect(days.flatMap(({ number }) => number ?? [])).toEqual(Array.from({ length: figure }, (_, at) => at + 1));
      }),
    );
  });

  it('says that it may still change while a notice is missing', () => {
    const bare = new WorkdayCalendar([]);
    const of = { kind: 'reconsideration', procedure: 'ordinary', receivedOn: localDate('2030-03-01') } as const;
    const { awaitingYears, sentences } = answerTerm(of, rules, bare);
    expect(awaitingYears).toEqual([2030]);
    expect(sentences.at(-1)).toContain('暂定');
  });
});

describe('what comes next', () => {
  const days = { answeredOn: null, heardOn: null, closedOn: null };
  const duties = { ...days, answerDueOn: localDate('2026-03-10'), result: null, rectifyDueOn: null, rectifiedOn: null };
  const day = localDate('2026-03-05');

  it('is the answer, then nothing, then mending what was wrong', () => {
    expect(nextDuty(duties)).toEqual({ what: 'answer', dueOn: '2026-03-10' });
    expect(nextDuty({ ...duties, answeredOn: day })).toBeNull();
    const closed = { ...duties, closedOn: day, result: 'corrected' as const };
    expect(nextDuty(closed)).toBeNull();
    expect(nextDuty({ ...closed, rectifyDueOn: localDate('2026-04-01') })).toEqual({
      what: 'rectify',
      dueOn: '2026-04-01',
    });
    expect(nextDuty({ ...closed, rectifyDueOn: localDate('2026-04-01'), rectifiedOn: day })).toBeNull();
  });

  it.each([
    [{}, 'received'],
    [{ answeredOn: day }, 'answered'],
    [{ heardOn: day }, 'heard'],
    [{ answeredOn: day, heardOn: day }, 'heard'],
    [{ closedOn: day }, 'closed'],
  ])('the state of %j is %s', (more, state) => {
    expect(stateOf({ ...days, ...more })).toBe(state);
  });

  it.each([
    ['2026-03-09', 'later'],
    ['2026-03-10', 'later'],
    ['2026-03-11', 'soon'],
    ['2026-03-12', 'soon'],
    ['2026-03-13', 'today'],
    ['2026-03-14', 'late'],
  ])('on %s a duty of 13 March is %s', (today, urgency) => {
    expect(urgencyOf(localDate('2026-03-13'), localDate(today), calendar)).toBe(urgency);
  });
});

describe('rates of correction and of lost suits (LIT-3, LIT-C1)', () => {
  let at = 0;
  const one = (
    unitId: string,
    kind: RatedProceeding['kind'],
    year: number | null,
    result: RatedProceeding['result'],
    fault: Fault | null = null,
  ): RatedProceeding => {
    at += 1;
    return {
      id: `p${at}`,
      unitId,
      kind,
      closedOn: year === null ? null : localDate(`${year}-06-0${(at % 9) + 1}`),
      result,
      fault,
    };
  };
  const all = [
    one('a', 'reconsideration', 2026, 'corrected', 'search'),
    one('a', 'reconsideration', 2026, 'upheld'),
    one('b', 'reconsideration', 2026, 'other'),
    one('b', 'reconsideration', 2026, 'corrected', 'search'),
    one('a', 'reconsideration', 2025, 'corrected', 'law'),
    one('a', 'directSuit', 2026, 'upheld'),
    one('b', 'suitAfterReconsideration', 2026, 'corrected', 'procedure'),
    one('b', 'reconsideration', null, null),
    one('c', 'reconsideration', 2024, 'corrected', 'law'),
  ];
  const rates = yearRates(all, 2026);

  it('count what was closed in the year, other results among it, nothing that is open', () => {
    expect(rates.corrections.year).toEqual({ closed: 4, corrected: 2, rate: 0.5, correctedIds: ['p1', 'p4'] });
    expect(rates.losses.year).toEqual({ closed: 2, corrected: 1, rate: 0.5, correctedIds: ['p7'] });
  });

  it('stand beside the year before', () => {
    expect(rates.corrections).toMatchObject({ before: { closed: 1, rate: 1 }, isNotHigher: true });
    expect(rates.losses).toMatchObject({ before: { closed: 0, rate: null }, isNotHigher: null });
  });

  it('of units are those that had something closed', () => {
    expect(rates.byUnit.map(({ unitId }) => unitId)).toEqual(['a', 'b']);
    expect(rates.byUnit[0]).toMatchObject({
      corrections: { year: { closed: 2, corrected: 1 }, before: { corrected: 1 } },
    });
  });

  it('of causes say which was most frequent, with the records behind', () => {
    expect(rates.byFault).toEqual([
      { fault: 'search', count: 2, before: 0, ids: ['p1', 'p4'] },
      { fault: 'procedure', count: 1, before: 0, ids: ['p7'] },
    ]);
  });

  it('of a year without any are none, not nought', () => {
    expect(yearRates([], 2026).corrections).toMatchObject({ year: { closed: 0, rate: null }, isNotHigher: null });
  });
});
