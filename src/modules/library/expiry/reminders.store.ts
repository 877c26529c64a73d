import type { LocalDate } from '../../../kernel/local-date.ts';
import type { Queryable } from '../../../platform/db/database.ts';
import { tables } from '../shelf/shelf.store.ts';
import { reminderKey } from './due-reminders.ts';

export async function toldReminders(db: Queryable): Promise<Set<string>> {
  const rows = await tables(db).selectFrom('library.expiry_reminder').selectAll().execute();
  return new Set(
    rows.map((row) => reminderKey({ number: row.number, lastDay: row.last_day }, { monthsBefore: row.months_before })),
  );
}

/** @returns false when another worker has told it meanwhile */
export async function markTold(
  db: Queryable,
  reminder: { number: number; lastDay: LocalDate; monthsBefore: number },
  at: Date,
): Promise<boolean> {
  const written = await tables(db)
    .insertInto('library.expiry_reminder')
    .values({ number: reminder.number, last_day: reminder.lastDay, months_before: reminder.monthsBefore, sent_at: at })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return (written.numInsertedOrUpdatedRows ?? 0n) > 0n;
}
