import { type Generated, type Selectable, type SqlBool, sql, type Updateable } from 'kysely';
import type { LocalDate } from '../../../kernel/local-date.ts';
import type { Queryable } from '../../../platform/db/database.ts';
import type { ProceedingKind, ProceedingResult } from '../request-facts.ts';
import type { Challenged, Fault, Procedure, ProceedingEvent } from './proceeding-words.ts';
import type { ProceedingQuery } from './proceedings.contract.ts';

type ProceedingTables = {
  'requests.proceeding': {
    id: Generated<string>;
    kind: ProceedingKind;
    procedure: Procedure;
    unit_id: string;
    case_id: string | null;
    matter: string;
    earlier_id: string | null;
    body: string;
    body_number: string;
    challenged: Challenged;
    received_on: LocalDate;
    answer_due_on: LocalDate;
    answered_on: LocalDate | null;
    heard_on: LocalDate | null;
    closed_on: LocalDate | null;
    result: ProceedingResult | null;
    outcome: string | null;
    fault: Fault | null;
    orders_anew: Generated<boolean>;
    reopened_at: Date | null;
    lessons: string | null;
    rectify_what: string | null;
    rectify_due_on: LocalDate | null;
    rectified_on: LocalDate | null;
    rectified_how: string | null;
    registered_at: Date;
    version: Generated<number>;
  };
  'requests.proceeding_history': {
    id: Generated<string>;
    proceeding_id: string;
    at: Date;
    by_name: string;
    event: ProceedingEvent;
    text: string;
  };
  'requests.proceeding_setting': { only_one: boolean; report_workdays: number; version: number };
};
export type ProceedingRow = Selectable<ProceedingTables['requests.proceeding']>;
export type ProceedingChanges = Omit<Updateable<ProceedingTables['requests.proceeding']>, 'id' | 'version'>;
export type ProceedingHistoryRow = Selectable<ProceedingTables['requests.proceeding_history']>;
type NewProceeding = Pick<
  ProceedingRow,
  | 'kind'
  | 'procedure'
  | 'unit_id'
  | 'case_id'
  | 'matter'
  | 'earlier_id'
  | 'body'
  | 'body_number'
  | 'challenged'
  | 'received_on'
  | 'answer_due_on'
  | 'registered_at'
>;

const tables = (db: Queryable) => db.withTables<ProceedingTables>();

/** @returns undefined: the same number of the same body is on record for the unit */
export async function insertProceeding(db: Queryable, row: NewProceeding): Promise<string | undefined> {
  const made = await tables(db)
    .insertInto('requests.proceeding')
    .values(row)
    .onConflict((conflict) => conflict.columns(['unit_id', 'body', 'body_number']).doNothing())
    .returning('id')
    .executeTakeFirst();
  return made?.id;
}

export function findProceeding(db: Queryable, id: string): Promise<ProceedingRow | undefined> {
  return tables(db).selectFrom('requests.proceeding').selectAll().where('id', '=', id).executeTakeFirst();
}

