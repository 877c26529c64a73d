import { describe, expect, it } from 'vitest';
import type { LocalDate } from '../../../kernel/local-date.ts';
import { WorkdayCalendar } from '../../../kernel/workdays.ts';
import { OFFICIAL_CALENDAR as calendar, officialYears } from '../../calendar/calendar.fixtures.ts';
import { readClock } from './clock.ts';
import type { ClockEvent } from './clock-event.ts';
import { ClockRules } from './clock-rules.ts';
import { explainDue } from './explain-due.ts';
import { sideTerms } from './side-terms.ts';

const rules = new ClockRules();
const REQUEST = { reply: 'request.reply', extension: 'request.extension' } as const;
const ENQUIRY = { reply: 'message.enquiry' } as const;

const day = (text: string) => text as LocalDate;
const received = (on: string): ClockEvent => ({ type: 'received', on: day(on) });
const read = (...events: ClockEvent[]) => readClock(REQUEST, events, rules, calendar);

describe('the reply term (FOI-3)', () => {
  it('begins on the working day after the receipt (civil procedure law art 85)', () => {
    expect(read(received('2025-09-15')).due).toBe('2025-10-17');
    expect(read(received('2025-10-03')).due).toBe('2025-11-04');
  });

  it('of an enquiry is five working days, of a simple question one (MSG-4)', () => {
    const enquiry = [received('2026-04-30')];
    expect(readClock(ENQUIRY, enquiry, rules, calendar).due).toBe('2026-05-11');
    const simple: ClockEvent = { type: 'classified', on: day('2026-04-30'), rule: 'message.simple' };
    expect(readClock(ENQUIRY, [...enquiry, simple], rules, calendar).due).toBe('2026-05-06');
  });

  it('of an answer to a reconsideration is ten working days, five in the simple procedure (LIT-1)', () => {
    const answer = (reply: 'reconsideration.answer' | 'reconsideration.answerSimple') =>
      readClock({ reply }, [received('2026-04-01')], rules, calendar).due;
    expect(answer('reconsideration.answer')).toBe('2026-04-16');
    expect(answer('reconsideration.answerSimple')).toBe('2026-04-09');
  });

  it('goes on when another unit takes over (MSG-5)', () => {
    const transferred: ClockEvent = { type: 'transferred', on: day('2026-05-08'), from: '区教育局', to: '区民政局' };
    const reading = readClock(ENQUIRY, [received('2026-04-30'), transferred], rules, calendar);
    expect(reading.due).toBe('2026-05-11');
    expect(reading.steps[1]?.says).toContain('期限连续计算');
  });

  it('is extended once or more, by twenty working days in all (art 33)', () => {
    const extend = (workdays: number): ClockEvent => ({ type: 'extended', on: day('2025-10-10'), workdays });
    expect(read(received('2025-09-15'), extend(20)).due).toBe('2025-11-14');
    expect(read(received('2025-09-15'), extend(12), extend(8)).due).toBe('2025-11-14');
    expect(() => read(received('2025-09-15'), extend(12), extend(9))).toThrow('不得超过 20 个工作日');
  });

  it('keeps an extension that was in time when it was recorded, whatever notice comes later', () => {
    // Without the days off of early October the term ends on the 10th, before it was extended.
    const busier = new WorkdayCalendar(
      officialYears().map((year) => ({
        ...year,
        days: year.days.filter(({ date }) => !/^2025-10-0[1-8]$/.test(date)),
      })),
    );
    const events: ClockEvent[] = [received('2025-09-15'), { type: 'extended', on: day('2025-10-15'), workdays: 5 }];
    expect(() => readClock(REQUEST, events, rules, busier)).toThrow('届满');
    expect(readClock(REQUEST, events, rules, busier, events.length).due).toBe('2025-10-16');
    const late: ClockEvent = { type: 'extended', on: day('2025-10-20'), workdays: 5 };
    expect(() => readClock(REQUEST, [...events, late], rules, busier, events.length)).toThrow('届满');
  });

  it('cannot be extended once it is over', () => {
    const late: ClockEvent = { type: 'extended', on: day('2025-10-20'), workdays: 5 };
    expect(() => read(received('2025-09-15'), late)).toThrow('期限已于 2025-10-17 届满');
  });

  it('stops with the notice of correction and begins anew with the corrected request, once (art 30)', () => {
    const noticed: ClockEvent = { type: 'correctionNoticed', on: day('2026-04-08'), until: day('2026-04-22') };
    const stopped = read(received('2026-04-01'), noticed);
    expect(stopped).toMatchObject({ state: 'stopped', due: null });
    const corrected: ClockEvent = { type: 'corrected', on: day('2026-04-20') };
    expect(read(received('2026-04-01'), noticed, corrected)).toMatchObject({ state: 'running', due: '2026-05-20' });
    expect(() => read(received('2026-04-01'), noticed, corrected, { ...noticed, on: day('2026-04-21') })).toThrow(
      '一次性告知',
    );
  });

  it('does not count the days for which others were asked, even inside the extension (art 33)', () => {
    const events: ClockEvent[] = [
      received('2026-04-01'),
      { type: 'extended', on: day('2026-04-20'), workdays: 10 },
      { type: 'consulted', on: day('2026-05-06'), key: 'a', whom: 'thirdParty' },
    ];
    expect(read(...events)).toMatchObject({ state: 'paused', due: null });
    const plain = read(...events.slice(0, 2)).due;
    expect(plain).toBe('2026-05-18');
    // 7, 8, 9 (made up), 11 and 12 May are not counted.
    expect(read(...events, { type: 'consultationEnded', on: day('2026-05-12'), key: 'a' }).due).toBe('2026-05-25');
  });

  it('counts a day that two consultations share only once', () => {
    const both: ClockEvent[] = [
      received('2026-04-01'),
      { type: 'consulted', on: day('2026-04-08'), key: 'a', whom: 'thirdParty' },
      { type: 'consulted', on: day('2026-04-10'), key: 'b', whom: 'jointAgency' },
      { type: 'consultationEnded', on: day('2026-04-14'), key: 'a' },
    ];
    expect(read(...both).state).toBe('paused');
    const one: ClockEvent[] = [
      received('2026-04-01'),
      { type: 'consulted', on: day('2026-04-08'), key: 'a', whom: 'thirdParty' },
      { type: 'consultationEnded', on: day('2026-04-16'), key: 'a' },
    ];
    expect(read(...both, { type: 'consultationEnded', on: day('2026-04-16'), key: 'b' }).due).toBe(read(...one).due);
  });

  it('stays over when somebody is asked after it was', () => {
    const late: ClockEvent = { type: 'consulted', on: day('2025-10-20'), key: 'a', whom: 'thirdParty' };
    expect(read(received('2025-09-15'), late).due).toBe('2025-10-17');
  });

  it('is what the law said on the day of receipt', () => {
    const stricter = new ClockRules([
      {
        id: 'message.enquiry',
        what: '答复',
        figure: 5,
        unit: 'workday',
        basis: '旧',
        validFrom: day('2022-01-01'),
        validTo: null,
      },
      {
        id: 'message.enquiry',
        what: '答复',
        figure: 3,
        unit: 'workday',
        basis: '新',
        validFrom: day('2026-04-20'),
        validTo: null,
      },
    ]);
    expect(readClock(ENQUIRY, [received('2026-04-17')], stricter, calendar).due).toBe('2026-04-24');
    expect(readClock(ENQUIRY, [received('2026-04-20')], stricter, calendar).due).toBe('2026-04-23');
  });

  it('is judged by the day of the answer', () => {
    const answer = (on: string): ClockEvent => ({ type: 'answered', on: day(on) });
    expect(read(received('2025-09-15'), answer('2025-10-17')).isOnTime).toBe(true);
    expect(read(received('2025-09-15'), answer('2025-10-20'))).toMatchObject({ isOnTime: false, due: '2025-10-17' });
  });

  it('refuses what lies before, and what cannot be', () => {
    expect(() => read(received('2026-04-01'), { type: 'corrected', on: day('2026-03-01') })).toThrow('早于上一步');
    expect(() => read({ type: 'answered', on: day('2026-04-01') })).toThrow('还没有收到日期');
    expect(() => read(received('2026-04-01'), { type: 'corrected', on: day('2026-04-02') })).toThrow('没有中止');
  });
});

