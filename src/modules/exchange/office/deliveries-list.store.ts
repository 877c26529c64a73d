import { sql } from 'kysely';
import type { Queryable } from '../../../platform/db/database.ts';
import { DELIVERY_COLUMNS } from '../sending/deliveries.store.ts';
import type { Delivery } from '../sending/delivery.ts';
import type { DeliveryQuery, FilingQuery } from './exchange.contract.ts';

export type ListedDelivery = Delivery & { readonly peer: string; readonly isLate: boolean };

const LATE = (now: Date) =>
  sql`(d.state in ('waiting', 'refused') and d.created_at < ${now}::timestamptz - make_interval(hours => p.alarm_hours))`;

/** @param unitIds null: of all units */
export async function listDeliveries(
  db: Queryable,
  query: DeliveryQuery,
  unitIds: readonly string[] | null,
  now: Date,
): Promise<{ items: ListedDelivery[]; total: number }> {
  const parts = [sql`true`];
  if (unitIds) parts.push(sql`d.unit_id = any(${[...unitIds]}::uuid[])`);
  if (query.peerId) parts.push(sql`d.peer_id = ${query.peerId}::uuid`);
  if (query.event) parts.push(sql`d.event = ${query.event}`);
  if (query.state) parts.push(query.state === 'late' ? LATE(now) : sql`d.state = ${query.state}`);
  const where = sql.join(parts, sql` and `);
  const rows = await sql<ListedDelivery>`select ${DELIVERY_COLUMNS}, p.name as peer, ${LATE(now)} as "isLate"
    from exchange.delivery d join exchange.peer p on p.id = d.peer_id where ${where}
    order by d.created_at desc, d.id limit ${query.pageSize} offset ${(query.page - 1) * query.pageSize}`.execute(db);
  const counted = await sql<{ total: number }>`select count(*)::int as total from exchange.delivery d
    join exchange.peer p on p.id = d.peer_id where ${where}`.execute(db);
  return { items: rows.rows, total: counted.rows[0]?.total ?? 0 };
}

export interface FiguresRow {
  readonly receipted: number;
  readonly waiting: number;
  readonly refused: number;
  readonly late: number;
  readonly takenAtFirst: number | null;
  readonly medianSeconds: number | null;
  readonly lastReceiptAt: Date | null;
}

/** Publications, not filings: each counts once, by its newest delivery. */
export async function peerFigures(db: Queryable, peerId: string, unitIds: readonly string[] | null, now: Date) {
  const own = unitIds ? sql`and unit_id = any(${[...unitIds]}::uuid[])` : sql``;
  const figures = await sql<FiguresRow>`
    with newest as (
      select distinct on (publication_id) * from exchange.delivery where peer_id = ${peerId}::uuid ${own}
      order by publication_id, ordinal desc)
    select (count(*) filter (where d.state = 'receipted'))::int as receipted,
      (count(*) filter (where d.state = 'waiting'))::int as waiting,
      (count(*) filter (where d.state = 'refused'))::int as refused,
      (count(*) filter (where ${LATE(now)}))::int as late,
      max(d.settled_at) filter (where d.state = 'receipted') as "lastReceiptAt",
      (select avg(case when not one.refused_once then 1.0 else 0.0 end)::float from exchange.delivery one
        where one.peer_id = ${peerId}::uuid ${own} and one.state = 'receipted') as "takenAtFirst",
      (select percentile_cont(0.5) within group (order by extract(epoch from one.settled_at - one.created_at))
        from exchange.delivery one where one.peer_id = ${peerId}::uuid ${own} and one.state = 'receipted'
        )::float as "medianSeconds"
    from newest d join exchange.peer p on p.id = d.peer_id`.execute(db);
  const months = await sql<{ month: string; receipted: number; refused: number }>`
    select to_char(settled_at at time zone 'Asia/Shanghai', 'YYYY-MM') as month,
      (count(*) filter (where state = 'receipted'))::int as receipted,
      (count(*) filter (where refused_once))::int as refused
    from exchange.delivery where peer_id = ${peerId}::uuid ${own} and settled_at is not null and state in ('receipted', 'refused')
      and settled_at > ${now}::timestamptz - interval '12 months'
    group by 1 order by 1`.execute(db);
  return { figures: figures.rows[0], months: months.rows };
}

/** Registered publications with a determination, as last read. */
export async function countSeen(db: Queryable, unitIds: readonly string[] | null): Promise<number> {
  const own = unitIds ? sql`and unit_id = any(${[...unitIds]}::uuid[])` : sql``;
  const result = await sql<{ count: number }>`select count(*)::int as count from exchange.seen
    where facts ->> 'life' <> 'discarded' ${own}`.execute(db);
  return result.rows[0]?.count ?? 0;
}

export interface LateRow {
  readonly peerId: string;
  readonly peer: string;
  readonly count: number;
  readonly refused: number;
  readonly oldest: Date;
  readonly hours: number;
}

/** Late and not told of yet, by peer (IX-C1). */
export async function untoldLate(db: Queryable, now: Date): Promise<LateRow[]> {
  return (
    await sql<LateRow>`select d.peer_id as "peerId", p.name as peer, count(*)::int as count,
        (count(*) filter (where d.state = 'refused'))::int as refused, min(d.created_at) as oldest, p.alarm_hours as hours
      from exchange.delivery d join exchange.peer p on p.id = d.peer_id
      where ${LATE(now)} and d.alarmed_at is null and p.is_active group by 1, 2, p.alarm_hours`.execute(db)
  ).rows;
}

export async function markAlarmed(db: Queryable, peerId: string, now: Date): Promise<void> {
  await sql`update exchange.delivery d set alarmed_at = ${now} from exchange.peer p
    where p.id = d.peer_id and d.peer_id = ${peerId}::uuid and d.alarmed_at is null and ${LATE(now)}`.execute(db);
}

export interface ListedFiling {
  readonly id: string;
  readonly peer: string;
  readonly peerCode: string;
  readonly title: string | null;
  readonly unit: string | null;
  readonly number: number | null;
  readonly event: string;
  readonly outcome: 'receipted' | 'refused';
  readonly reasons: string[];
  readonly receiptNumber: string | null;
  readonly at: Date;
}

export async function listFilings(
  db: Queryable,
  query: FilingQuery,
): Promise<{ items: ListedFiling[]; total: number }> {
  const parts = [sql`true`];
  if (query.peerId) parts.push(sql`f.peer_id = ${query.peerId}::uuid`);
  if (query.outcome) parts.push(sql`f.outcome = ${query.outcome}`);
  const where = sql.join(parts, sql` and `);
  const rows = await sql<ListedFiling>`
    select f.id, p.name as peer, p.code as "peerCode", r.register ->> 'title' as title, r.unit ->> 'name' as unit,
      r.number, f.event, f.outcome, f.reasons, f.receipt_number as "receiptNumber", f.at
    from exchange.filing f join exchange.peer p on p.id = f.peer_id
    left join exchange.received r on r.peer_id = f.peer_id and r.publication_id = f.publication_id
    where ${where} order by f.at desc, f.id limit ${query.pageSize} offset ${(query.page - 1) * query.pageSize}`.execute(
    db,
  );
  const counted = await sql<{
    total: number;
  }>`select count(*)::int as total from exchange.filing f where ${where}`.execute(db);
  return { items: rows.rows, total: counted.rows[0]?.total ?? 0 };
}
