import { sql } from 'kysely';
import type { LocalDate } from '../../../kernel/local-date.ts';
import type { Queryable } from '../../../platform/db/database.ts';
import type { CaseReach } from '../../cases/index.ts';
import { reachCondition } from '../viewing/reach.store.ts';
import { checkCondition } from './check-conditions.store.ts';
import { type ChecksQuery, REQUEST_CHECKS, type RequestCheck } from './checks.contract.ts';

export type CheckedUnit = { readonly unitId: string } & Readonly<Record<RequestCheck, number>>;

/** One row for each unit that received a request in these days, by one statement. */
export async function checkedUnits(
  db: Queryable,
  { from, to, unitId }: ChecksQuery,
  of: CaseReach & { readonly today: LocalDate },
): Promise<CheckedUnit[]> {
  const counts = REQUEST_CHECKS.map(
    (check) => sql`count(*) filter (where ${checkCondition(check, of.today)})::int as ${sql.ref(check)}`,
  );
  const { rows } = await sql<CheckedUnit>`
    select c.unit_id as "unitId", ${sql.join(counts)}
    from requests.request as r join cases."case" as c on c.id = r.case_id
    where r.confirmed_on between ${from}::date and ${to}::date
      and ${reachCondition(of)}
      and ${unitId ? sql`c.unit_id = ${unitId}::uuid` : sql`true`}
    group by c.unit_id`.execute(db);
  return rows;
}
