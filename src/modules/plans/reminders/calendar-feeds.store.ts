import { type Generated, sql } from 'kysely';
import type { LocalDate } from '../../../kernel/local-date.ts';
import type { Queryable } from '../../../platform/db/database.ts';
import { shareStateSql } from '../ledger/ledger.store.ts';
import type { TaskState } from '../plan-words.ts';

type FeedTables = {
  'plans.calendar_feed': {
    id: Generated<string>;
    person_id: string;
    token_hash: string;
    created_at: Date;
    last_used_at: Date | null;
    revoked_at: Date | null;
  };
};
const of = (db: Queryable) => db.withTables<FeedTables>();

export async function feedsOf(db: Queryable, personId: string) {
  return of(db)
    .selectFrom('plans.calendar_feed')
    .selectAll()
    .where('person_id', '=', personId)
    .where('revoked_at', 'is', null)
    .orderBy('created_at')
    .execute();
}

export async function insertFeed(db: Queryable, personId: string, tokenHash: string, at: Date) {
  return of(db)
    .insertInto('plans.calendar_feed')
    .values({ person_id: personId, token_hash: tokenHash, created_at: at, last_used_at: null, revoked_at: null })
    .returningAll()
    .executeTakeFirstOrThrow();
}

export async function revokeFeed(db: Queryable, personId: string, id: string, at: Date): Promise<boolean> {
  const row = await of(db)
    .updateTable('plans.calendar_feed')
    .set({ revoked_at: at })
    .where('id', '=', id)
    .where('person_id', '=', personId)
    .where('revoked_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

export async function findFeed(db: Queryable, tokenHash: string) {
  return of(db)
    .selectFrom('plans.calendar_feed')
    .selectAll()
    .where('token_hash', '=', tokenHash)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
}

/** Written at most once an hour: calendar programs ask often. */
export async function markFeedUsed(db: Queryable, id: string, at: Date): Promise<void> {
  await of(db)
    .updateTable('plans.calendar_feed')
    .set({ last_used_at: at })
    .where('id', '=', id)
    .where((eb) => eb.or([eb('last_used_at', 'is', null), eb('last_used_at', '<', new Date(at.getTime() - 3_600_000))]))
    .execute();
}

export interface FeedLine {
  readonly id: string;
  readonly task_id: string;
  readonly number: number;
  readonly name: string | null;
  readonly content: string;
  readonly plan_title: string;
  readonly unit_id: string;
  readonly alert_on: LocalDate;
  readonly due_on: LocalDate | null;
  readonly state: TaskState;
  readonly version: number;
}

/** Dated shares of published plans that concern the person: of his units, or named to him. */
export async function feedLines(
  db: Queryable,
  of: { personId: string; unitIds: readonly string[]; from: LocalDate; today: LocalDate },
): Promise<FeedLine[]> {
  const { rows } = await sql<FeedLine>`
    select share.id, share.task_id, task.number, task.name, task.content, plan.title as plan_title, share.unit_id, share.alert_on,
      share.due_on, ${shareStateSql(of.today)} as state, share.version
    from plans.assignment as share
    join plans.task as task on task.id = share.task_id
    join plans.plan as plan on plan.id = share.plan_id
    where plan.state = 'published' and not share.removed and share.state <> 'accepted' and share.alert_on >= ${of.from}
      and (share.unit_id = any(${[...of.unitIds]}::uuid[]) or share.person_id = ${of.personId})
    order by share.alert_on, task.number
    limit 1000`.execute(db);
  return rows;
}
