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
  'audit.waiting': {
    id: Generated<number>;
    at: Date;
    actor_type: string;
    actor_id: string | null;
    action: string;
    kind: string;
    subject_id: string;
    unit_id: string | null;
    outcome: string;
    detail: unknown;
    hashed_text: string;
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

/** A statement takes 65,535 values. */
const AT_ONCE = 1000;

/**
 * Appends entries in their order. They are chained by hash to those before when the transaction commits, where the chain's head is locked,
 * so it never forks and is never waited for during the work.
 */
export async function appendAudit(db: Queryable, records: readonly AuditRecord[]): Promise<void> {
  const rows = records.map((record) => ({
    at: record.at,
    actor_type: record.actorType,
    actor_id: record.actorId,
    action: record.action,
    kind: record.kind,
    subject_id: record.subjectId,
    unit_id: record.unitId,
    outcome: record.outcome,
    detail: sql`${JSON.stringify(record.detail)}::jsonb`,
    hashed_text: hashedText(record),
  }));
  const audit = db.withTables<AuditTables>();
  for (let from = 0; from < rows.length; from += AT_ONCE) {
    await audit
      .insertInto('audit.waiting')
      .values(rows.slice(from, from + AT_ONCE))
      .execute();
  }
}

/** SHA-256 over a canonical text of the entry and the hash before it; hex. The database does the same when it chains an entry. */
export function hashEntry(seq: number, previousHash: string, record: AuditRecord): string {
  return createHash('sha256')
    .update(`[${seq},"${previousHash}",${hashedText(record)}`)
    .digest('hex');
}

/** The end of a JSON array that begins with number and hash before. */
function hashedText(record: AuditRecord): string {
  const text = JSON.stringify([
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
  return text.slice(1);
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
