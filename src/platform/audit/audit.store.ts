import { createHash } from 'node:crypto';
import { type Generated, sql } from 'kysely';
import type { Queryable } from '../db/database.ts';

export type AuditTables = {
  'audit.entry': {
    seq: number;
    at: Date;
    actor_type: string;
    actor_id: string | null;
    action: string;
    kind: string;
    subject_id: string;
    unit_id: string | null;
    outcome: string;
    detail: unknown;
    previous_hash: string;
    hash: string;
  };
  'audit.head': { singleton: Generated<boolean>; seq: number; hash: string };
};

export interface AuditRecord {
  readonly at: Date;
  readonly actorType: string;
  readonly actorId: string | null;
  readonly action: string;
  readonly kind: string;
  readonly subjectId: string;
  readonly unitId: string | null;
  readonly outcome: 'done' | 'refused';
  /** No personal data: ids, states, field names. */
  readonly detail: Readonly<Record<string, unknown>>;
}

/** Appends one entry, chained by hash to the one before; the head row is locked until the transaction ends, so the chain never forks. */
export async function appendAudit(db: Queryable, record: AuditRecord): Promise<void> {
  const audit = db.withTables<AuditTables>();
  const head = await audit.selectFrom('audit.head').selectAll().forUpdate().executeTakeFirstOrThrow();
  const seq = head.seq + 1;
  const hash = hashEntry(seq, head.hash, record);
  await audit
    .insertInto('audit.entry')
    .values({
      seq,
      at: record.at,
      actor_type: record.actorType,
      actor_id: record.actorId,
      action: record.action,
      kind: record.kind,
      subject_id: record.subjectId,
      unit_id: record.unitId,
      outcome: record.outcome,
      detail: sql`${JSON.stringify(record.detail)}::jsonb`,
      previous_hash: head.hash,
      hash,
    })
    .execute();
  await audit.updateTable('audit.head').set({ seq, hash }).execute();
}

/** SHA-256 over a canonical text of the entry and the hash before it; hex. */
export function hashEntry(seq: number, previousHash: string, record: AuditRecord): string {
  const text = JSON.stringify([
    seq,
    previousHash,
    record.at.toISOString(),
    record.actorType,
    record.actorId,
    record.action,
    record.kind,
    record.subjectId,
    record.unitId,
    record.outcome,
    canonical(record.detail),
  ]);
  return createHash('sha256').update(text).digest('hex');
}

/** jsonb does not keep the order of keys, so the hash must not depend on it. */
function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical);
  if (value === null || typeof value !== 'object') return value;
  return Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, inner]) => [key, canonical(inner)]);
}

/** Number of the newest entry: changes with every change, so it serves as the version of all data. */
export async function auditPosition(db: Queryable): Promise<number> {
  const head = await db.withTables<AuditTables>().selectFrom('audit.head').select('seq').executeTakeFirstOrThrow();
  return head.seq;
}
