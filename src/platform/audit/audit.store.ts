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
  const entry = {
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
  };
  // One statement: everybody else's change waits for the head meanwhile.
  await audit
    .with('appended', (db) => db.insertInto('audit.entry').values(entry))
    .updateTable('audit.head')
    .set({ seq, hash })
    .execute();
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
    // As it will be read back: undefined is left out, a Date becomes its text.
    canonical(JSON.parse(JSON.stringify(record.detail))),
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

export interface StoredEntry extends AuditRecord {
  readonly seq: number;
  readonly previousHash: string;
  readonly hash: string;
}

/** Entries after `seq` in their order. */
export async function readEntries(db: Queryable, afterSeq: number, limit: number): Promise<StoredEntry[]> {
  const rows = await db
    .withTables<AuditTables>()
    .selectFrom('audit.entry')
    .selectAll()
    .where('seq', '>', afterSeq)
    .orderBy('seq')
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    seq: row.seq,
    at: row.at,
    actorType: row.actor_type,
    actorId: row.actor_id,
    action: row.action,
    kind: row.kind,
    subjectId: row.subject_id,
    unitId: row.unit_id,
    outcome: row.outcome as AuditRecord['outcome'],
    detail: row.detail as Record<string, unknown>,
    previousHash: row.previous_hash,
    hash: row.hash,
  }));
}

export async function readHead(db: Queryable): Promise<{ seq: number; hash: string } | undefined> {
  return db.withTables<AuditTables>().selectFrom('audit.head').select(['seq', 'hash']).executeTakeFirst();
}
