import { sql } from 'kysely';
import type { Queryable } from '../../../platform/db/database.ts';
import { caseTables, type ReplyRow } from '../case-tables.store.ts';
import type { GivenReview } from './review-steps.ts';

interface Words {
  readonly text: string;
  readonly findingsReason: string | null;
}
interface By {
  readonly personId: string | null;
  readonly name: string;
  readonly at: Date;
}

export function draftOf(db: Queryable, caseId: string): Promise<ReplyRow | undefined> {
  return caseTables(db)
    .selectFrom('cases.reply')
    .selectAll()
    .where('case_id', '=', caseId)
    .where('state', '=', 'draft')
    .executeTakeFirst();
}

/** Sent ones in their order, then the draft; what was given up is left out. */
export function repliesOf(db: Queryable, caseId: string): Promise<ReplyRow[]> {
  return caseTables(db)
    .selectFrom('cases.reply')
    .selectAll()
    .where('case_id', '=', caseId)
    .where('state', '<>', 'dropped')
    .orderBy(sql`ordinal nulls last`)
    .execute();
}

/** @returns undefined when there is one already */
export async function insertDraft(
  db: Queryable,
  caseId: string,
  unitId: string,
  words: Words,
  by: By,
): Promise<ReplyRow | undefined> {
  const row = await caseTables(db)
    .insertInto('cases.reply')
    .values({
      case_id: caseId,
      state: 'draft',
      text: words.text,
      findings_reason: words.findingsReason,
      unit_id: unitId,
      drafter_id: by.personId,
      drafter_name: by.name,
      created_at: by.at,
      updated_at: by.at,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returningAll()
    .executeTakeFirst();
  if (row) await keepVersion(db, row, by);
  return row;
}

/** @returns undefined when somebody else saved first */
export async function saveDraft(
  db: Queryable,
  seen: { readonly id: string; readonly edit: number },
  words: Words,
  by: By,
): Promise<ReplyRow | undefined> {
  const row = await caseTables(db)
    .updateTable('cases.reply')
    .set({
      text: words.text,
      findings_reason: words.findingsReason,
      edit: sql<number>`edit + 1`,
      drafter_id: by.personId,
      drafter_name: by.name,
      updated_at: by.at,
    })
    .where('id', '=', seen.id)
    .where('edit', '=', seen.edit)
    .where('state', '=', 'draft')
    .returningAll()
    .executeTakeFirst();
  if (row) await keepVersion(db, row, by);
  return row;
}

async function keepVersion(db: Queryable, row: ReplyRow, by: By): Promise<void> {
  await caseTables(db)
    .insertInto('cases.reply_version')
    .values({ reply_id: row.id, edit: row.edit, text: row.text, by_person: by.personId, by_name: by.name, at: by.at })
    .execute();
}

/** Who saved each version after that one. */
export async function saversSince(db: Queryable, replyId: string, edit: number): Promise<(string | null)[]> {
  const rows = await caseTables(db)
    .selectFrom('cases.reply_version')
    .select('by_person')
    .where('reply_id', '=', replyId)
    .where('edit', '>', edit)
    .execute();
  return rows.map((row) => row.by_person);
}

/** Everybody who ever saved words of it. */
export async function editorsOf(db: Queryable, replyId: string): Promise<string[]> {
  const rows = await caseTables(db)
    .selectFrom('cases.reply_version')
    .select('by_person')
    .distinct()
    .where('reply_id', '=', replyId)
    .execute();
  return rows.flatMap((row) => row.by_person ?? []);
}

/** From now on it never changes. */
export async function markSent(db: Queryable, reply: ReplyRow, at: Date): Promise<number> {
  const { ordinal } = await caseTables(db)
    .updateTable('cases.reply')
    .set({
      state: 'sent',
      sent_at: at,
      updated_at: at,
      ordinal: sql<number>`(select coalesce(max(ordinal), 0) + 1 from cases.reply where case_id = ${reply.case_id}::uuid)`,
    })
    .where('id', '=', reply.id)
    .returning('ordinal')
    .executeTakeFirstOrThrow();
  return ordinal ?? 0;
}

export async function dropDraft(db: Queryable, caseId: string, at: Date): Promise<void> {
  await caseTables(db)
    .updateTable('cases.reply')
    .set({ state: 'dropped', updated_at: at })
    .where('case_id', '=', caseId)
    .where('state', '=', 'draft')
    .execute();
}

/** The same words as a new version: what was approved before is to be approved again. */
export async function renewDraft(db: Queryable, seen: ReplyRow, at: Date): Promise<void> {
  const row = await caseTables(db)
    .updateTable('cases.reply')
    .set({ edit: sql<number>`edit + 1`, updated_at: at })
    .where('id', '=', seen.id)
    .returningAll()
    .executeTakeFirstOrThrow();
  await keepVersion(db, row, { personId: null, name: '系统', at });
}

export async function insertReview(
  db: Queryable,
  replyId: string,
  review: GivenReview & { readonly stepName: string },
): Promise<void> {
  await caseTables(db)
    .insertInto('cases.reply_review')
    .values({
      reply_id: replyId,
      edit: review.edit,
      step: review.step,
      step_name: review.stepName,
      decision: review.decision,
      comment: review.comment,
      by_person: review.byPerson,
      by_name: review.byName,
      at: review.at,
    })
    .execute();
}

/** In their order. */
export async function reviewsOf(db: Queryable, replyIds: readonly string[]): Promise<Map<string, GivenReview[]>> {
  if (replyIds.length === 0) return new Map();
  const rows = await caseTables(db)
    .selectFrom('cases.reply_review')
    .selectAll()
    .where('reply_id', 'in', replyIds)
    .orderBy('seq')
    .execute();
  const reviews = Map.groupBy(rows, (row) => row.reply_id);
  return new Map(
    [...reviews].map(([id, given]) => [
      id,
      given.map(({ step, edit, decision, comment, by_person: byPerson, by_name: byName, at }) => ({
        step,
        edit,
        decision,
        comment,
        byPerson,
        byName,
        at,
      })),
    ]),
  );
}
