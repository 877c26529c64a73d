import type { LocalDate } from '../../../kernel/local-date.ts';
import type { Queryable } from '../../../platform/db/database.ts';
import { type AccountRow, complaintTables } from '../complaint-tables.store.ts';

/** Oldest first. */
export function accountsOf(db: Queryable, caseId: string): Promise<AccountRow[]> {
  return complaintTables(db)
    .selectFrom('complaints.account')
    .selectAll()
    .where('case_id', '=', caseId)
    .orderBy('asked_at')
    .orderBy('id')
    .execute();
}

export async function insertAccount(
  db: Queryable,
  row: Pick<AccountRow, 'case_id' | 'unit_id' | 'asked_on' | 'question' | 'asked_by' | 'asked_at'>,
): Promise<void> {
  await complaintTables(db).insertInto('complaints.account').values(row).execute();
}

/** Once. @returns undefined when there is none that waits */
export function answerAccount(
  db: Queryable,
  of: {
    readonly caseId: string;
    readonly id: string;
    readonly on: LocalDate;
    readonly text: string;
    readonly by: string;
    readonly at: Date;
  },
): Promise<AccountRow | undefined> {
  return complaintTables(db)
    .updateTable('complaints.account')
    .set({ answered_on: of.on, answer: of.text, answered_by: of.by, answered_at: of.at })
    .where('id', '=', of.id)
    .where('case_id', '=', of.caseId)
    .where('answered_on', 'is', null)
    .where('asked_on', '<=', of.on)
    .returningAll()
    .executeTakeFirst();
}
