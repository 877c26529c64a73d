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

/** How many requests of that applicant count as received in these days. */
export async function countBetween(
  db: Queryable,
  of: { readonly caseId: string; readonly applicantKey: string; readonly from: LocalDate; readonly to: LocalDate },
): Promise<number> {
  const { count } = await requestTables(db)
    .selectFrom('requests.request')
    .select((eb) => eb.fn.countAll<string>().as('count'))
    .where('applicant_key', '=', of.applicantKey)
    .where('case_id', '<>', of.caseId)
    .where('confirmed_on', '>=', of.from)
    .where('confirmed_on', '<=', of.to)
    .executeTakeFirstOrThrow();
  return Number(count);
}
