import { addDays, type LocalDate } from '../../../kernel/local-date.ts';
import { addMonths, lastDayOfTerm, ruleFor, TERM_RULES, type TermRule, termByName } from './term-rules.ts';
import { chineseDay, isOver, nameOf, type ValidityState } from './validity-words.ts';

export type { ValidityState };

/** What later documents did to this one; `on` is the day from which it holds. */
export interface DatedRelation {
  readonly type: 'amendedBy' | 'repealedBy' | 'extendedBy';
  readonly on: LocalDate;
  /** New last day, for `extendedBy`. */
  readonly until?: LocalDate;
  readonly by: { readonly title: string; readonly documentNumber: string | null; readonly number: number | null };
  /** What of it: “第三条、第七条”. */
  readonly what?: string;
}

export interface ValidityFacts {
  readonly title: string;
  readonly normative: boolean;
  readonly issuedOn: LocalDate;
  /** First day in force as the text says; null: from the day of issue. */
  readonly takesEffectOn: LocalDate | null;
  /** Last day in force as the text says. */
  readonly expiresOn: LocalDate | null;
  /** Last day of a call: of applications, opinions, registrations. Says nothing of how long a rule holds. */
  readonly closesOn: LocalDate | null;
  readonly relations: readonly DatedRelation[];
}

/** One turn in a document's life. */
export interface ValidityStep {
  readonly on: LocalDate;
  readonly state: ValidityState;
  /** Chinese sentence without full stop. */
  readonly why: string;
  /** The regulation that says so, when it is not the text itself. */
  readonly basis: string | null;
  readonly relation: DatedRelation | null;
}

export interface Validity {
  readonly state: ValidityState;
  /** Day on which this state began. */
  readonly since: LocalDate;
  /** Last day in force that is known today; null: no end. */
  readonly lastDay: LocalDate | null;
  readonly lastDayFrom: 'text' | 'rule' | 'extension' | 'call' | null;
  readonly reason: string;
  readonly basis: string | null;
  /** The whole life, also what is still to come. */
  readonly steps: readonly ValidityStep[];
  /** The next turn after today, so that a page knows until when it is right. */
  readonly next: ValidityStep | null;
  /** Evaluation duties before the end, for a normative document that is in force (LIB-5). */
  readonly reminders: readonly Reminder[];
}

export interface Reminder {
  readonly on: LocalDate;
  readonly monthsBefore: number;
  readonly duty: string;
}

/**
 * The state on a day, derived from dates and dated relations alone; nobody sets it by hand (LIB-5).
 * @param rules terms by name, for documents that state none
 */
export function validityOn(facts: ValidityFacts, today: LocalDate, rules: readonly TermRule[] = TERM_RULES): Validity {
  const life = new Life(facts, rules);
  const past = life.steps.filter((step) => step.on <= today);
  const current = past.at(-1) ?? life.before;
  const next = life.steps.find((step) => step.on > today) ?? null;
  const inForce = !isOver(current.state);
  return {
    state: current.state,
    since: current.on,
    lastDay: life.lastDay,
    lastDayFrom: life.lastDayFrom,
    reason: current.why,
    basis: current.basis,
    steps: life.steps,
    next,
    reminders: facts.normative && inForce && life.lastDay ? remindersFor(facts, life.lastDay, rules) : [],
  };
}

/** Dates at which the issuer has to act before the end: 6, 2 and 1 months under the present rules. */
export function remindersFor(
  facts: Pick<ValidityFacts, 'issuedOn'>,
  lastDay: LocalDate,
  rules: readonly TermRule[],
): Reminder[] {
  return (ruleFor(facts.issuedOn, rules)?.duties ?? []).map(({ monthsBefore, duty }) => ({
    on: addMonths(lastDay, -monthsBefore),
    monthsBefore,
    duty,
  }));
}

/** A call is told by its last day alone; a rule with a window for applications stays a rule. */
export function isCall({ normative, expiresOn, closesOn }: ValidityFacts): boolean {
  return !normative && !expiresOn && closesOn !== null;
}

/** How a document stands while nothing has ended it. */
export function standingState(facts: ValidityFacts): ValidityState {
  if (isCall(facts)) return 'accepting';
  return facts.normative || facts.expiresOn ? 'inForce' : 'notRepealed';
}

/** Walks through the dated relations in their order; the first end is the end unless an extension follows. */
class Life {
  readonly steps: ValidityStep[] = [];
  readonly before: ValidityStep;
  lastDay: LocalDate | null = null;
  lastDayFrom: Validity['lastDayFrom'] = null;
  readonly #facts: ValidityFacts;
  #endBasis: string | null = null;
  #endWhy = '';

