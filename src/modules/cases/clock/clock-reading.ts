import type { LocalDate } from '../../../kernel/local-date.ts';
import type { ClockEvent } from './clock-event.ts';
import type { ClockRule, ClockRuleId } from './clock-rules.ts';

/** Which figures run a kind of case. */
export interface ClockTerms {
  readonly reply: ClockRuleId;
  /** Cap of all extensions together; absent: none can be had. */
  readonly extension?: ClockRuleId;
}

export type ClockState = 'running' | 'paused' | 'stopped' | 'answered';

/** Days after `after` up to and including `until` are not counted; `until` null: nobody knows yet. */
export interface Pause {
  readonly key: string;
  readonly whom: 'thirdParty' | 'jointAgency';
  readonly after: LocalDate;
  readonly until: LocalDate | null;
}

/** What is counted now: from the day after `start`, `allowance` days, pauses left out. */
export interface Count {
  readonly start: LocalDate;
  readonly rule: ClockRule;
  /** The rule's figure and the extensions. */
  readonly allowance: number;
  readonly pauses: readonly Pause[];
  /** Another system's own date, which stands whatever day it is. */
  readonly fixed: LocalDate | null;
  /** The day named by a delay of article 35; the term ends on it or on the first working day after it. */
  readonly delayedUntil: LocalDate | null;
}

/** One event with what it did to the date. */
export interface ClockStep {
  readonly on: LocalDate;
  readonly type: ClockEvent['type'];
  /** Chinese sentence. */
  readonly says: string;
  readonly basis: string | null;
  readonly dueBefore: LocalDate | null;
  /** Null while the clock stands still. */
  readonly dueAfter: LocalDate | null;
}

export interface ClockReading {
  readonly state: ClockState;
  /** Null while it is stopped, or paused by somebody who has not answered. */
  readonly due: LocalDate | null;
  readonly count: Count | null;
  readonly steps: readonly ClockStep[];
  readonly answeredOn: LocalDate | null;
  /** Null until there is an answer. */
  readonly isOnTime: boolean | null;
}
