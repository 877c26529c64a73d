import { type Generated, type Selectable, sql } from 'kysely';
import type { LocalDate } from '../../../kernel/local-date.ts';
import type { Queryable } from '../../../platform/db/database.ts';
import type { ISSUE_STATES } from './meetings.contract.ts';

type IssueTables = {
  'plans.issue': {
    id: Generated<string>;
    plan_id: string | null;
    task_id: string | null;
    unit_id: string | null;
    raised_on: LocalDate;
    title: string;
    question: string;
    state: Generated<(typeof ISSUE_STATES)[number]>;
    decision: string | null;
    decided_on: LocalDate | null;
    outcome: string | null;
    settled_on: LocalDate | null;
    due_on: LocalDate | null;
    updated_at: Date;
    updated_by_name: string;
    version: Generated<number>;
  };
};
export type IssueRow = Selectable<IssueTables['plans.issue']>;
type Writable = Omit<IssueRow, 'id' | 'version'>;
const of = (db: Queryable) => db.withTables<IssueTables>();

export async function listIssues(
  db: Queryable,
  query: { planId?: string | undefined; state?: string | undefined; sort: string; page: number; pageSize: number },
) {
  let found = of(db).selectFrom('plans.issue');
  if (query.planId) found = found.where('plan_id', '=', query.planId);
  if (query.state) found = found.where('state', '=', query.state as IssueRow['state']);
  const { total } = await found.select(sql<number>`count(*)`.as('total')).executeTakeFirstOrThrow();
  const rows = await found
    .selectAll()
    .orderBy('raised_on', query.sort === 'raisedOn' ? 'asc' : 'desc')
    .orderBy('id')
    .limit(query.pageSize)
    .offset((query.page - 1) * query.pageSize)
    .execute();
  return { rows, total };
}

export async function findIssue(db: Queryable, id: string): Promise<IssueRow | undefined> {
  return of(db).selectFrom('plans.issue').selectAll().where('id', '=', id).executeTakeFirst();
}

export async function lockIssue(db: Queryable, id: string): Promise<IssueRow | undefined> {
  return of(db).selectFrom('plans.issue').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
}

export async function insertIssue(db: Queryable, row: Writable): Promise<IssueRow> {
  return of(db).insertInto('plans.issue').values(row).returningAll().executeTakeFirstOrThrow();
}

export async function updateIssue(db: Queryable, row: IssueRow, set: Partial<Writable>): Promise<void> {
  await of(db)
    .updateTable('plans.issue')
    .set({ ...set, version: row.version + 1 })
    .where('id', '=', row.id)
    .execute();
}
