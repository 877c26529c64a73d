import { type Selectable, sql } from 'kysely';
import type { Queryable } from '../../../platform/db/database.ts';
import { type LedgerTables, ledger } from '../plan-tables.store.ts';

export type ReportRow = Selectable<LedgerTables['plans.report']>;
export type EvidenceRow = Selectable<LedgerTables['plans.evidence']>;
export type UploadRow = Selectable<LedgerTables['plans.upload']>;

export async function reportsOf(db: Queryable, assignmentId: string): Promise<ReportRow[]> {
  return ledger(db)
    .selectFrom('plans.report')
    .selectAll()
    .where('assignment_id', '=', assignmentId)
    .orderBy('seq', 'desc')
    .execute();
}

export async function findReportOfForm(
  db: Queryable,
  assignmentId: string,
  formId: string,
): Promise<ReportRow | undefined> {
  return ledger(db)
    .selectFrom('plans.report')
    .selectAll()
    .where('assignment_id', '=', assignmentId)
    .where('form_id', '=', formId)
    .executeTakeFirst();
}

export async function insertReport(
  db: Queryable,
  row: Pick<
    ReportRow,
    'assignment_id' | 'form_id' | 'kind' | 'milestone' | 'text' | 'percent' | 'by_person' | 'by_name' | 'at'
  >,
): Promise<ReportRow> {
  return ledger(db)
    .insertInto('plans.report')
    .values({
      ...row,
      decision: null,
      decision_reason: null,
      decided_by: null,
      decided_by_name: null,
      decided_at: null,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
}

/** Decides the newest completion report of the milestone; an earlier one that it replaced stays undecided. */
export async function decideReport(
  db: Queryable,
  assignmentId: string,
  decision: { decision: 'accepted' | 'returned'; reason: string | null; by: string | null; byName: string; at: Date },
): Promise<void> {
  await ledger(db)
    .updateTable('plans.report')
    .set({
      decision: decision.decision,
      decision_reason: decision.reason,
      decided_by: decision.by,
      decided_by_name: decision.byName,
      decided_at: decision.at,
    })
    .where('id', '=', (eb) =>
      eb
        .selectFrom('plans.report')
        .select('id')
        .where('assignment_id', '=', assignmentId)
        .where('kind', '=', 'completion')
        .where('decision', 'is', null)
        .orderBy('seq', 'desc')
        .limit(1),
    )
    .execute();
}

export async function lastCompletion(db: Queryable, assignmentId: string): Promise<ReportRow | undefined> {
  return ledger(db)
    .selectFrom('plans.report')
    .selectAll()
    .where('assignment_id', '=', assignmentId)
    .where('kind', '=', 'completion')
    .orderBy('seq', 'desc')
    .executeTakeFirst();
}

export type NewEvidence = Omit<
  EvidenceRow,
  'id' | 'report_id' | 'assignment_id' | 'position' | 'failures' | 'checked_at' | 'address_note'
>;

export async function insertEvidence(db: Queryable, report: ReportRow, items: readonly NewEvidence[]): Promise<void> {
  if (items.length === 0) return;
  await ledger(db)
    .insertInto('plans.evidence')
    .values(
      items.map((item, position) => ({
        ...item,
        report_id: report.id,
        assignment_id: report.assignment_id,
        position,
        address_note: null,
        checked_at: null,
      })),
    )
    .execute();
}

export async function evidenceOf(db: Queryable, assignmentIds: readonly string[]): Promise<EvidenceRow[]> {
  if (assignmentIds.length === 0) return [];
  return ledger(db)
    .selectFrom('plans.evidence')
    .selectAll()
    .where('assignment_id', '=', sql<string>`any(${[...assignmentIds]}::uuid[])`)
    .orderBy('report_id')
    .orderBy('position')
    .execute();
}

export async function findEvidence(db: Queryable, id: string): Promise<EvidenceRow | undefined> {
  return ledger(db).selectFrom('plans.evidence').selectAll().where('id', '=', id).executeTakeFirst();
}

/** Addresses whose check is due, oldest first. */
export async function evidenceToCheck(db: Queryable, now: Date, limit: number): Promise<EvidenceRow[]> {
  return ledger(db)
    .selectFrom('plans.evidence')
    .selectAll()
    .where('check_at', '<=', now)
    .orderBy('check_at')
    .limit(limit)
    .execute();
}

export async function setAddressState(
  db: Queryable,
  id: string,
  set: Pick<EvidenceRow, 'address_state' | 'address_note' | 'failures' | 'checked_at' | 'check_at'>,
): Promise<EvidenceRow> {
  return ledger(db)
    .updateTable('plans.evidence')
    .set(set)
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow();
}

export async function insertUpload(db: Queryable, row: Omit<UploadRow, 'id'>): Promise<UploadRow> {
  return ledger(db).insertInto('plans.upload').values(row).returningAll().executeTakeFirstOrThrow();
}

export async function findUploads(db: Queryable, ids: readonly string[]): Promise<UploadRow[]> {
  if (ids.length === 0) return [];
  return ledger(db)
    .selectFrom('plans.upload')
    .selectAll()
    .where('id', 'in', [...ids])
    .execute();
}

export async function brokenCounts(db: Queryable, assignmentIds: readonly string[]): Promise<Map<string, number>> {
  if (assignmentIds.length === 0) return new Map();
  const rows = await ledger(db)
    .selectFrom('plans.evidence')
    .select(['assignment_id', sql<number>`count(*)`.as('count')])
    .where('assignment_id', '=', sql<string>`any(${[...assignmentIds]}::uuid[])`)
    .where('address_state', 'in', ['unreachable', 'refused'])
    .groupBy('assignment_id')
    .execute();
  return new Map(rows.map((row) => [row.assignment_id, row.count]));
}
