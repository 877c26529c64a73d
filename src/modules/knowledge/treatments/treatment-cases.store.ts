import { sql } from 'kysely';
import type { Queryable } from '../../../platform/db/database.ts';
import type { TreatedWay } from './treatment-words.ts';

type Tables = {
  'knowledge.treatment_case': {
    treatment_id: string;
    case_id: string;
    way: TreatedWay;
    added_at: Date;
    added_by: string;
    left_out_at: Date | null;
    left_out_by: string | null;
    left_out_reason: string | null;
  };
};
const tables = (db: Queryable) => db.withTables<Tables>();

export interface TreatedRow {
  readonly treatmentId: string;
  readonly caseId: string;
  readonly way: TreatedWay;
}

/** Those that were left out come back when somebody adds them by hand. @returns how many are new */
export async function addCases(
  db: Queryable,
  treatmentId: string,
  caseIds: readonly string[],
  by: { readonly way: 'opened' | 'added'; readonly name: string; readonly at: Date },
): Promise<number> {
  if (caseIds.length === 0) return 0;
  const rows = await tables(db)
    .insertInto('knowledge.treatment_case')
    .values(
      caseIds.map((case_id) => ({
        treatment_id: treatmentId,
        case_id,
        way: by.way,
        added_at: by.at,
        added_by: by.name,
        left_out_at: null,
        left_out_by: null,
        left_out_reason: null,
      })),
    )
    .onConflict((conflict) =>
      conflict
        .columns(['treatment_id', 'case_id'])
        .doUpdateSet({ left_out_at: null, left_out_by: null, left_out_reason: null })
        .where('knowledge.treatment_case.left_out_at', 'is not', null),
    )
    .returning('case_id')
    .execute();
  return rows.length;
}

/**
 * Letters that stand in one group of questions with a case of the treatment are of its kind too, unless somebody left them out before.
 * @param treatmentId null: all that were not dropped
 * @returns how many came to which
 */
export async function addGrouped(
  db: Queryable,
  treatmentId: string | null,
  at: Date,
): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ id: string }>`
    insert into knowledge.treatment_case (treatment_id, case_id, way, added_at, added_by)
    select distinct t.id, q.key::uuid, 'grouped', ${at}::timestamptz, '系统'
    from knowledge.treatment as t
    join knowledge.treatment_case as known on known.treatment_id = t.id and known.left_out_at is null
    join knowledge.cluster_question as anchor on anchor.source = 'case' and anchor.key = known.case_id::text
    join knowledge.cluster_question as q on q.cluster_id = anchor.cluster_id and q.source = 'case'
    where t.state <> 'dropped' and (${treatmentId}::uuid is null or t.id = ${treatmentId}::uuid)
    on conflict do nothing
    returning treatment_id as id`.execute(db);
  const counts = new Map<string, number>();
  for (const { id } of rows) counts.set(id, (counts.get(id) ?? 0) + 1);
  return counts;
}

/** @returns whether it stood there */
export async function leaveOut(
  db: Queryable,
  of: { readonly treatmentId: string; readonly caseId: string },
  by: { readonly name: string; readonly at: Date; readonly reason: string },
): Promise<boolean> {
  const { numUpdatedRows } = await tables(db)
    .updateTable('knowledge.treatment_case')
    .set({ left_out_at: by.at, left_out_by: by.name, left_out_reason: by.reason })
    .where('treatment_id', '=', of.treatmentId)
    .where('case_id', '=', of.caseId)
    .where('left_out_at', 'is', null)
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

/** Of all the treatments at once. */
export async function casesOf(db: Queryable, treatmentIds: readonly string[]): Promise<TreatedRow[]> {
  if (treatmentIds.length === 0) return [];
  return tables(db)
    .selectFrom('knowledge.treatment_case')
    .select(['treatment_id as treatmentId', 'case_id as caseId', 'way'])
    .where('treatment_id', 'in', treatmentIds)
    .where('left_out_at', 'is', null)
    .orderBy('added_at')
    .orderBy('case_id')
    .execute();
}
