import { type SqlBool, sql } from 'kysely';
import type { Queryable } from '../../../platform/db/database.ts';
import { recordTables } from '../registers/record-tables.store.ts';
import type { AskedQuestion } from './follow-ups.ts';

/** The problem list of a year, or of one document in it. */
export async function questionsOf(db: Queryable, year: number, document?: number): Promise<AskedQuestion[]> {
  let rows = recordTables(db)
    .selectFrom('interpretations.record')
    .select(['id', 'about', 'title', 'dated_on', 'amount', 'answered_by'])
    .where('register', '=', 'question')
    .where(sql<SqlBool>`dated_on >= make_date(${year}, 1, 1) and dated_on <= make_date(${year}, 12, 31)`);
  if (document !== undefined) rows = rows.where('about', '=', document);
  const found = await rows.orderBy('dated_on').orderBy('id').execute();
  return found.map((row) => ({
    id: row.id,
    document: row.about ?? 0,
    question: row.title,
    askedOn: row.dated_on,
    times: row.amount ?? 0,
    answeredBy: row.answered_by,
  }));
}

/** Takes the open questions of a document up to a day as answered. @returns how many */
export async function answerQuestions(
  db: Queryable,
  answer: { readonly document: number; readonly interpretation: number; readonly until: string; readonly at: Date },
): Promise<number> {
  const { numUpdatedRows } = await recordTables(db)
    .updateTable('interpretations.record')
    .set({ answered_by: answer.interpretation, changed_at: answer.at, version: sql`version + 1` })
    .where('register', '=', 'question')
    .where('about', '=', answer.document)
    .where('answered_by', 'is', null)
    .where(sql<SqlBool>`dated_on <= ${answer.until}::date`)
    .executeTakeFirst();
  return Number(numUpdatedRows);
}
