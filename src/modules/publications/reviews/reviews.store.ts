import { type Insertable, sql } from 'kysely';
import type { Queryable } from '../../../platform/db/database.ts';
import type { ReviewStep } from '../kinds/publication-kind.ts';
import { type PublicationTables, register } from '../publication-tables.store.ts';

/** Oldest first. */
export function reviewsOf(db: Queryable, versionId: string) {
  return register(db)
    .selectFrom('publications.review')
    .selectAll()
    .where('version_id', '=', versionId)
    .orderBy('seq')
    .execute();
}
export type ReviewRow = Awaited<ReturnType<typeof reviewsOf>>[number];

export async function insertReview(db: Queryable, row: Insertable<PublicationTables['publications.review']>) {
  await register(db).insertInto('publications.review').values(row).execute();
}

/** Reviews stay in the record and count no more. @param only returns alone, when the drafter submits again */
export async function voidReviews(
  db: Queryable,
  versionId: string,
  why: { at: Date; reason: string },
  only: 'all' | 'returned' = 'all',
): Promise<number> {
  let query = register(db)
    .updateTable('publications.review')
    .set({ void_at: why.at, void_reason: why.reason })
    .where('version_id', '=', versionId)
    .where('void_at', 'is', null);
  if (only === 'returned') query = query.where('decision', '=', 'returned');
  return Number((await query.executeTakeFirst()).numUpdatedRows);
}

/** Oldest first. */
export function remarksOf(db: Queryable, versionId: string) {
  return register(db)
    .selectFrom('publications.remark')
    .selectAll()
    .where('version_id', '=', versionId)
    .orderBy('seq')
    .execute();
}
export type RemarkRow = Awaited<ReturnType<typeof remarksOf>>[number];

export async function insertRemarks(
  db: Queryable,
  rows: readonly Insertable<PublicationTables['publications.remark']>[],
): Promise<void> {
  if (rows.length > 0) await register(db).insertInto('publications.remark').values(rows).execute();
}

/** @returns false when there is no such remark or it is resolved already */
export async function resolveRemark(
  db: Queryable,
  remark: { id: string; versionId: string },
  set: { resolved_at: Date; resolved_by: string; resolved_name: string; resolution: string },
): Promise<boolean> {
  const result = await register(db)
    .updateTable('publications.remark')
    .set(set)
    .where('id', '=', remark.id)
    .where('version_id', '=', remark.versionId)
    .where('resolved_at', 'is', null)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

export function reviewRules(db: Queryable) {
  return register(db).selectFrom('publications.review_rule').selectAll().orderBy('kind').execute();
}
export type ReviewRuleRow = Awaited<ReturnType<typeof reviewRules>>[number];

/** The unit's own steps, else those set for all units; undefined: the kind's own. */
export async function ruleFor(db: Queryable, kind: string, unitId: string): Promise<readonly ReviewStep[] | undefined> {
  const row = await register(db)
    .selectFrom('publications.review_rule')
    .select('steps')
    .where('kind', '=', kind)
    .where((e) => e.or([e('unit_id', '=', unitId), e('unit_id', 'is', null)]))
    .orderBy(sql`unit_id is null`)
    .limit(1)
    .executeTakeFirst();
  return row?.steps;
}

export async function lockRule(db: Queryable, kind: string, unitId: string | null): Promise<ReviewRuleRow | undefined> {
  return register(db)
    .selectFrom('publications.review_rule')
    .selectAll()
    .where('kind', '=', kind)
    .where('unit_id', unitId === null ? 'is' : '=', unitId)
    .forUpdate()
    .executeTakeFirst();
}

export async function putRule(
  db: Queryable,
  rule: { kind: string; unitId: string | null; steps: readonly ReviewStep[] | null; byName: string; at: Date },
  current: ReviewRuleRow | undefined,
): Promise<void> {
  if (current) {
    await register(db)
      .deleteFrom('publications.review_rule')
      .where('kind', '=', rule.kind)
      .where('unit_id', rule.unitId === null ? 'is' : '=', rule.unitId)
      .execute();
  }
  if (rule.steps === null) return;
  await register(db)
    .insertInto('publications.review_rule')
    .values({
      kind: rule.kind,
      unit_id: rule.unitId,
      steps: JSON.stringify(rule.steps),
      by_name: rule.byName,
      updated_at: rule.at,
      version: (current?.version ?? 0) + 1,
    })
    .execute();
}

export function listIssuerCodes(db: Queryable) {
  return register(db)
    .selectFrom('publications.issuer_code')
    .select(['code', 'issuer', 'unit_id'])
    .orderBy('code')
    .orderBy('issuer')
    .orderBy('unit_id', (order) => order.asc().nullsFirst())
    .execute();
}

export async function replaceIssuerCodes(
  db: Queryable,
  codes: readonly { code: string; issuer: string; unitId: string | null }[],
): Promise<void> {
  await register(db).deleteFrom('publications.issuer_code').execute();
  if (codes.length === 0) return;
  await register(db)
    .insertInto('publications.issuer_code')
    .values(codes.map(({ unitId, ...code }) => ({ ...code, unit_id: unitId })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** @returns false when it stands there already */
export async function insertIssuerCode(
  db: Queryable,
  { unitId, ...entry }: { code: string; issuer: string; unitId: string | null },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await register(db)
    .insertInto('publications.issuer_code')
    .values({ ...entry, unit_id: unitId })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** @returns false when it was gone */
export async function deleteIssuerCode(
  db: Queryable,
  { code, issuer, unitId }: { code: string; issuer: string; unitId?: string | null | undefined },
): Promise<boolean> {
  let query = register(db).deleteFrom('publications.issuer_code').where('code', '=', code).where('issuer', '=', issuer);
  if (unitId !== undefined) query = query.where('unit_id', unitId === null ? 'is' : '=', unitId);
  const { numDeletedRows } = await query.executeTakeFirst();
  return numDeletedRows > 0n;
}