  constructor(facts: ValidityFacts, rules: readonly TermRule[]) {
    this.#facts = facts;
    const effect = facts.takesEffectOn ?? facts.issuedOn;
    this.before = step(facts.issuedOn, 'notYetInForce', `已经公布，自${chineseDay(effect)}起施行`);
    this.#setEnd(effect, rules);
    this.#add(step(effect, standingState(facts), this.#effectWhy(effect)));
    for (const relation of [...facts.relations].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))) {
      this.#endBefore(relation.on);
      this.#apply(relation, effect);
    }
    this.#endBefore(null);
  }

  #setEnd(effect: LocalDate, rules: readonly TermRule[]): void {
    const { expiresOn, closesOn, normative, issuedOn, title } = this.#facts;
    if (isCall(this.#facts) && closesOn) {
      this.lastDay = closesOn;
      this.lastDayFrom = 'call';
      this.#endWhy = `截止日期为${chineseDay(closesOn)}，已经截止`;
      return;
    }
    if (expiresOn) {
      this.lastDay = expiresOn;
      this.lastDayFrom = 'text';
      this.#endWhy = `有效期至${chineseDay(expiresOn)}，期满自动失效`;
      return;
    }
    const rule = normative ? ruleFor(issuedOn, rules) : undefined;
    if (!rule) return;
    const term = termByName(title, rule);
    this.lastDay = lastDayOfTerm(effect, term.years);
    this.lastDayFrom = 'rule';
    this.#endBasis = rule.basis;
    const named = term.word ? `名称为“${term.word}”的` : '';
    this.#endWhy = `文件没有写明有效期，${named}行政规范性文件有效期为${term.years}年，期满自动失效`;
  }

  #effectWhy(effect: LocalDate): string {
    const { takesEffectOn, normative } = this.#facts;
    if (isCall(this.#facts) && this.lastDay) return `截止日期为${chineseDay(this.lastDay)}（含当日）`;
    if (!takesEffectOn && standingState(this.#facts) === 'notRepealed')
      return '不是行政规范性文件，没有写明有效期，也没有修改、废止的记录';
    const start = takesEffectOn
      ? `自${chineseDay(effect)}起施行`
      : `文件没有写明施行日期，按成文日期${chineseDay(effect)}起算`;
    if (this.lastDay) return `${start}，有效期至${chineseDay(this.lastDay)}`;
    return normative ? `${start}，没有写明有效期` : `${start}，没有修改、废止的记录`;
  }

  #apply(relation: DatedRelation, effect: LocalDate): void {
    const by = nameOf(relation.by);
    const ended = this.#state !== undefined && isOver(this.#state);
    if (relation.type === 'extendedBy') {
      if (this.#state === 'repealed' || !relation.until) return;
      this.lastDay = relation.until;
      this.lastDayFrom = 'extension';
      this.#endBasis = null;
      const call = isCall(this.#facts);
      const until = chineseDay(relation.until);
      this.#endWhy = call ? `${by}延长的截止日期为${until}，已经截止` : `${by}延长的有效期至${until}，期满自动失效`;
      const standing = call ? 'accepting' : 'inForce';
      const state = this.steps.some((known) => known.state === 'amended') ? 'amended' : standing;
      const why = `${by}将${call ? '截止日期' : '有效期'}延长至${until}`;
      this.#add({ ...step(relation.on, state, why), relation });
      return;
    }
    if (ended) return;
    const what = relation.what ? `（${relation.what}）` : '';
    if (relation.type === 'repealedBy') {
      this.#add({ ...step(relation.on, 'repealed', `自${chineseDay(relation.on)}起被${by}废止${what}`), relation });
      return;
    }
    const on = relation.on < effect ? effect : relation.on;
    this.#add({ ...step(on, 'amended', `自${chineseDay(on)}起按${by}修改后的内容执行${what}`), relation });
  }

  /** Lets the document lapse when its last day lies before that day. */
  #endBefore(day: LocalDate | null): void {
    if (!this.lastDay || (this.#state && isOver(this.#state))) return;
    if (day !== null && this.lastDay >= day) return;
    const over = isCall(this.#facts) ? 'closed' : 'expired';
    this.#add({ ...step(addDays(this.lastDay, 1), over, this.#endWhy), basis: this.#endBasis });
  }

  get #state(): ValidityState | undefined {
    return this.steps.at(-1)?.state;
  }

  /** A document repealed before it took effect never was in force. */
  #add(added: ValidityStep): void {
    while ((this.steps.at(-1)?.on ?? '') > added.on) this.steps.pop();
    this.steps.push(added);
  }
}

function step(on: LocalDate, state: ValidityState, why: string): ValidityStep {
  return { on, state, why, basis: null, relation: null };
}
