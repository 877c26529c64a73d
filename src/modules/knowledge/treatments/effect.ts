import { type LocalDate, localDateOf, monthOf, yearOf } from '../../../kernel/local-date.ts';
import type { MonthPhase } from './treatment-words.ts';

/** Months shown and months compared on each side at most. */
const MOST_SHOWN = 24;
const MOST_COMPARED = 6;

export interface MonthCount {
  /** YYYY-MM. */
  readonly month: string;
  readonly received: number;
  /** Null: no day of effect is known yet. */
  readonly phase: MonthPhase | null;
  /** Whether it stands in one of the two averages. */
  readonly isCompared: boolean;
}

export interface SideAverage {
  readonly from: string;
  readonly to: string;
  readonly months: number;
  readonly received: number;
  /** Rounded to one decimal. */
  readonly average: number;
}

export interface Effect {
  readonly months: readonly MonthCount[];
  /** Null: not known, there is no whole month on that side. */
  readonly before: SideAverage | null;
  readonly after: SideAverage | null;
  /** Whole percent by which the average fell, negative when it rose; null: cannot be told. */
  readonly fallPercent: number | null;
  /** Chinese sentence: what is compared with what. */
  readonly sentence: string;
}

/**
 * How many cases of a kind came in month by month, and whether fewer do since the measure took effect (MSG-15). Whole months of the official
 * calendar are compared: the month in which the measure took effect counts for neither side, nor does the present month, which is not over. At most six on each
 * side, those before not earlier than the first case.
 */
export function effectOf(receivedOn: readonly LocalDate[], effectiveOn: LocalDate | null, today: LocalDate): Effect {
  const counts = new Map<string, number>();
  for (const day of receivedOn) counts.set(day.slice(0, 7), (counts.get(day.slice(0, 7)) ?? 0) + 1);
  const present = today.slice(0, 7);
  const turn = effectiveOn === null ? null : effectiveOn.slice(0, 7);
  const first = [...counts.keys(), turn ?? present].reduce((least, month) => (month < least ? month : least));
  const all = monthsBetween(first, present).map((month) => ({
    month,
    received: counts.get(month) ?? 0,
    phase: effectiveOn === null ? null : phaseOf(month, effectiveOn),
  }));
  const before = all.filter(({ phase }) => phase === 'before').slice(-MOST_COMPARED);
  const after = all.filter(({ phase, month }) => phase === 'after' && month < present).slice(-MOST_COMPARED);
  const compared = new Set([...before, ...after].map(({ month }) => month));
  const sides = { before: averageOf(before), after: averageOf(after) };
  const fallPercent = fallOf(sides.before, sides.after);
  return {
    months: all.slice(-MOST_SHOWN).map((one) => ({ ...one, isCompared: compared.has(one.month) })),
    ...sides,
    fallPercent,
    sentence: sentenceOf(effectiveOn, sides, fallPercent),
  };
}

/** A month that begins with the day of effect lies wholly after it. */
function phaseOf(month: string, effectiveOn: LocalDate): MonthPhase {
  if (month === effectiveOn.slice(0, 7)) return effectiveOn.endsWith('-01') ? 'after' : 'turn';
  return month < effectiveOn ? 'before' : 'after';
}

function averageOf(months: readonly { readonly month: string; readonly received: number }[]): SideAverage | null {
  const [first, last] = [months[0], months.at(-1)];
  if (!first || !last) return null;
  const received = months.reduce((sum, one) => sum + one.received, 0);
  const average = Math.round((received / months.length) * 10) / 10;
  return { from: first.month, to: last.month, months: months.length, received, average };
}

function fallOf(before: SideAverage | null, after: SideAverage | null): number | null {
  if (!before || !after || before.received === 0) return null;
  const [was, is] = [before.received / before.months, after.received / after.months];
  return Math.round(((was - is) / was) * 100);
}

function sentenceOf(
  effectiveOn: LocalDate | null,
  { before, after }: { readonly before: SideAverage | null; readonly after: SideAverage | null },
  fall: number | null,
): string {
  if (effectiveOn === null) return '措施还没有生效，生效后按自然月比较前后的来件数。';
  if (!before) return '生效前没有满一个自然月的同类来件，不能比较。';
  const was = `生效前${spanOf(before)}月均 ${before.average} 件`;
  if (!after) return `${was}；措施 ${effectiveOn} 生效，之后还没有满一个自然月，暂不能比较。`;
  const way = fall === null || fall === 0 ? '持平' : fall > 0 ? `减少 ${fall}%` : `增加 ${-fall}%`;
  return `${was}，生效后${spanOf(after)}月均 ${after.average} 件，${way}。`;
}

function spanOf({ from, to, months }: SideAverage): string {
  return months === 1 ? `（${monthText(from)}）` : `（${monthText(from)}至${monthText(to)}，${months} 个月）`;
}

export function monthText(month: string): string {
  return `${month.slice(0, 4)}年${Number(month.slice(5))}月`;
}

/** From the first to the last, both counted, as YYYY-MM. */
function monthsBetween(first: string, last: string): string[] {
  const months: string[] = [];
  for (let at = `${first}-01` as LocalDate; at.slice(0, 7) <= last; at = nextMonth(at)) months.push(at.slice(0, 7));
  return months;
}

function nextMonth(day: LocalDate): LocalDate {
  const month = monthOf(day);
  return month === 12 ? localDateOf(yearOf(day) + 1, 1, 1) : localDateOf(yearOf(day), month + 1, 1);
}
