import { AppError } from '../../../kernel/app-error.ts';
import { addDays, type LocalDate } from '../../../kernel/local-date.ts';
import type { WorkdayCalendar } from '../../../kernel/workdays.ts';
import type { ClockEvent } from './clock-event.ts';
import type { ClockReading, ClockState, ClockStep, ClockTerms, Count, Pause } from './clock-reading.ts';
import type { ClockRule, ClockRuleId, ClockRules } from './clock-rules.ts';
import { stepText } from './clock-words.ts';

export type { ClockReading, ClockState, ClockStep, ClockTerms, Count, Pause } from './clock-reading.ts';

interface Standing {
  readonly receivedOn: LocalDate | null;
  readonly count: Count | null;
  /** What the applicant has to do before the count begins anew. */
  readonly stoppedFor: 'correction' | 'fee' | null;
  readonly extended: number;
  readonly wasAskedToCorrect: boolean;
  readonly answeredOn: LocalDate | null;
  readonly isOnTime: boolean | null;
}

const NOTHING: Standing = {
  receivedOn: null,
  count: null,
  stoppedFor: null,
  extended: 0,
  wasAskedToCorrect: false,
  answeredOn: null,
  isOnTime: null,
};

/**
 * The due day of a case, replayed from its events. Day 1 is the first working day after the receipt (civil procedure law art 85); the same
 * events, rules and calendar give the same reading.
 *
 * @param recorded how many of the events, from the first, are on record: see `rereadClock`; the others are about to be recorded and must be possible
 * @throws AppError `clock-order` when an event lies before the one it follows, `clock-event-impossible` when it cannot happen then
 */
export function readClock(
  terms: ClockTerms,
  events: readonly ClockEvent[],
  rules: ClockRules,
  calendar: WorkdayCalendar,
  recorded = 0,
): ClockReading {
  return replay(events, { terms, rules, calendar }, recorded);
}

/**
 * The same for events that are on record, after a change of calendar or rules: what was in time and within the figures when it was recorded
 * keeps its effect, so that no notice that comes later can make a case unreadable.
 */
export function rereadClock(
  terms: ClockTerms,
  events: readonly ClockEvent[],
  rules: ClockRules,
  calendar: WorkdayCalendar,
): ClockReading {
  return replay(events, { terms, rules, calendar }, events.length);
}

interface Ground {
  readonly terms: ClockTerms;
  readonly rules: ClockRules;
  readonly calendar: WorkdayCalendar;
}

function replay(events: readonly ClockEvent[], ground: Ground, recorded: number): ClockReading {
  const steps: ClockStep[] = [];
  let standing = NOTHING;
  let due: LocalDate | null = null;
  let last: ClockEvent | undefined;
  for (const [index, event] of events.entries()) {
    if (last && event.on < last.on) throw disorder(last, event);
    const before: LocalDate | null = due;
    const next = after(standing, event, { ...ground, due, isKept: index < recorded });
    due = next.answeredOn ? before : dueOf(next, ground.calendar);
    const cited = basisOf(event, next, ground);
    steps.push({
      on: event.on,
      type: event.type,
      says: stepText(event, next.count, next.answeredOn ? null : due),
      basis: cited,
      dueBefore: before,
      dueAfter: due,
    });
    standing = next;
    last = event;
  }
  const { count, answeredOn, isOnTime } = standing;
  return { state: stateOf(standing, due), due, count, steps, answeredOn, isOnTime };
}

/** Paused only while it moves the day: a term that was over before anybody was asked, or set from outside, goes on and can be late. */
function stateOf({ count, stoppedFor, answeredOn }: Standing, due: LocalDate | null): ClockState {
  if (answeredOn) return 'answered';
  if (!count || stoppedFor) return 'stopped';
  return due ? 'running' : 'paused';
}

/** @returns null while nobody can say */
function dueOf({ stoppedFor, count }: Standing, calendar: WorkdayCalendar): LocalDate | null {
  return !count || stoppedFor ? null : endOf(count, calendar);
}

/**
 * The day on which the count is full; null when an open pause came before it was. Terms in calendar days, and days that were set by ourselves,
 * end on a working day (civil procedure law art 85).
 */
