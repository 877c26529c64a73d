import type { Queryable } from '../../../platform/db/database.ts';
import { caseTables } from '../case-tables.store.ts';
import type { CaseKind, CaseReviewStep } from '../kinds/case-kind.ts';

/** Steps in force: the unit's own, or those of the kind. */
export async function stepsOf(db: Queryable, kind: CaseKind, unitId: string): Promise<readonly CaseReviewStep[]> {
  const row = await caseTables(db)
    .selectFrom('cases.review_rule')
    .select('steps')
    .where('kind', '=', kind.code)
    .where('unit_id', '=', unitId)
    .executeTakeFirst();
  return row?.steps ?? kind.reviewSteps;
}

export function allReviewRules(db: Queryable) {
  return caseTables(db).selectFrom('cases.review_rule').selectAll().orderBy('kind').orderBy('unit_id').execute();
}

/** Ids of cases of the unit whose reply is being reviewed. */
export async function inReview(db: Queryable, kind: string, unitId: string): Promise<string[]> {
  const rows = await caseTables(db)
    .selectFrom('cases.case')
    .select('id')
    .where('kind', '=', kind)
    .where('unit_id', '=', unitId)
    .where('state', '=', 'replyDrafted')
    .forUpdate()
    .execute();
  return rows.map((row) => row.id);
}

/** @returns false when it has another version */
export async function putReviewRule(
  db: Queryable,
  rule: { kind: string; unitId: string; steps: readonly CaseReviewStep[]; byName: string; at: Date; version: number },
): Promise<boolean> {
  const row = { steps: JSON.stringify(rule.steps), by_name: rule.byName, updated_at: rule.at };
  const done = await caseTables(db)
    .insertInto('cases.review_rule')
    .values({ kind: rule.kind, unit_id: rule.unitId, ...row, version: 1 })
    .onConflict((conflict) =>
      conflict
        .columns(['kind', 'unit_id'])
        .doUpdateSet((e) => ({ ...row, version: e('cases.review_rule.version', '+', 1) }))
        .where('cases.review_rule.version', '=', rule.version),
    )
    .returning('version')
    .executeTakeFirst();
  return done !== undefined;
}

/** The kind's own steps hold again. */
export async function dropReviewRule(db: Queryable, kind: string, unitId: string): Promise<boolean> {
  const { numDeletedRows } = await caseTables(db)
    .deleteFrom('cases.review_rule')
    .where('kind', '=', kind)
    .where('unit_id', '=', unitId)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}
