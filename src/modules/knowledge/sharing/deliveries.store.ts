import { sql } from 'kysely';
import type { Queryable } from '../../../platform/db/database.ts';
import type { Target } from '../knowledge-words.ts';

export interface Handed {
  readonly number: number;
  readonly ordinal: number;
  readonly state: 'public' | 'removed';
}

/** Handed once is handed: the same page asked for again changes nothing. */
export async function noteDelivered(
  db: Queryable,
  receiverId: string,
  handed: readonly Handed[],
  when: { readonly cursor: number; readonly at: Date },
): Promise<void> {
  if (handed.length === 0) return;
  await sql`
    insert into knowledge.delivery (receiver_id, number, ordinal, state, cursor, delivered_at)
    select ${receiverId}::uuid, number, ordinal, state, ${when.cursor}, ${when.at}
    from jsonb_to_recordset(${JSON.stringify(handed)}::jsonb) as given(number bigint, ordinal integer, state text)
    on conflict do nothing`.execute(db);
}

/** Who asks for what comes behind a cursor has kept what came before it. */
export async function confirmUpTo(db: Queryable, receiverId: string, cursor: number, at: Date): Promise<void> {
  await sql`
    update knowledge.delivery set confirmed_at = ${at}
    where receiver_id = ${receiverId}::uuid and cursor <= ${cursor} and confirmed_at is null`.execute(db);
}

/** By number of the entry: the kinds of receivers that had its present form. */
export async function deliveredTargets(
  db: Queryable,
  numbers: readonly number[],
): Promise<ReadonlyMap<number, Target[]>> {
  if (numbers.length === 0) return new Map();
  const { rows } = await sql<{ number: string; target: Target }>`
    select distinct d.number, r.target
    from knowledge.delivery d join knowledge.receiver r on r.id = d.receiver_id
    where d.number = any(${numbers}::bigint[]) and d.state = 'public'
      and d.ordinal = (select max(ordinal) from knowledge.delivery l where l.number = d.number)
      and not exists (select from knowledge.delivery g where g.receiver_id = d.receiver_id and g.number = d.number
        and g.state = 'removed' and g.cursor > d.cursor)
    order by 1, 2`.execute(db);
  const found = new Map<number, Target[]>();
  for (const row of rows) found.set(Number(row.number), [...(found.get(Number(row.number)) ?? []), row.target]);
  return found;
}

export interface DeliveryFigures {
  readonly receiverId: string;
  readonly delivered: number;
  readonly confirmed: number;
  readonly lastAt: Date | null;
}

export async function deliveryFigures(db: Queryable): Promise<DeliveryFigures[]> {
  const { rows } = await sql<DeliveryFigures>`
    select receiver_id as "receiverId", count(*)::integer as delivered, count(confirmed_at)::integer as confirmed,
      max(delivered_at) as "lastAt"
    from knowledge.delivery group by 1`.execute(db);
  return rows;
}

/** Forms that a receiver has had: `number.ordinal`. */
export async function hadBy(db: Queryable, receiverId: string): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ form: string }>`
    select number || '.' || ordinal as form from knowledge.delivery where receiver_id = ${receiverId}::uuid and state = 'public'`.execute(
    db,
  );
  return new Set(rows.map((row) => row.form));
}

export interface DeliveryRow extends Handed {
  readonly receiver: string;
  readonly target: Target;
  readonly deliveredAt: Date;
  readonly confirmedAt: Date | null;
}

export async function listDeliveries(
  db: Queryable,
  query: {
    readonly receiverId?: string | undefined;
    readonly number?: number | undefined;
    page: number;
    pageSize: number;
  },
): Promise<{ items: DeliveryRow[]; total: number }> {
  const where = sql`(${query.receiverId ?? null}::uuid is null or d.receiver_id = ${query.receiverId ?? null}::uuid)
    and (${query.number ?? null}::bigint is null or d.number = ${query.number ?? null}::bigint)`;
  const { rows } = await sql<DeliveryRow>`
    select r.name as receiver, r.target, d.number, d.ordinal, d.state, d.delivered_at as "deliveredAt", d.confirmed_at as "confirmedAt"
    from knowledge.delivery d join knowledge.receiver r on r.id = d.receiver_id
    where ${where}
    order by d.delivered_at desc, d.number desc, r.name
    limit ${query.pageSize} offset ${(query.page - 1) * query.pageSize}`.execute(db);
  const counted = await sql<{ total: number }>`
    select count(*)::integer as total from knowledge.delivery d where ${where}`.execute(db);
  return { items: rows.map((row) => ({ ...row, number: Number(row.number) })), total: counted.rows[0]?.total ?? 0 };
}
