import { type Generated, type Selectable, sql } from 'kysely';
import type { LocalDate } from '../../../kernel/local-date.ts';
import type { Queryable } from '../../../platform/db/database.ts';
import type { ClusterState, QuestionSource } from '../knowledge-words.ts';

type Tables = {
  'knowledge.cluster': {
    id: Generated<string>;
    label: string;
    unit_id: string | null;
    policy_number: number | null;
    times: number;
    first_on: LocalDate;
    last_on: LocalDate;
    state: Generated<ClusterState>;
    publication_id: string | null;
    reason: string | null;
    dismissed_times: number | null;
    decided_at: Date | null;
    decided_by: string | null;
    version: Generated<number>;
  };
  'knowledge.cluster_question': {
    source: QuestionSource;
    key: string;
    cluster_id: string;
    times: number;
    first_on: LocalDate;
    last_on: LocalDate;
    unit_id: string | null;
  };
};
export type ClusterRow = Selectable<Tables['knowledge.cluster']>;
export type ClusterQuestionRow = Selectable<Tables['knowledge.cluster_question']>;
export type ClusterFigures = Pick<ClusterRow, 'label' | 'unit_id' | 'policy_number' | 'times' | 'first_on' | 'last_on'>;

const tables = (db: Queryable) => db.withTables<Tables>();

export function allClusters(db: Queryable): Promise<ClusterRow[]> {
  return tables(db).selectFrom('knowledge.cluster').selectAll().orderBy('id').execute();
}

export function allClusterQuestions(db: Queryable): Promise<ClusterQuestionRow[]> {
  return tables(db).selectFrom('knowledge.cluster_question').selectAll().execute();
}

/** One process at a time; the row locks of the others wait for the end of the transaction. */
export async function lockClusters(db: Queryable): Promise<void> {
  await sql`lock table knowledge.cluster in share row exclusive mode`.execute(db);
}

export async function insertCluster(db: Queryable, figures: ClusterFigures): Promise<string> {
  const row = await tables(db)
    .insertInto('knowledge.cluster')
    .values(figures)
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
}

export async function updateFigures(db: Queryable, id: string, figures: ClusterFigures): Promise<void> {
  await tables(db).updateTable('knowledge.cluster').set(figures).where('id', '=', id).execute();
}

export async function reopen(db: Queryable, id: string): Promise<void> {
  await tables(db)
    .updateTable('knowledge.cluster')
    .set({ state: 'open', publication_id: null, reason: null, dismissed_times: null, version: sql`version + 1` })
    .where('id', '=', id)
    .execute();
}

export async function deleteClusters(db: Queryable, ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await tables(db).deleteFrom('knowledge.cluster').where('id', 'in', ids).execute();
}

/** All of them anew: which question stands where follows from the questions alone. */
export async function replaceQuestions(db: Queryable, rows: readonly ClusterQuestionRow[]): Promise<void> {
  await tables(db).deleteFrom('knowledge.cluster_question').execute();
  if (rows.length === 0) return;
  await sql`
    insert into knowledge.cluster_question (source, key, cluster_id, times, first_on, last_on, unit_id)
    select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given(source text, key text, cluster_id uuid, times integer,
      first_on date, last_on date, unit_id uuid)`.execute(db);
}

export function findCluster(db: Queryable, id: string): Promise<ClusterRow | undefined> {
  return tables(db).selectFrom('knowledge.cluster').selectAll().where('id', '=', id).executeTakeFirst();
}

export function lockCluster(db: Queryable, id: string): Promise<ClusterRow | undefined> {
  return tables(db).selectFrom('knowledge.cluster').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
}

export function questionsOfCluster(db: Queryable, id: string): Promise<ClusterQuestionRow[]> {
  return tables(db)
    .selectFrom('knowledge.cluster_question')
    .selectAll()
    .where('cluster_id', '=', id)
    .orderBy('times', 'desc')
    .orderBy('last_on', 'desc')
    .orderBy('key')
    .execute();
}

export async function decideCluster(
  db: Queryable,
  id: string,
  set: Pick<ClusterRow, 'state' | 'publication_id' | 'reason' | 'dismissed_times' | 'decided_at' | 'decided_by'>,
): Promise<void> {
  await tables(db)
    .updateTable('knowledge.cluster')
    .set({ ...set, version: sql`version + 1` })
    .where('id', '=', id)
    .execute();
}

export async function listClusters(
  db: Queryable,
  query: {
    readonly states: readonly ClusterState[];
    readonly leastTimes: number;
    /** Null: all. */
    readonly unitIds: readonly string[] | null;
    readonly page: number;
    readonly pageSize: number;
  },
): Promise<{ items: ClusterRow[]; total: number }> {
  if (query.unitIds?.length === 0) return { items: [], total: 0 };
  const found = tables(db)
    .selectFrom('knowledge.cluster')
    .where('state', 'in', query.states)
    .where('times', '>=', query.leastTimes)
    .$if(query.unitIds !== null, (qb) => qb.where('unit_id', 'in', query.unitIds ?? []));
  const items = await found
    .selectAll()
    .orderBy('times', 'desc')
    .orderBy('last_on', 'desc')
    .orderBy('id')
    .limit(query.pageSize)
    .offset((query.page - 1) * query.pageSize)
    .execute();
  const { total } = await found.select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  return { items, total: Number(total) };
}
