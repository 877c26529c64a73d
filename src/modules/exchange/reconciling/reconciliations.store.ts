import { sql } from 'kysely';
import type { Queryable } from '../../../platform/db/database.ts';
import type { DifferenceKind } from '../filing/filing-words.ts';
import type { ReconciliationFigures } from '../office/exchange.contract.ts';

export interface ReconciliationRow {
  readonly id: string;
  readonly peerId: string;
  readonly peer: string;
  readonly month: string;
  readonly at: Date;
  readonly by: string;
  readonly figures: ReconciliationFigures;
  readonly failure: string | null;
}

export interface FoundDifference {
  readonly kind: DifferenceKind;
  readonly publicationId: string;
  readonly detail: string;
}

const COLUMNS = sql`r.id, r.peer_id as "peerId", p.name as peer, r.month, r.at, r.by_name as by, r.figures, r.failure`;

export async function insertReconciliation(
  db: Queryable,
  row: Omit<ReconciliationRow, 'id' | 'peer'>,
  differences: readonly FoundDifference[],
): Promise<string> {
  const result = await sql<{ id: string }>`
    insert into exchange.reconciliation (peer_id, month, at, by_name, figures, failure)
    values (${row.peerId}::uuid, ${row.month}, ${row.at}, ${row.by}, ${JSON.stringify(row.figures)}::jsonb, ${row.failure})
    returning id`.execute(db);
  const id = result.rows[0]?.id ?? '';
  for (let start = 0; start < differences.length; start += 500) {
    const part = JSON.stringify(
      differences.slice(start, start + 500).map((one, index) => ({ ...one, position: start + index })),
    );
    await sql`insert into exchange.difference (reconciliation_id, position, kind, publication_id, detail)
      select ${id}::uuid, (one ->> 'position')::int, one ->> 'kind', (one ->> 'publicationId')::uuid, one ->> 'detail'
      from jsonb_array_elements(${part}::jsonb) as one`.execute(db);
  }
  return id;
}

export async function listReconciliations(db: Queryable, limit: number): Promise<ReconciliationRow[]> {
  return (
    await sql<ReconciliationRow>`select ${COLUMNS} from exchange.reconciliation r join exchange.peer p on p.id = r.peer_id
      order by r.at desc, r.id limit ${limit}`.execute(db)
  ).rows;
}

export async function findReconciliation(db: Queryable, id: string): Promise<ReconciliationRow | undefined> {
  return (
    await sql<ReconciliationRow>`select ${COLUMNS} from exchange.reconciliation r join exchange.peer p on p.id = r.peer_id
      where r.id = ${id}::uuid`.execute(db)
  ).rows[0];
}

export async function hasReconciliation(db: Queryable, peerId: string, month: string): Promise<boolean> {
  const result = await sql`select 1 from exchange.reconciliation
    where peer_id = ${peerId}::uuid and month = ${month} and failure is null limit 1`.execute(db);
  return result.rows.length > 0;
}

export interface DifferenceRow extends FoundDifference {
  readonly position: number;
  readonly refiledAt: Date | null;
}

export async function listDifferences(
  db: Queryable,
  id: string,
  page: { readonly kind?: DifferenceKind | undefined; readonly limit: number; readonly offset: number },
): Promise<{ items: DifferenceRow[]; total: number }> {
  const kind = page.kind ? sql`and kind = ${page.kind}` : sql``;
  const rows =
    await sql<DifferenceRow>`select position, kind, publication_id as "publicationId", detail, refiled_at as "refiledAt"
    from exchange.difference where reconciliation_id = ${id}::uuid ${kind}
    order by position limit ${page.limit} offset ${page.offset}`.execute(db);
  const counted = await sql<{ total: number }>`select count(*)::int as total from exchange.difference
    where reconciliation_id = ${id}::uuid ${kind}`.execute(db);
  return { items: rows.rows, total: counted.rows[0]?.total ?? 0 };
}

/** @param position absent: all of them. @returns publications to file again */
export async function markRefiled(
  db: Queryable,
  id: string,
  position: number | undefined,
  at: Date,
): Promise<{ publicationId: string; kind: DifferenceKind }[]> {
  const one = position === undefined ? sql`` : sql`and position = ${position}`;
  const result = await sql<{ publicationId: string; kind: DifferenceKind }>`update exchange.difference
    set refiled_at = ${at} where reconciliation_id = ${id}::uuid and kind <> 'receiverExtra' ${one}
    returning publication_id as "publicationId", kind`.execute(db);
  return result.rows;
}
