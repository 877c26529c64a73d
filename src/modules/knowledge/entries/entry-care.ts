import { addDays, type LocalDate } from '../../../kernel/local-date.ts';
import type { CareReason } from '../knowledge-words.ts';

/** What decides whether an entry still holds. */
export interface EntryFacts {
  /** Day on which its present words became public. */
  readonly publishedOn: LocalDate;
  readonly lastReviewOn: LocalDate | null;
  readonly reviewMonths: number;
  /** Words of the policy that it rests on; empty: none were given. */
  readonly basis: string;
  readonly policies: readonly PolicyFacts[];
}

export interface PolicyFacts {
  readonly isPublic: boolean;
  /** Repealed or expired. */
  readonly isOver: boolean;
  readonly text: string;
}

export interface Care {
  /** By when it has to be looked at again (KB-1). */
  readonly reviewOn: LocalDate;
  /** The gravest first; empty: nothing is to be done. */
  readonly reasons: readonly CareReason[];
}

/** So early the owner is told that a review comes. */
export const SOON_DAYS = 14;

/** Whether an entry has to be looked at, and why: derived from what it rests on, never set by hand (KB-C3). */
export function careOf(facts: EntryFacts, today: LocalDate): Care {
  const last =
    facts.lastReviewOn !== null && facts.lastReviewOn > facts.publishedOn ? facts.lastReviewOn : facts.publishedOn;
  const reviewOn = monthsAfter(last, facts.reviewMonths);
  const standing = facts.policies.filter((policy) => policy.isPublic);
  const reasons: CareReason[] = [];
  if (standing.some((policy) => policy.isOver)) reasons.push('policyOver');
  if (standing.length < facts.policies.length) reasons.push('policyGone');
  if (facts.basis !== '' && standing.length > 0 && !standing.some((policy) => holds(policy.text, facts.basis)))
    reasons.push('policyChanged');
  if (reviewOn < today) reasons.push('reviewOver');
  else if (addDays(reviewOn, -SOON_DAYS) <= today) reasons.push('reviewSoon');
  return { reviewOn, reasons };
}

/** Blanks and the kind of quotation marks tell nothing of whether the words still stand. */
export function holds(text: string, words: string): boolean {
  return bare(text).includes(bare(words));
}

function bare(text: string): string {
  return text.normalize('NFKC').replaceAll(/[\s“”"'‘’]/gu, '');
}

/** The same day of a later month; its last day when it has no such day. */
export function monthsAfter(day: LocalDate, months: number): LocalDate {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const whole = year * 12 + (month - 1) + months;
  const [y, m] = [Math.floor(whole / 12), (whole % 12) + 1];
  const last = new Date(Date.UTC(y, m, 0)).getUTCDate();
  return `${y}-${String(m).padStart(2, '0')}-${String(Math.min(date, last)).padStart(2, '0')}` as LocalDate;
}
