import { sql } from 'kysely';
import type { LocalDate } from '../../../kernel/local-date.ts';
import type { Queryable } from '../../../platform/db/database.ts';
import type { FeeFact, RequestFact } from '../request-facts.ts';

/** Received before the end of the days and not decided before their beginning; without those whose receipt nobody has confirmed. */
export async function requestFacts(
  db: Queryable,
  of: { readonly unitIds: readonly string[]; readonly from: LocalDate; readonly to: LocalDate },
): Promise<RequestFact[]> {
  const { rows } = await sql<RequestFact>`
    select c.id as "caseId", c.number, c.unit_id as "unitId", r.category, r.confirmed_on as "receivedOn",
      case when r.decided_on <= ${of.to}::date then r.decided_on end as "decidedOn",
      case when r.decided_on <= ${of.to}::date then r.result end as result
    from requests.request as r join cases."case" as c on c.id = r.case_id
    where c.unit_id = any(${of.unitIds}::uuid[]) and r.confirmed_on <= ${of.to}::date
      and (r.decided_on is null or r.decided_on >= ${of.from}::date)
    order by r.confirmed_on, c.number`.execute(db);
  return rows;
}

/** Paid in these days. */
export async function feesPaid(
  db: Queryable,
  of: { readonly unitIds: readonly string[]; readonly from: LocalDate; readonly to: LocalDate },
): Promise<FeeFact[]> {
  const { rows } = await sql<FeeFact>`
    select c.id as "caseId", c.number, c.unit_id as "unitId", f.paid_on as "paidOn", f.amount
    from requests.fee as f join cases."case" as c on c.id = f.case_id
    where c.unit_id = any(${of.unitIds}::uuid[]) and f.paid_on between ${of.from}::date and ${of.to}::date
    order by f.paid_on, c.number`.execute(db);
  return rows;
}
