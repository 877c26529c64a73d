import type { LocalDate } from '../../../kernel/local-date.ts';

/** A row of the problem list as the rule needs it. */
export interface AskedQuestion {
  readonly id: string;
  /** Permanent number of the document. */
  readonly document: number;
  readonly question: string;
  readonly askedOn: LocalDate;
  readonly times: number;
  /** Permanent number of the later interpretation that answers it. */
  readonly answeredBy: number | null;
}

export interface DocumentQuestions {
  readonly document: number;
  /** How often people asked, answered or not. */
  readonly times: number;
  readonly openTimes: number;
  readonly open: readonly AskedQuestion[];
  readonly answeredBy: readonly number[];
  /** Day on which the count first reached the trigger. */
  readonly triggeredOn: LocalDate | null;
  /** Past the trigger, interpreted again, and not past it again with what is still open (ITP-C6). */
  readonly followedUp: boolean;
}

/**
 * How the questions about each document stand (ITP-7), most urgent first: triggered and not followed up, then by what is open.
 * @param trigger times asked from which a later interpretation is due
 */
export function documentQuestions(questions: readonly AskedQuestion[], trigger: number): DocumentQuestions[] {
  const byDocument = Map.groupBy(questions, (question) => question.document);
  return [...byDocument]
    .map(([document, asked]) => standing(document, asked, trigger))
    .sort((a, b) => Number(isDue(b)) - Number(isDue(a)) || b.openTimes - a.openTimes || a.document - b.document);
}

/** The trigger was reached and nothing has answered since. */
export function isDue(one: Pick<DocumentQuestions, 'triggeredOn' | 'followedUp'>): boolean {
  return one.triggeredOn !== null && !one.followedUp;
}

function standing(document: number, asked: readonly AskedQuestion[], trigger: number): DocumentQuestions {
  const open = asked.filter((question) => question.answeredBy === null);
  const answeredBy = [...new Set(asked.flatMap((question) => question.answeredBy ?? []))].sort((a, b) => a - b);
  const openTimes = sum(open);
  const triggeredOn = dayOfTrigger(asked, trigger);
  return {
    document,
    times: sum(asked),
    openTimes,
    open,
    answeredBy,
    triggeredOn,
    followedUp: triggeredOn !== null && answeredBy.length > 0 && openTimes < trigger,
  };
}

function dayOfTrigger(asked: readonly AskedQuestion[], trigger: number): LocalDate | null {
  let times = 0;
  for (const question of asked.toSorted((a, b) => a.askedOn.localeCompare(b.askedOn))) {
    times += question.times;
    if (times >= trigger) return question.askedOn;
  }
  return null;
}

function sum(asked: readonly AskedQuestion[]): number {
  return asked.reduce((total, question) => total + question.times, 0);
}