describe('the explanation', () => {
  it('names every day and sums to the date', () => {
    const explanation = explainDue(read(received('2025-09-15')), calendar);
    expect(explanation.days.filter((one) => one.number !== null)).toHaveLength(20);
    expect(explanation.days.at(-1)).toEqual({ date: '2025-10-17', number: 20, reason: '工作日' });
    expect(explanation.days.find((one) => one.date === '2025-10-01')).toMatchObject({ number: null });
    expect(explanation.days.find((one) => one.date === '2025-10-11')).toMatchObject({ number: 15 });
    expect(explanation.sentences[0]).toBe(
      '2025-09-15 收到，自次日起计算 20 个工作日，应于 2025-10-17 前办结。（依据：《政府信息公开条例》第三十三条第二款）',
    );
  });

  it('says that a year without notice may still change it', () => {
    const explanation = explainDue(read(received('2026-12-15')), calendar);
    expect(explanation.awaitingYears).toEqual([2027]);
    expect(explanation.sentences.at(-1)).toContain('2027 年放假安排的通知尚未导入');
  });
});

describe('terms beside it', () => {
  it('run for the notice of correction, for the applicant and for those who are asked (arts 30, 32, 34)', () => {
    const terms = sideTerms(
      [
        received('2026-02-10'),
        { type: 'correctionNoticed', on: day('2026-02-25'), until: day('2026-03-11') },
        { type: 'corrected', on: day('2026-03-10') },
        { type: 'consulted', on: day('2026-03-11'), key: 'a', whom: 'jointAgency', receivedOn: day('2026-03-12') },
      ],
      rules,
      calendar,
    );
    expect(terms.map(({ what, due, endedOn }) => [what, due, endedOn])).toEqual([
      ['告知补正', '2026-02-26', '2026-02-25'],
      ['申请人补正', '2026-03-11', '2026-03-10'],
      ['共同制作机关提出意见', '2026-04-02', null],
    ]);
    expect(terms[2]?.afterwards).toBe('逾期未提出意见的，视为同意公开。');
  });
});
