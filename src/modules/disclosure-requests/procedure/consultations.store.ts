import type { Insertable } from 'kysely';
import type { LocalDate } from '../../../kernel/local-date.ts';
import type { Queryable } from '../../../platform/db/database.ts';
import { type ConsultationRow, type RequestTables, requestTables } from '../request-tables.store.ts';
import type { Opinion } from '../request-words.ts';

export async function insertConsultation(
  db: Queryable,
  row: Insertable<RequestTables['requests.consultation']>,
): Promise<string> {
  const { id } = await requestTables(db)
    .insertInto('requests.consultation')
    .values(row)
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** In the order in which they were asked. */
export function consultationsOf(db: Queryable, caseId: string): Promise<ConsultationRow[]> {
  return requestTables(db)
    .selectFrom('requests.consultation')
    .selectAll()
    .where('case_id', '=', caseId)
    .orderBy('at')
    .orderBy('id')
    .execute();
}

/** @returns false when it was answered before */
export async function endConsultation(
  db: Queryable,
  id: string,
  end: {
    readonly opinion: Opinion;
    readonly text: string | null;
    readonly on: LocalDate;
    readonly isReasonable: boolean | null;
  },
): Promise<boolean> {
  const { numUpdatedRows } = await requestTables(db)
    .updateTable('requests.consultation')
    .set({ opinion: end.opinion, opinion_text: end.text, answered_on: end.on, is_reasonable: end.isReasonable })
    .where('id', '=', id)
    .where('opinion', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
