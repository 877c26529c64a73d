import type { Queryable } from '../../../platform/db/database.ts';
import { caseTables } from '../case-tables.store.ts';

export async function insertNote(
  db: Queryable,
  note: { caseId: string; text: string; byPerson: string | null; byName: string; at: Date },
): Promise<void> {
  await caseTables(db)
    .insertInto('cases.note')
    .values({ case_id: note.caseId, text: note.text, by_person: note.byPerson, by_name: note.byName, at: note.at })
    .execute();
}

export function notesOf(db: Queryable, caseId: string) {
  return caseTables(db).selectFrom('cases.note').selectAll().where('case_id', '=', caseId).orderBy('at').execute();
}

export async function insertQuestion(
  db: Queryable,
  question: { caseId: string; text: string; byName: string; at: Date },
): Promise<void> {
  await caseTables(db)
    .insertInto('cases.question')
    .values({ case_id: question.caseId, question: question.text, asked_by: question.byName, asked_at: question.at })
    .execute();
}

/** The open question gets its answer, or ends without one. */
export async function endQuestion(db: Queryable, caseId: string, at: Date, answer: string | null): Promise<void> {
  await caseTables(db)
    .updateTable('cases.question')
    .set({ ended_at: at, ...(answer === null ? {} : { answer, answered_at: at }) })
    .where('case_id', '=', caseId)
    .where('ended_at', 'is', null)
    .execute();
}

export function questionsOf(db: Queryable, caseId: string) {
  return caseTables(db)
    .selectFrom('cases.question')
    .selectAll()
    .where('case_id', '=', caseId)
    .orderBy('asked_at')
    .execute();
}

export async function insertFollowUp(
  db: Queryable,
  followUp: { caseId: string; isSolved: boolean; text: string; byName: string; at: Date },
): Promise<void> {
  await caseTables(db)
    .insertInto('cases.follow_up')
    .values({
      case_id: followUp.caseId,
      is_solved: followUp.isSolved,
      text: followUp.text,
      by_name: followUp.byName,
      at: followUp.at,
    })
    .execute();
}

export function followUpsOf(db: Queryable, caseId: string) {
  return caseTables(db).selectFrom('cases.follow_up').selectAll().where('case_id', '=', caseId).orderBy('at').execute();
}
