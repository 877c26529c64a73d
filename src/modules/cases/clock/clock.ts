import { AppError } from '../../../kernel/app-error.ts';
import { addDays, type LocalDate } from '../../../kernel/local-date.ts';
import type { WorkdayCalendar } from '../../../kernel/workdays.ts';
import type { ClockEvent } from './clock-event.ts';
import type { ClockReading, ClockState, ClockStep, ClockTerms, Count, Pause } from './clock-reading.ts';
import type { ClockRule, ClockRuleId, ClockRules } from './clock-rules.ts';
import { stepText } from './clock-words.ts';

export type { ClockReading, ClockState, ClockStep, ClockTerms, Count, Pause } from './clock-reading.ts';

interface Standing {
  readonly count: Count | null;
  readonly state: ClockState;
  readonly extended: number;
  readonly wasAskedToCorrect: boolean;
  readonly answeredOn: LocalDate | null;
  readonly isOnTime: boolean | null;
}

const NOTHING: Standing = {
  count: null,
  state: 'stopped',
  extended: 0,
  wasAskedToCorrect: false,
  answeredOn: null,
  isOnTime: null,
};

/**
 * The due day of a case, replayed from its events, so that a change of calendar or rule reckons every date anew. Day 1 is the first working
 * day after the receipt (civil procedure law art 85); the same events, rules and calendar give the same reading.
 *
 * @throws AppError `clock-order` when an event lies before the one it follows, `clock-event-impossible` when it cannot happen then
 */
export function readClock(
  terms: ClockTerms,
  events: readonly ClockEvent[],
  rules: ClockRules,
  calendar: WorkdayCalendar,
): ClockReading {
  const steps: ClockStep[] = [];
  let standing = NOTHING;
  let due: LocalDate | null = null;
  let last: ClockEvent | undefined;
  for (const event of events) {
    if (last && event.on < last.on) throw disorder(last, event);
    const before: LocalDate | null = due;
    const next = after(standing, event, { terms, rules, due });
    due = next.state === 'answered' ? before : dueOf(next, calendar);
    const cited = basisOf(event, next, { terms, rules });
    steps.push({
      on: event.on,
      type: event.type,
      says: stepText(event, next.count, due),
      basis: cited,
      dueBefore: before,
      dueAfter: due,
    });
    standing = next;
    last = event;
  }
  const { state, count, answeredOn, isOnTime } = standing;
  return { state, due, count, steps, answeredOn, isOnTime };
}

/** @returns null while nobody can say */
function dueOf({ state, count }: Standing, calendar: WorkdayCalendar): LocalDate | null {
  return !count || state === 'stopped' ? null : endOf(count, calendar);
}

/** The day on which the count is full; null when an open pause came before it was. Terms in calendar days end on a working day. */
export function endOf(count: Count, calendar: WorkdayCalendar): LocalDate | null {
  if (count.fixed) return count.fixed;
  const open = count.pauses.filter((pause) => pause.until === null);
  let day = count.start;
  for (let counted = 0; counted < count.allowance; ) {
    day = addDays(day, 1);
    if (open.some((pause) => pause.after < day)) return null;
    if (counts(count, day, calendar)) counted += 1;
  }
  return count.rule.unit === 'day' ? calendar.nextWorkday(day) : day;
}

/** Whether this day uses up one of the term. */
export function counts(count: Count, day: LocalDate, calendar: WorkdayCalendar): boolean {
  return !pauseOn(count, day) && (count.rule.unit === 'day' || calendar.isWorkday(day));
}

export function pauseOn(count: Count, day: LocalDate): Pause | undefined {
  return count.pauses.find((pause) => pause.after < day && (pause.until === null || day <= pause.until));
}

interface Around {
  readonly terms: ClockTerms;
  readonly rules: ClockRules;
  /** As it stands before the event. */
  readonly due: LocalDate | null;
}

function after(standing: Standing, event: ClockEvent, around: Around): Standing {
  if (event.type === 'received') return begun(standing, event.on, around);
  if (!standing.count) throw impossible('还没有收到日期，不能登记其他期限事项。');
  return moved({ ...standing, count: standing.count }, event, around);
}

function begun(standing: Standing, on: LocalDate, { terms, rules }: Around): Standing {
  if (standing.count) throw impossible('收到日期已经登记过。');
  const rule = rules.on(terms.reply, on);
  const count: Count = { start: on, rule, allowance: rule.figure, pauses: [], fixed: null };
  return { ...NOTHING, count, state: 'running' };
}

type Begun = Standing & { readonly count: Count };

