import { addDays, type LocalDate } from '../../../kernel/local-date.ts';
import { dayReason, provisionalText } from '../../../kernel/workday-explanation.ts';
import type { WorkdayCalendar } from '../../../kernel/workdays.ts';
import type { ClockRules } from '../../cases/index.ts';
import type { ProceedingKind } from '../request-facts.ts';
import type { Procedure } from './proceeding-words.ts';

export interface AnswerTerm {
  /** Last day on which our answer and evidence may be handed in. */
  readonly due: LocalDate;
  /** Chinese, each with its basis. */
  readonly sentences: readonly string[];
  /** Every day counted or passed over, from the day after the receipt to the last. */
  readonly days: readonly { readonly date: LocalDate; readonly number: number | null; readonly reason: string }[];
  /** Years whose holiday notice is missing; empty: final. */
  readonly awaitingYears: readonly number[];
}

/**
 * When the answer is due: 10 working days from the copy of the application, 5 in the simple procedure (reconsideration law arts 48, 54, 88), 15
 * days from the copy of the complaint, ending on a working day (litigation law art 67; civil procedure law art 85).
 * @param receivedOn the day on which the copy reached us; it is not counted
 */
export function answerTerm(
  of: { readonly kind: ProceedingKind; readonly procedure: Procedure; readonly receivedOn: LocalDate },
  rules: ClockRules,
  calendar: WorkdayCalendar,
): AnswerTerm {
  const id =
    of.kind !== 'reconsideration'
      ? 'litigation.answer'
      : of.procedure === 'simple'
        ? 'reconsideration.answerSimple'
        : 'reconsideration.answer';
  const rule = rules.on(id, of.receivedOn);
  const inWorkdays = rule.unit === 'workday';
  const last = addDays(of.receivedOn, rule.figure);
  const due = inWorkdays ? calendar.addWorkdays(of.receivedOn, rule.figure) : calendar.nextWorkday(last);
  const copy = of.kind === 'reconsideration' ? '行政复议申请书副本' : '起诉状副本';
  const unit = inWorkdays ? '个工作日' : '日';
  const rolled = !inWorkdays && due !== last ? `期满日 ${last} 为休息日，顺延至其后第一个工作日 ${due}。` : '';
  const awaitingYears = inWorkdays
    ? calendar.awaitingYears(addDays(of.receivedOn, 1), due)
    : calendar.awaitingYears(last, due);
  return {
    due,
    sentences: [
      `${of.receivedOn} 收到${copy}，自次日起 ${rule.figure} ${unit}内${rule.what}，应于 ${due} 前提交。（依据：${rule.basis}）`,
      ...(rolled ? [rolled] : []),
      ...(awaitingYears.length > 0 ? [`${provisionalText(awaitingYears)}。`] : []),
    ],
    days: inWorkdays ? workdays(of.receivedOn, rule.figure, calendar) : days(of.receivedOn, rule.figure, due, calendar),
    awaitingYears,
  };
}

function workdays(start: LocalDate, count: number, calendar: WorkdayCalendar): AnswerTerm['days'] {
  return calendar
    .explain(start, count)
    .days.map((day) => ({ date: day.date, number: day.count, reason: dayReason(day) }));
}

/** Every day counts; those after the last are there because it was no working day. */
function days(start: LocalDate, count: number, due: LocalDate, calendar: WorkdayCalendar): AnswerTerm['days'] {
  return calendar.days(addDays(start, 1), due).map((day, at) => {
    const number = at < count ? at + 1 : null;
    const ends = at === count - 1 && !day.work;
    return { date: day.date, number, reason: ends ? `${dayReason(day)}，期满日顺延` : dayReason(day) };
  });
}
