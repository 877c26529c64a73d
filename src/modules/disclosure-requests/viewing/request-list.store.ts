import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { LocalDate } from '../../../kernel/local-date.ts';
import type { Queryable } from '../../../platform/db/database.ts';
import type { CaseReach } from '../../cases/index.ts';
import { checkCondition } from '../checks/check-conditions.store.ts';
import {
  REQUEST_STAGES,
  type RequestCounts,
  type RequestQuery,
  type RequestStage,
} from '../disclosure-requests.contract.ts';
import type { ApplicantCategory, RequestResult } from '../request-words.ts';
import { reachCondition } from './reach.store.ts';

export interface ListedRequest {
  readonly id: string;
  readonly category: ApplicantCategory;
  readonly confirmedOn: LocalDate | null;
  readonly result: RequestResult | null;
  readonly decidedOn: LocalDate | null;
  readonly topic: string | null;
}

const OPEN = sql<SqlBool>`c.state in ('awaitingCheck', 'received', 'assigned', 'awaitingSender', 'replyDrafted', 'replyApproved')`;

const STAGES: Readonly<Record<RequestStage, RawBuilder<SqlBool>>> = {
  confirmation: sql`(r.confirmed_on is null and ${OPEN})`,
  handling: sql`(r.confirmed_on is not null and c.state in ('awaitingCheck', 'received', 'assigned', 'awaitingSender'))`,
  review: sql`c.state in ('replyDrafted', 'replyApproved')`,
  delivery: sql`exists (select from requests.decision as d where d.case_id = r.case_id and d.sent_on is not null
    and not exists (select from requests.delivery as l where l.decision_id = d.id and l.delivered_on is not null))`,
  conversion: sql`exists (select from requests.conversion as v where v.case_id = r.case_id and v.state = 'pending')`,
  closed: sql`c.state = 'closed'`,
};

export async function stageCounts(
  db: Queryable,
  of: CaseReach & { readonly unitId: string | undefined },
): Promise<RequestCounts> {
  const where = sql.join([sql`true`, ...placeConditions(of.unitId, of)], sql` and `);
  const counts = REQUEST_STAGES.map((stage) => sql`count(*) filter (where ${STAGES[stage]})::int as ${sql.ref(stage)}`);
  const { rows } = await sql<RequestCounts>`
    select ${sql.join(counts)} from requests.request as r join cases."case" as c on c.id = r.case_id where ${where}`.execute(
    db,
  );
  return rows[0] ?? { confirmation: 0, handling: 0, review: 0, delivery: 0, conversion: 0, closed: 0 };
}

function placeConditions(unitId: string | undefined, reach: CaseReach) {
  return [reachCondition(reach), ...(unitId ? [sql`c.unit_id = ${unitId}::uuid`] : [])];
}

export async function requestList(
  db: Queryable,
  query: RequestQuery,
  of: CaseReach & { readonly today: LocalDate },
): Promise<{ readonly rows: readonly ListedRequest[]; readonly total: number }> {
  const where = sql.join([sql`true`, ...conditions(query, of)], sql` and `);
  const from = sql`from requests.request as r join cases."case" as c on c.id = r.case_id where ${where}`;
  const { rows: counted } = await sql<{ total: number }>`select count(*)::int as total ${from}`.execute(db);
  const { rows } = await sql<ListedRequest>`
    select c.id, r.category, r.confirmed_on as "confirmedOn", r.result, r.decided_on as "decidedOn", r.topic
    ${from}
    order by (r.confirmed_on is null and ${OPEN}) desc, ${OPEN} desc, c.urgent_on nulls last, c.received_at desc, c.id
    limit ${query.pageSize} offset ${(query.page - 1) * query.pageSize}`.execute(db);
  return { rows, total: counted[0]?.total ?? 0 };
}

function conditions(query: RequestQuery, of: CaseReach & { readonly today: LocalDate }) {
  const { waitsFor, open, text } = query;
  const like = text ? `%${text.replaceAll(/[\\%_]/g, '\\$&')}%` : null;
  return [
    ...placeConditions(query.unitId, of),
    ...(open === 'true' ? [OPEN] : open === 'false' ? [sql`not ${OPEN}`] : []),
    ...(query.result ? [sql`r.result = ${query.result}`] : []),
    ...(query.category ? [sql`r.category = ${query.category}`] : []),
    ...(query.unsorted === 'true' ? [sql`r.topic is null`] : []),
    ...(query.topic ? [sql`r.topic = ${query.topic}`] : []),
    ...(query.receivedFrom ? [sql`r.confirmed_on >= ${query.receivedFrom}::date`] : []),
    ...(query.receivedTo ? [sql`r.confirmed_on <= ${query.receivedTo}::date`] : []),
    ...(query.decidedFrom ? [sql`r.decided_on >= ${query.decidedFrom}::date`] : []),
    ...(query.decidedTo ? [sql`r.decided_on <= ${query.decidedTo}::date`] : []),
    ...(like === null ? [] : [sql`(c.title like ${like} or c.number like upper(replace(${like}, ' ', '')))`]),
    ...(waitsFor ? [STAGES[waitsFor]] : []),
    ...(query.check ? [checkCondition(query.check, of.today)] : []),
  ];
}

export interface HotSpotRow {
  readonly topic: string | null;
  readonly unitId: string;
  readonly requests: number;
  readonly refused: number;
  readonly supplied: number;
}

/** Requests received in these days, by field of business and unit, most first. */
export async function hotSpots(
  db: Queryable,
  of: CaseReach & { readonly from: LocalDate; readonly to: LocalDate },
): Promise<readonly HotSpotRow[]> {
  const { rows } = await sql<HotSpotRow>`
    select r.topic, c.unit_id as "unitId", count(*)::int as requests,
      count(*) filter (where r.result in ('stateSecret', 'forbiddenByLaw', 'threeSecurities', 'thirdParty', 'internalAffairs',
        'processInformation', 'enforcementFile', 'administrativeQuery'))::int as refused,
      coalesce(sum((select count(*) from requests.conversion as v where v.case_id = r.case_id)), 0)::int as supplied
    from requests.request as r join cases."case" as c on c.id = r.case_id
    where ${reachCondition(of)} and r.confirmed_on between ${of.from}::date and ${of.to}::date
    group by r.topic, c.unit_id
    order by count(*) desc, r.topic nulls last, c.unit_id
    limit 200`.execute(db);
  return rows;
}
