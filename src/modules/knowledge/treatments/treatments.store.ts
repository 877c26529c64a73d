import { type Generated, type Insertable, type Selectable, sql } from 'kysely';
import type { LocalDate } from '../../../kernel/local-date.ts';
import type { Change } from '../../../platform/change/change.ts';
import type { Queryable } from '../../../platform/db/database.ts';
import { nameOf } from '../name-of.ts';
import { type MeasureKind, OPEN_TREATMENT_STATES, type TreatmentState } from './treatment-words.ts';

type Tables = {
  'knowledge.treatment': {
    id: Generated<string>;
    request_id: string;
    title: string;
    unit_id: string;
    cluster_id: string | null;
    state: Generated<TreatmentState>;
    inquiry: Generated<string>;
    cause: Generated<string>;
    measure_kind: MeasureKind | null;
    measure: Generated<string>;
    due_on: LocalDate | null;
    effective_on: LocalDate | null;
    result: Generated<string>;
    proofs: Generated<readonly (number | string)[]>;
    opened_at: Date;
    opened_on: LocalDate;
    opened_by: string;
    finished_at: Date | null;
    finished_by_id: string | null;
    finished_by: string | null;
    verified_at: Date | null;
    verified_by: string | null;
    verdict: string | null;
    drop_reason: string | null;
    version: Generated<number>;
  };
  'knowledge.treatment_history': {
    id: Generated<string>;
    treatment_id: string;
    at: Date;
    by_name: string;
    act: string;
    text: string;
  };
};
export type TreatmentRow = Selectable<Tables['knowledge.treatment']>;
export type NewTreatment = Insertable<Tables['knowledge.treatment']>;
const tables = (db: Queryable) => db.withTables<Tables>();

/** @returns undefined when this request opened one before, or the group of questions is being treated */
export function insertTreatment(db: Queryable, row: NewTreatment): Promise<TreatmentRow | undefined> {
  return tables(db)
    .insertInto('knowledge.treatment')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .returningAll()
    .executeTakeFirst();
}

export function treatmentOfRequest(db: Queryable, requestId: string): Promise<TreatmentRow | undefined> {
  return tables(db)
    .selectFrom('knowledge.treatment')
    .selectAll()
    .where('request_id', '=', requestId)
    .executeTakeFirst();
}

export function findTreatment(db: Queryable, id: string): Promise<TreatmentRow | undefined> {
  return tables(db).selectFrom('knowledge.treatment').selectAll().where('id', '=', id).executeTakeFirst();
}

export function lockTreatment(db: Queryable, id: string): Promise<TreatmentRow | undefined> {
  return tables(db).selectFrom('knowledge.treatment').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
}

export type TreatmentChange = Partial<Omit<TreatmentRow, 'id' | 'request_id' | 'version'>>;

export async function updateTreatment(db: Queryable, id: string, set: TreatmentChange): Promise<void> {
  await tables(db)
    .updateTable('knowledge.treatment')
    .set({ ...set, version: sql`version + 1` })
    .where('id', '=', id)
    .execute();
}

/** Keeps what happened in a Chinese sentence; the audit chain is written beside it by the change. */
export async function addHistory(change: Change, treatmentId: string, act: string, text: string): Promise<void> {
  await tables(change.tx)
    .insertInto('knowledge.treatment_history')
    .values({ treatment_id: treatmentId, at: change.at, by_name: nameOf(change.actor), act, text })
    .execute();
}

/** Newest first. */
export function historyOf(db: Queryable, treatmentId: string) {
  return tables(db)
    .selectFrom('knowledge.treatment_history')
    .select(['at', 'by_name', 'text'])
    .where('treatment_id', '=', treatmentId)
    .orderBy('id', 'desc')
    .limit(500)
    .execute();
}

export interface TreatmentFilter {
  readonly state?: TreatmentState | undefined;
  readonly standing?: 'open' | 'late' | 'finished' | undefined;
  readonly unitId?: string | undefined;
  readonly clusterId?: string | undefined;
  readonly caseId?: string | undefined;
  readonly openedFrom?: LocalDate | undefined;
  readonly openedTo?: LocalDate | undefined;
  /** Null: all. */
  readonly unitIds: readonly string[] | null;
  readonly today: LocalDate;
}

function found(db: Queryable, of: TreatmentFilter) {
  return tables(db)
    .selectFrom('knowledge.treatment as t')
    .$if(of.unitIds !== null, (qb) => qb.where('t.unit_id', 'in', of.unitIds ?? []))
    .$if(of.state !== undefined, (qb) => qb.where('t.state', '=', of.state ?? 'inquiry'))
    .$if(of.standing === 'open', (qb) => qb.where('t.state', 'in', OPEN_TREATMENT_STATES))
    .$if(of.standing === 'late', (qb) =>
      qb.where('t.state', 'in', ['inquiry', 'acting']).where('t.due_on', '<', of.today),
    )
    .$if(of.standing === 'finished', (qb) => qb.where('t.state', 'in', ['done', 'verified']))
    .$if(of.unitId !== undefined, (qb) => qb.where('t.unit_id', '=', of.unitId ?? ''))
    .$if(of.clusterId !== undefined, (qb) => qb.where('t.cluster_id', '=', of.clusterId ?? ''))
    .$if(of.openedFrom !== undefined, (qb) => qb.where('t.opened_on', '>=', of.openedFrom ?? of.today))
    .$if(of.openedTo !== undefined, (qb) => qb.where('t.opened_on', '<=', of.openedTo ?? of.today))
    .$if(of.caseId !== undefined, (qb) =>
      qb.where(
        sql<boolean>`exists (select from knowledge.treatment_case as c where c.treatment_id = t.id and c.case_id = ${of.caseId}
          and c.left_out_at is null)`,
      ),
    );
}

/** Those first on which somebody has to do something, by the day they are due. */
export async function listTreatments(
  db: Queryable,
  query: TreatmentFilter & { readonly page: number; readonly pageSize: number },
): Promise<{ items: TreatmentRow[]; total: number }> {
  if (query.unitIds?.length === 0) return { items: [], total: 0 };
  const items = await found(db, query)
    .selectAll('t')
    .orderBy(sql`t.state in ('inquiry', 'acting', 'done')`, 'desc')
    .orderBy('t.due_on', (by) => by.asc().nullsLast())
    .orderBy('t.opened_at', 'desc')
    .orderBy('t.id')
    .limit(query.pageSize)
    .offset((query.page - 1) * query.pageSize)
    .execute();
  const { total } = await found(db, query)
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  return { items, total: Number(total) };
}

/** State and due day of all that are found, for figures. */
export async function treatmentStandings(
  db: Queryable,
  of: TreatmentFilter,
): Promise<Pick<TreatmentRow, 'id' | 'state' | 'due_on'>[]> {
  if (of.unitIds?.length === 0) return [];
  return found(db, of).select(['t.id', 't.state', 't.due_on']).execute();
}

/** Of these groups of questions, those that are or were treated. */
export async function treatedClusters(
  db: Queryable,
  ids: readonly string[],
): Promise<ReadonlyMap<string, TreatmentState>> {
  if (ids.length === 0) return new Map();
  const rows = await tables(db)
    .selectFrom('knowledge.treatment')
    .select(['cluster_id', 'state'])
    .where('cluster_id', 'in', ids)
    .where('state', '<>', 'dropped')
    .orderBy('opened_at')
    .execute();
  return new Map(rows.flatMap((row) => (row.cluster_id === null ? [] : [[row.cluster_id, row.state] as const])));
}
