import { sql } from 'kysely';
import type { LocalDate } from '../../../kernel/local-date.ts';
import type { Queryable } from '../../../platform/db/database.ts';
import { requestTables } from '../request-tables.store.ts';

/** Case ids of other requests of the same applicant, newest first. */
export function othersOf(db: Queryable, caseId: string, applicantKey: string, limit: number) {
  return requestTables(db)
    .selectFrom('requests.request')
    .select(['case_id', 'result'])
    .where('applicant_key', '=', applicantKey)
    .where('case_id', '<>', caseId)
    .orderBy('submitted_on', 'desc')
    .limit(limit)
    .execute();
}

/** How many requests of that applicant to one unit count as received in these days. */
export async function countBetween(
  db: Queryable,
  of: {
    readonly caseId: string;
    readonly applicantKey: string;
    readonly unitId: string;
    readonly from: LocalDate;
    readonly to: LocalDate;
  },
): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from requests.request as r join cases."case" as c on c.id = r.case_id
    where r.applicant_key = ${of.applicantKey} and r.case_id <> ${of.caseId}::uuid and c.unit_id = ${of.unitId}::uuid
      and r.confirmed_on between ${of.from}::date and ${of.to}::date`.execute(db);
  return rows[0]?.count ?? 0;
}