function moved(standing: Begun, event: Exclude<ClockEvent, { type: 'received' }>, around: Around): Standing {
  const { count, state } = standing;
  switch (event.type) {
    case 'transferred':
      return standing;
    case 'classified':
      return classified(running(standing), around.rules.on(event.rule as ClockRuleId, count.start));
    case 'given':
      return { ...running(standing), count: { ...count, fixed: event.due } };
    case 'correctionNoticed':
      if (standing.wasAskedToCorrect) throw impossible('补正只能一次性告知，不能再次要求补正。');
      return { ...running(standing), state: 'stopped', wasAskedToCorrect: true };
    case 'feeNoticed':
      return { ...running(standing), state: 'stopped' };
    case 'corrected':
    case 'feePaid':
      if (state !== 'stopped') throw impossible('期限没有中止，不能重新起算。');
      return { ...standing, state: 'running', extended: 0, count: anew(count, event.on) };
    case 'reopened':
      if (state !== 'answered') throw impossible('尚未答复，不能重新办理。');
      return {
        ...standing,
        state: 'running',
        extended: 0,
        answeredOn: null,
        isOnTime: null,
        count: anew(count, event.on),
      };
    case 'consulted':
      return paused(standing, event);
    case 'consultationEnded':
      return resumed(standing, event);
    case 'extended':
      return extended(state === 'paused' ? standing : running(standing), event, around);
    case 'delayed':
      return delayed(running(standing), event.until);
    case 'answered':
      return answered(standing, event.on, around.due);
  }
}

function running(standing: Begun): Begun {
  if (standing.state === 'running') return standing;
  const why = { paused: '正在征求意见', stopped: '期限已经中止', answered: '已经答复' }[standing.state];
  throw impossible(`${why}，不能进行这一步。`);
}

/** The figure that fits holds from the receipt; what was extended stays. */
function classified(standing: Begun, rule: ClockRule): Standing {
  return { ...standing, count: { ...standing.count, rule, allowance: rule.figure + standing.extended } };
}

function anew(count: Count, start: LocalDate): Count {
  return { start, rule: count.rule, allowance: count.rule.figure, pauses: [], fixed: null };
}

function paused(standing: Begun, event: Extract<ClockEvent, { type: 'consulted' }>): Standing {
  if (standing.state !== 'paused') running(standing);
  const { count } = standing;
  if (count.pauses.some((pause) => pause.key === event.key)) throw impossible('这次征求意见已经登记过。');
  const pause: Pause = { key: event.key, whom: event.whom, after: event.on, until: null };
  return { ...standing, state: 'paused', count: { ...count, pauses: [...count.pauses, pause] } };
}

function resumed(standing: Begun, event: Extract<ClockEvent, { type: 'consultationEnded' }>): Standing {
  const { count } = standing;
  if (!count.pauses.some((pause) => pause.key === event.key && pause.until === null)) {
    throw impossible('没有正在进行的这次征求意见。');
  }
  const pauses = count.pauses.map((pause) => (pause.key === event.key ? { ...pause, until: event.on } : pause));
  const state = pauses.some((pause) => pause.until === null) ? 'paused' : 'running';
  return { ...standing, state, count: { ...count, pauses } };
}

/** Only before the term is over, and never more in all than the law gives. */
function extended(
  standing: Begun,
  event: Extract<ClockEvent, { type: 'extended' }>,
  { terms, rules, due }: Around,
): Standing {
  const { count } = standing;
  if (!terms.extension) throw impossible('这类来件的办理期限不能延长。');
  if (due !== null && event.on > due) throw impossible(`期限已于 ${due} 届满，不能再延长。`);
  const most = rules.on(terms.extension, count.start);
  const total = standing.extended + event.workdays;
  if (total > most.figure) throw impossible(`延长期限合计不得超过 ${most.figure} 个工作日（${most.basis}）。`);
  return { ...standing, extended: total, count: { ...count, allowance: count.rule.figure + total } };
}

function delayed(standing: Begun, until: LocalDate): Standing {
  return { ...standing, count: { ...standing.count, fixed: until } };
}

function answered(standing: Begun, on: LocalDate, due: LocalDate | null): Standing {
  if (standing.state === 'answered') throw impossible('已经答复。');
  return { ...standing, state: 'answered', answeredOn: on, isOnTime: due === null || on <= due };
}

function basisOf(event: ClockEvent, { count }: Standing, { terms, rules }: Omit<Around, 'due'>): string | null {
  if (!count) return null;
  const cited = (id: ClockRuleId) => rules.on(id, count.start).basis;
  switch (event.type) {
    case 'received':
    case 'classified':
    case 'reopened':
      return count.rule.basis;
    case 'extended':
      return terms.extension ? cited(terms.extension) : null;
    case 'correctionNoticed':
    case 'corrected':
      return cited('request.correctionNotice');
    case 'consulted':
      return cited(event.whom === 'thirdParty' ? 'request.thirdParty' : 'request.jointAgency');
    case 'consultationEnded':
      return '《政府信息公开条例》第三十三条第三款';
    case 'feeNoticed':
    case 'feePaid':
      return cited('request.feePayment');
    case 'delayed':
      return '《政府信息公开条例》第三十五条';
    case 'transferred':
    case 'given':
    case 'answered':
      return null;
  }
}

function impossible(sentence: string): AppError {
  return new AppError('clock-event-impossible', 409, sentence);
}

function disorder(before: ClockEvent, event: ClockEvent): AppError {
  return new AppError('clock-order', 400, `日期 ${event.on} 早于上一步的 ${before.on}，请核对后重新填写。`);
}
