import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Queryable } from '../../../platform/db/database.ts';
import { caseTables } from '../case-tables.store.ts';

export interface NewRecusal {
  readonly personId: string;
  readonly personName: string;
  readonly reason: string;
  /** Null: found by the program in the words of the letter. */
  readonly byPerson: string | null;
  readonly byName: string;
}

/** @returns undefined when the person stands aside already */
export async function insertRecusal(
  db: Queryable,
  caseId: string,
  one: NewRecusal,
  at: Date,
): Promise<string | undefined> {
  const row = await caseTables(db)
    .insertInto('cases.recusal')
    .values({
      case_id: caseId,
      person_id: one.personId,
      person_name: one.personName,
      reason: one.reason,
      by_person: one.byPerson,
      by_name: one.byName,
      at,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return row?.id;
}

/** In force, oldest first. */
export function recusalsOf(db: Queryable, caseId: string) {
  return caseTables(db)
    .selectFrom('cases.recusal')
    .selectAll()
    .where('case_id', '=', caseId)
    .where('lifted_at', 'is', null)
    .orderBy('at')
    .orderBy('id')
    .execute();
}

/** @returns undefined when there is none in force */
export function liftRecusal(
  db: Queryable,
  of: {
    readonly caseId: string;
    readonly id: string;
    readonly reason: string;
    readonly byName: string;
    readonly at: Date;
  },
) {
  return caseTables(db)
    .updateTable('cases.recusal')
    .set({ lifted_at: of.at, lifted_by: of.byName, lifted_reason: of.reason })
    .where('id', '=', of.id)
    .where('case_id', '=', of.caseId)
    .where('lifted_at', 'is', null)
    .returning(['person_id', 'person_name'])
    .executeTakeFirst();
}

/** Who stands aside from the case or from one that was merged into it: one reply answers them all. */
export async function recusedFrom(db: Queryable, caseId: string): Promise<string[]> {
  const { rows } = await sql<{ person_id: string }>`
    select distinct person_id from cases.recusal where lifted_at is null and (case_id = ${caseId}::uuid
      or case_id in (select id from cases."case" where merged_into = ${caseId}::uuid))`.execute(db);
  return rows.map((row) => row.person_id);
}

/** Cases from which the person stands aside, and those that they were merged into. */
export async function recusedCases(db: Queryable, personId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select case_id as id from cases.recusal where person_id = ${personId}::uuid and lifted_at is null
    union
    select c.merged_into from cases.recusal as r join cases."case" as c on c.id = r.case_id
    where r.person_id = ${personId}::uuid and r.lifted_at is null and c.merged_into is not null`.execute(db);
  return rows.map((row) => row.id);
}

/** Cases that complain of one of these units; few, found by their own index. */
export async function casesAgainst(db: Queryable, unitIds: readonly string[]): Promise<string[]> {
  if (unitIds.length === 0) return [];
  const rows = await caseTables(db)
    .selectFrom('cases.case')
    .select('id')
    .where('against_unit_id', 'in', unitIds)
    .execute();
  return rows.map((row) => row.id);
}

/** What a person may see of the rows of `cases.case` besides his units; `isShutOut` says the same of one case. */
export interface Sight {
  readonly personId: string | null;
  readonly roles: readonly string[];
  /** From which he stands aside, or that complain of a unit of his. */
  readonly shutIds: readonly string[];
  /** Kinds that only those named for a case read; empty for those who read all of them. */
  readonly namedOnlyKinds: readonly string[];
  /** Units that he leads. */
  readonly ledUnitIds: readonly string[];
}

export function seenBy(sight: Sight): RawBuilder<SqlBool>[] {
  const { shutIds, namedOnlyKinds } = sight;
  return [
    ...(shutIds.length > 0 ? [sql<SqlBool>`not (id = any(${[...shutIds]}::uuid[]))`] : []),
    ...(namedOnlyKinds.length > 0
      ? [
          sql<SqlBool>`(not (kind = any(${[...namedOnlyKinds]}::text[])) or person_id = ${sight.personId}::uuid
            or unit_id = any(${[...sight.ledUnitIds]}::uuid[])
            or id in (select w.id from cases."case" as w where w.waiting_for <> '{}' and w.waiting_for && ${[...sight.roles]}::text[]))`,
        ]
      : []),
  ];
}
