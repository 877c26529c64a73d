import { isLocalDate, type LocalDate } from '../../../kernel/local-date.ts';
import type { OpenItemSummary } from '../../publications/index.ts';

export const MOST_CHOICES = 20;

export type ContestPhase = 'before' | 'open' | 'closed';
export const CONTEST_PHASES: Readonly<Record<ContestPhase, string>> = {
  before: '即将投票',
  open: '正在投票',
  closed: '投票结束',
};

export interface Contest {
  readonly number: number;
  readonly title: string;
  readonly unitId: string;
  readonly year: number;
  readonly opensOn: LocalDate;
  /** Last day on which people may vote. */
  readonly closesOn: LocalDate;
  readonly choices: number;
  readonly summary: string;
  readonly phase: ContestPhase;
}

/** @returns undefined when the public form lacks its days */
export function contestOf(
  item: Pick<OpenItemSummary, 'number' | 'title' | 'unitId' | 'fields'>,
  today: LocalDate,
): Contest | undefined {
  const { year, opensOn, closesOn, choices, summary } = item.fields;
  if (typeof opensOn !== 'string' || typeof closesOn !== 'string') return undefined;
  if (!isLocalDate(opensOn) || !isLocalDate(closesOn)) return undefined;
  return {
    number: item.number,
    title: item.title,
    unitId: item.unitId,
    year: Number(year),
    opensOn,
    closesOn,
    choices: Math.min(MOST_CHOICES, Math.max(1, Number(choices) || 1)),
    summary: typeof summary === 'string' ? summary : '',
    phase: today < opensOn ? 'before' : today > closesOn ? 'closed' : 'open',
  };
}

/** Why a ballot does not count, as a Chinese sentence; null when it does. */
export function whyNoBallot(
  contest: Pick<Contest, 'phase' | 'opensOn' | 'choices'>,
  candidates: ReadonlySet<number>,
  chosen: readonly number[],
): string | null {
  if (contest.phase === 'before') return `投票从 ${contest.opensOn} 开始，请到时再来。`;
  if (contest.phase === 'closed') return '投票已经截止，可以查看结果。';
  if (chosen.length === 0) return '请至少选一件您认为好的解读。';
  if (chosen.length > contest.choices) return `最多选 ${contest.choices} 件，您选了 ${chosen.length} 件。`;
  return chosen.every((number) => candidates.has(number)) ? null : '您选的解读不在参评名单里，请刷新页面后重新选择。';
}

/** The choices of a ballot that did not count, for the address of the form that is shown again. */
export function ballotFault(chosen: readonly number[]): string {
  return chosen.length === 0 ? 'chosen=none' : `chosen=${[...new Set(chosen)].slice(0, 2 * MOST_CHOICES).join('.')}`;
}

/** Reads `ballotFault` back; undefined when the form is shown for the first time. */
export function ballotAgain(chosen: string | undefined): readonly number[] | undefined {
  if (chosen === undefined) return undefined;
  return chosen === 'none' ? [] : chosen.split('.').map(Number);
}

export interface ContestResult {
  readonly number: number;
  readonly votes: number;
  /** Equal votes share a rank. */
  readonly rank: number;
}

/** Most votes first; candidates without votes stand too. */
export function contestResults(
  candidates: readonly number[],
  votes: readonly { readonly candidate: number; readonly votes: number }[],
): ContestResult[] {
  const counted = candidates
    .map((number) => ({ number, votes: votes.find((one) => one.candidate === number)?.votes ?? 0 }))
    .sort((a, b) => b.votes - a.votes || a.number - b.number);
  return counted.map((one) => ({ ...one, rank: 1 + counted.filter((other) => other.votes > one.votes).length }));
}