export function endOf(count: Count, calendar: WorkdayCalendar): LocalDate | null {
  if (count.fixed) return count.fixed;
  if (count.delayedUntil) return calendar.nextWorkday(count.delayedUntil);
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

interface Around extends Ground {
  /** As it stands before the event. */
  readonly due: LocalDate | null;
  /** The event is on record already. */
  readonly isKept: boolean;
}

function after(standing: Standing, event: ClockEvent, around: Around): Standing {
  if (event.type === 'received') return begun(standing, event.on, around);
  const { count, receivedOn } = standing;
  if (!count || !receivedOn) throw impossible('还没有收到日期，不能登记其他期限事项。');
  return moved({ ...standing, count, receivedOn }, event, around);
}

function begun(standing: Standing, on: LocalDate, { terms, rules }: Around): Standing {
  if (standing.count) throw impossible('收到日期已经登记过。');
  const rule = rules.on(terms.reply, on);
  const count: Count = { start: on, rule, allowance: rule.figure, pauses: [], fixed: null, delayedUntil: null };
  return { ...NOTHING, receivedOn: on, count };
}

type Begun = Standing & { readonly count: Count; readonly receivedOn: LocalDate };

function moved(standing: Begun, event: Exclude<ClockEvent, { type: 'received' }>, around: Around): Standing {
  const { count, stoppedFor } = standing;
  switch (event.type) {
    case 'transferred':
      return standing;
    case 'classified':
      return classified(counting(standing), around.rules.on(event.rule as ClockRuleId, standing.receivedOn));
    case 'given':
      return { ...counting(standing), count: { ...count, fixed: event.due, delayedUntil: null } };
    case 'correctionNoticed':
      if (standing.wasAskedToCorrect) throw impossible('补正只能一次性告知，不能再次要求补正。');
      return { ...inTime(standing, event.on, around), stoppedFor: 'correction', wasAskedToCorrect: true };
    case 'feeNoticed':
      return { ...inTime(standing, event.on, around), stoppedFor: 'fee' };
    case 'corrected':
      if (stoppedFor !== 'correction') throw impossible('期限没有中止等待补正，不能重新起算。');
      return restarted(open(standing), event.on);
    case 'feePaid':
      if (stoppedFor !== 'fee') throw impossible('期限没有中止等待缴费，不能重新起算。');
      return restarted(open(standing), event.on);
    case 'reopened':
      return reopened(standing, event.on);
    case 'consulted':
      return paused(open(standing), event);
    case 'consultationEnded':
      return resumed(standing, event);
    case 'extended':
      return extended(inTime(standing, event.on, around), event.workdays, around);
    case 'delayed':
      return delayed(inTime(standing, event.on, around), event.until);
    case 'answered':
      return answered(open(standing), event.on, around.due);
  }
}

function open(standing: Begun): Begun {
  if (standing.answeredOn) throw impossible('已经答复，不能进行这一步。');
  return standing;
}

function counting(standing: Begun): Begun {
  if (standing.stoppedFor) throw impossible('期限已经中止，不能进行这一步。');
  return open(standing);
}

/** What is over stays over: nothing can stop or lengthen it any more. */
function inTime(standing: Begun, on: LocalDate, { due, isKept }: Around): Begun {
  const begun = counting(standing);
  if (due !== null && on > due && !isKept) throw impossible(`期限已于 ${due} 届满，不能再中止或者延长。`);
  return begun;
}

/** The figure that fits holds from the receipt; what was extended stays. */
function classified(standing: Begun, rule: ClockRule): Standing {
  return { ...standing, count: { ...standing.count, rule, allowance: rule.figure + standing.extended } };
}

/** Whoever is still being asked, is so in the new count as well. */
function restarted(standing: Begun, on: LocalDate): Standing {
  const pauses = standing.count.pauses.filter((pause) => pause.until === null);
  return { ...standing, stoppedFor: null, extended: 0, count: { ...anew(standing.count, on), pauses } };
}

function reopened(standing: Begun, on: LocalDate): Standing {
  if (!standing.answeredOn) throw impossible('尚未答复，不能重新办理。');
  const count = anew(standing.count, on);
  return { ...standing, stoppedFor: null, extended: 0, answeredOn: null, isOnTime: null, count };
}

function anew(count: Count, start: LocalDate): Count {
  return { start, rule: count.rule, allowance: count.rule.figure, pauses: [], fixed: null, delayedUntil: null };
}

function paused(standing: Begun, event: Extract<ClockEvent, { type: 'consulted' }>): Standing {
  const { count } = standing;
  if (count.pauses.some((pause) => pause.key === event.key)) throw impossible('这次征求意见已经登记过。');
  const pause: Pause = { key: event.key, whom: event.whom, after: event.on, until: null };
  return { ...standing, count: { ...count, pauses: [...count.pauses, pause] } };
}

/** May come in after the answer: it is kept, and changes nothing. */
function resumed(standing: Begun, event: Extract<ClockEvent, { type: 'consultationEnded' }>): Standing {
  const { count } = standing;
  if (!count.pauses.some((pause) => pause.key === event.key && pause.until === null)) {
    throw impossible('没有正在进行的这次征求意见。');
  }
  const pauses = count.pauses.map((pause) => (pause.key === event.key ? { ...pause, until: event.on } : pause));
  return { ...standing, count: { ...count, pauses } };
}

/** Never more in all than the law gives. */
function extended(standing: Begun, workdays: number, { terms, rules, isKept }: Around): Standing {
  const { count } = standing;
  if (!terms.extension) throw impossible('这类来件的办理期限不能延长。');
  if (count.fixed || count.delayedUntil)
    throw impossible('办理期限已经另行确定，不能延长；确需改期的，请登记新的期限。');
  const most = rules.on(terms.extension, standing.receivedOn);
  const total = standing.extended + workdays;
  if (total > most.figure && !isKept)
    throw impossible(`延长期限合计不得超过 ${most.figure} 个工作日（${most.basis}）。`);
  return { ...standing, extended: total, count: { ...count, allowance: count.rule.figure + total } };
}

function delayed(standing: Begun, until: LocalDate): Standing {
  return { ...standing, count: { ...standing.count, fixed: null, delayedUntil: until } };
}

function answered(standing: Begun, on: LocalDate, due: LocalDate | null): Standing {
  return { ...standing, answeredOn: on, isOnTime: due === null || on <= due };
}

function basisOf(event: ClockEvent, { count, receivedOn }: Standing, { terms, rules }: Ground): string | null {
  if (!count || !receivedOn) return null;
  const cited = (id: ClockRuleId) => rules.on(id, receivedOn).basis;
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