/** @returns false: somebody else changed it first */
export async function changeProceeding(
  db: Queryable,
  { id, version }: { readonly id: string; readonly version: number },
  changes: ProceedingChanges,
): Promise<boolean> {
  const row = await tables(db)
    .updateTable('requests.proceeding')
    .set({ ...changes, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

export async function addProceedingHistory(db: Queryable, row: Omit<ProceedingHistoryRow, 'id'>): Promise<void> {
  await tables(db).insertInto('requests.proceeding_history').values(row).execute();
}

export function proceedingHistory(db: Queryable, id: string): Promise<ProceedingHistoryRow[]> {
  return tables(db)
    .selectFrom('requests.proceeding_history')
    .selectAll()
    .where('proceeding_id', '=', id)
    .orderBy('id')
    .execute();
}

/** Suits that followed it. */
export function laterThan(db: Queryable, id: string): Promise<ProceedingRow[]> {
  return tables(db)
    .selectFrom('requests.proceeding')
    .selectAll()
    .where('earlier_id', '=', id)
    .orderBy('received_on')
    .execute();
}

/** Whose answer is still to be handed in; their days rest on the calendar. */
export function unanswered(db: Queryable): Promise<ProceedingRow[]> {
  return tables(db)
    .selectFrom('requests.proceeding')
    .selectAll()
    .where('answered_on', 'is', null)
    .where('closed_on', 'is', null)
    .orderBy('id')
    .execute();
}

interface Reach {
  /** Units whose proceedings the person may read; null: all. */
  readonly unitIds: readonly string[] | null;
  readonly soonUntil: LocalDate;
}

/** The duty that comes next first, then what is open, then the newest. */
export async function listProceedings(
  db: Queryable,
  query: ProceedingQuery,
  reach: Reach,
): Promise<{ readonly rows: readonly ProceedingRow[]; readonly total: number }> {
  const from = tables(db)
    .selectFrom('requests.proceeding as p')
    .where(sql<SqlBool>`${sql.join([sql`true`, ...conditions(query, reach)], sql` and `)}`);
  const { total } = await from.select((eb) => eb.fn.countAll<string>().as('total')).executeTakeFirstOrThrow();
  const rows = await from
    .selectAll('p')
    .orderBy(sql`${DUE} nulls last`)
    .orderBy(sql`p.closed_on is null`, 'desc')
    .orderBy('p.received_on', 'desc')
    .orderBy('p.id')
    .limit(query.pageSize)
    .offset((query.page - 1) * query.pageSize)
    .execute();
  return { rows, total: Number(total) };
}

const DUE = sql`case when p.closed_on is null and p.answered_on is null then p.answer_due_on
  when p.rectified_on is null then p.rectify_due_on end`;

function conditions(query: ProceedingQuery, { unitIds, soonUntil }: Reach) {
  const { unitId, kind, group, result, fault, caseId, receivedYear, closedYear, pending, due, text, ids } = query;
  const like = text ? `%${text.replaceAll(/[\\%_]/g, '\\$&')}%` : null;
  return [
    ...(unitIds === null ? [] : [sql`p.unit_id = any(${unitIds}::uuid[])`]),
    ...(ids ? [sql`p.id = any(${ids}::uuid[])`] : []),
    ...(unitId ? [sql`p.unit_id = ${unitId}::uuid`] : []),
    ...(kind ? [sql`p.kind = ${kind}`] : []),
    ...(group === 'suits' ? [sql`p.kind <> 'reconsideration'`] : []),
    ...(group === 'reconsiderations' ? [sql`p.kind = 'reconsideration'`] : []),
    ...(result ? [sql`p.result = ${result}`] : []),
    ...(fault ? [sql`coalesce(p.fault, 'other') = ${fault} and p.result = 'corrected'`] : []),
    ...(caseId ? [sql`p.case_id = ${caseId}::uuid`] : []),
    ...(receivedYear ? [sql`extract(year from p.received_on) = ${receivedYear}`] : []),
    ...(closedYear ? [sql`extract(year from p.closed_on) = ${closedYear}`] : []),
    ...(pending === 'true' ? [sql`p.closed_on is null`] : pending === 'false' ? [sql`p.closed_on is not null`] : []),
    ...(due === 'true' ? [sql`${DUE} <= ${soonUntil}::date`] : []),
    ...(like === null ? [] : [sql`(p.matter like ${like} or p.body_number like ${like} or p.body like ${like})`]),
  ];
}

/** Received by the last of these days and not closed before the first: what part four of the annual report counts. */
export function proceedingsWithin(
  db: Queryable,
  of: { readonly unitIds: readonly string[]; readonly from: LocalDate; readonly to: LocalDate },
): Promise<ProceedingRow[]> {
  return tables(db)
    .selectFrom('requests.proceeding')
    .selectAll()
    .where(sql<SqlBool>`unit_id = any(${of.unitIds}::uuid[])`)
    .where('received_on', '<=', of.to)
    .where((eb) => eb.or([eb('closed_on', 'is', null), eb('closed_on', '>=', of.from)]))
    .orderBy('received_on')
    .orderBy('id')
    .execute();
}

/** @param unitIds null: all units */
export function closedBetween(
  db: Queryable,
  of: { readonly unitIds: readonly string[] | null; readonly from: LocalDate; readonly to: LocalDate },
): Promise<ProceedingRow[]> {
  const reach = of.unitIds === null ? sql<SqlBool>`true` : sql<SqlBool>`unit_id = any(${of.unitIds}::uuid[])`;
  return tables(db)
    .selectFrom('requests.proceeding')
    .selectAll()
    .where(reach)
    .where('closed_on', '>=', of.from)
    .where('closed_on', '<=', of.to)
    .orderBy('closed_on')
    .orderBy('id')
    .execute();
}

export function receivedBetween(
  db: Queryable,
  of: { readonly unitIds: readonly string[] | null; readonly from: LocalDate; readonly to: LocalDate },
): Promise<ProceedingRow[]> {
  const reach = of.unitIds === null ? sql<SqlBool>`true` : sql<SqlBool>`unit_id = any(${of.unitIds}::uuid[])`;
  return tables(db)
    .selectFrom('requests.proceeding')
    .selectAll()
    .where(reach)
    .where('received_on', '>=', of.from)
    .where('received_on', '<=', of.to)
    .orderBy('received_on')
    .orderBy('id')
    .execute();
}

export async function proceedingSetting(db: Queryable): Promise<{ reportWorkdays: number; version: number }> {
  const row = await tables(db).selectFrom('requests.proceeding_setting').selectAll().executeTakeFirstOrThrow();
  return { reportWorkdays: row.report_workdays, version: row.version };
}

/** @returns false: somebody else changed it first */
export async function setReportWorkdays(db: Queryable, workdays: number, version: number): Promise<boolean> {
  const row = await tables(db)
    .updateTable('requests.proceeding_setting')
    .set({ report_workdays: workdays, version: version + 1 })
    .where('version', '=', version)
    .returning('version')
    .executeTakeFirst();
  return row !== undefined;
}
