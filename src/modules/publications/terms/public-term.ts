import { addDays, type LocalDate, localDateAt } from '../../../kernel/local-date.ts';
import type { WorkdayCalendar } from '../../../kernel/workdays.ts';
import type { PublicationKind } from '../kinds/publication-kind.ts';
import type { Attribute, LifeState, OpenState } from '../publication-words.ts';

/** Working days before the end of the term from which on people are reminded. */
export const EARLY_WORKDAYS = 5;

export interface PublicTerm {
  /** Last day on which it is in time. */
  readonly dueOn: LocalDate;
  /** Negative once it is over. */
  readonly workdaysLeft: number;
  readonly isOver: boolean;
}

/** Working days from forming to publishing by the kind's own check (Regulations art. 26); null when nothing prescribes any. */
export function termOf(kind: Pick<PublicationKind, 'elementChecks'>): number | null {
  for (const check of kind.elementChecks) if (check.check === 'publishWithin') return check.workdays;
  return null;
}

export interface TermFacts {
  readonly life: LifeState;
  readonly open_state: OpenState | null;
  readonly attribute: Attribute | null;
  readonly formed_on: LocalDate | null;
  /** When it was determined to be public after all (art. 18). */
  readonly converted_at: Date | null;
}

/** Of what is in work and not kept back; null for everything else. What is not determined yet runs like what is to be public. */
export function publicTerm(
  facts: TermFacts,
  workdays: number | null,
  calendar: WorkdayCalendar,
  today: LocalDate,
): PublicTerm | null {
  const isPending =
    facts.life === 'none' && facts.open_state !== null && (facts.attribute ?? 'proactive') === 'proactive';
  if (workdays === null || !facts.formed_on || !isPending) return null;
  const dueOn = calendar.addWorkdays(termBegins(facts.formed_on, facts.converted_at), workdays);
  return { dueOn, workdaysLeft: calendar.workdaysBetween(today, dueOn), isOver: today > dueOn };
}

/** 自形成或者变更之日起: what was kept back at first has to be public from its conversion on. */
export function termBegins(formedOn: LocalDate, convertedAt: Date | null): LocalDate {
  const convertedOn = convertedAt && localDateAt(convertedAt);
  return convertedOn && convertedOn > formedOn ? convertedOn : formedOn;
}

/** The latest day of forming whose term ends before `day`: so lists find late ones without reckoning row by row. */
export function formedForTermBefore(day: LocalDate, workdays: number, calendar: WorkdayCalendar): LocalDate {
  return addDays(calendar.addWorkdays(day, -workdays), -1);
}

export interface FormedForTerm {
  readonly kind: string;
  /** Formed on this day or before: its term ends within `EARLY_WORKDAYS` or is over. */
  readonly soon: LocalDate;
  /** Formed on this day or before: its term is over. */
  readonly over: LocalDate;
}

export function formedForTerms(
  kinds: readonly Pick<PublicationKind, 'code' | 'elementChecks'>[],
  calendar: WorkdayCalendar,
  today: LocalDate,
): FormedForTerm[] {
  const soonAfter = addDays(calendar.addWorkdays(today, EARLY_WORKDAYS), 1);
  return kinds.flatMap((kind) => {
    const workdays = termOf(kind);
    if (workdays === null) return [];
    const soon = formedForTermBefore(soonAfter, workdays, calendar);
    return [{ kind: kind.code, soon, over: formedForTermBefore(today, workdays, calendar) }];
  });
}
