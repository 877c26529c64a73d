import type { LocalDate } from '../../../kernel/local-date.ts';
import { ruleFor, TERM_RULES, type TermRule } from '../validity/term-rules.ts';
import { type Reminder, remindersFor } from '../validity/validity.ts';

export interface EndingDocument {
  readonly number: number;
  readonly title: string;
  readonly issuedOn: LocalDate;
  readonly lastDay: LocalDate;
}

export interface DueReminder extends Reminder {
  readonly document: EndingDocument;
}

/**
 * What the issuer has to be told today: of every document the latest duty that has come and was not told, so that somebody who learns of a
 * document late is told once and not three times.
 * @param told `number lastDay monthsBefore` of reminders sent before
 */
export function dueReminders(
  documents: readonly EndingDocument[],
  today: LocalDate,
  told: ReadonlySet<string>,
  rules: readonly TermRule[] = TERM_RULES,
): DueReminder[] {
  return documents.flatMap((document) => {
    if (document.lastDay < today || !ruleFor(document.issuedOn, rules)) return [];
    const come = remindersFor({ issuedOn: document.issuedOn }, document.lastDay, rules)
      .filter((reminder) => reminder.on <= today)
      .sort((a, b) => a.monthsBefore - b.monthsBefore)[0];
    return come && !told.has(reminderKey(document, come)) ? [{ ...come, document }] : [];
  });
}

export function reminderKey(
  document: Pick<EndingDocument, 'number' | 'lastDay'>,
  reminder: { monthsBefore: number },
): string {
  return `${document.number} ${document.lastDay} ${reminder.monthsBefore}`;
}
