import { type Generated, type Insertable, type Selectable, sql } from 'kysely';
import type { LocalDate } from '../../../kernel/local-date.ts';
import type { Queryable } from '../../../platform/db/database.ts';

export type TopicTables = {
  'library.topic': {
    id: Generated<string>;
    code: string;
    name: string;
    kind: 'class' | 'collection';
    description: string;
    lead_unit_id: string | null;
    tags: string[];
    audiences: string[];
    sort: number;
    retired_on: LocalDate | null;
    version: Generated<number>;
  };
  'library.tag': {
    id: Generated<string>;
    name: string;
    family: string;
    audiences: string[];
    since: LocalDate;
    retired_on: LocalDate | null;
    replaced_by: string | null;
    version: Generated<number>;
  };
  'library.patrol': {
    id: Generated<string>;
    topic_id: string;
    patrolled_on: LocalDate;
    documents: number;
    gaps: number;
    findings: string;
    by_person: string | null;
    by_name: string;
    at: Date;
  };
};

export type TopicRow = Selectable<TopicTables['library.topic']>;
export type TagRow = Selectable<TopicTables['library.tag']>;
export type PatrolRow = Selectable<TopicTables['library.patrol']>;
export type TopicValues = Omit<Insertable<TopicTables['library.topic']>, 'id' | 'version'>;
export type TagValues = Omit<Insertable<TopicTables['library.tag']>, 'id' | 'version'>;

const tables = (db: Queryable) => db.withTables<TopicTables>();

export function allTopics(db: Queryable): Promise<TopicRow[]> {
  return tables(db)
    .selectFrom('library.topic')
    .selectAll()
    .orderBy('kind', 'desc')
    .orderBy('sort')
    .orderBy('code')
    .execute();
}

export function allTags(db: Queryable): Promise<TagRow[]> {
  return tables(db).selectFrom('library.tag').selectAll().orderBy('family').orderBy('name').execute();
}

export function lockTopic(db: Queryable, id: string): Promise<TopicRow | undefined> {
  return tables(db).selectFrom('library.topic').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
}

export function lockTag(db: Queryable, id: string): Promise<TagRow | undefined> {
  return tables(db).selectFrom('library.tag').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
}

export async function insertTopic(db: Queryable, values: TopicValues): Promise<string> {
  const row = await tables(db).insertInto('library.topic').values(values).returning('id').executeTakeFirstOrThrow();
  return row.id;
}

export async function updateTopic(db: Queryable, id: string, values: TopicValues): Promise<void> {
  await tables(db)
    .updateTable('library.topic')
    .set({ ...values, version: sql`version + 1` })
    .where('id', '=', id)
    .execute();
}

export async function insertTag(db: Queryable, values: TagValues): Promise<string> {
  const row = await tables(db).insertInto('library.tag').values(values).returning('id').executeTakeFirstOrThrow();
  return row.id;
}

export async function updateTag(db: Queryable, id: string, values: TagValues): Promise<void> {
  await tables(db)
    .updateTable('library.tag')
    .set({ ...values, version: sql`version + 1` })
    .where('id', '=', id)
    .execute();
}

/** Newest first. */
export function patrolsOf(db: Queryable, topicId: string): Promise<PatrolRow[]> {
  return tables(db)
    .selectFrom('library.patrol')
    .selectAll()
    .where('topic_id', '=', topicId)
    .orderBy('at', 'desc')
    .limit(100)
    .execute();
}

/** The last patrol of every topic. */
export async function lastPatrols(db: Queryable): Promise<PatrolRow[]> {
  const { rows } =
    await sql<PatrolRow>`select distinct on (topic_id) * from library.patrol order by topic_id, at desc`.execute(db);
  return rows;
}

export async function insertPatrol(
  db: Queryable,
  values: Omit<Insertable<TopicTables['library.patrol']>, 'id'>,
): Promise<PatrolRow> {
  return tables(db).insertInto('library.patrol').values(values).returningAll().executeTakeFirstOrThrow();
}

/** How many policy documents carry each label. */
export async function tagCounts(db: Queryable): Promise<Map<string, number>> {
  const { rows } = await sql<{ tag: string; count: number }>`select unnest(tags) as tag, count(*)::int as count
    from library.document where kind = 'policyDocument' group by 1`.execute(db);
  return new Map(rows.map((row) => [row.tag, row.count]));
}

/** How many policy documents each topic holds: a class by its name, a collection by its labels. */
export async function topicCounts(db: Queryable): Promise<Map<string, number>> {
  const { rows } = await sql<{ id: string; count: number }>`select t.id, count(d.number)::int as count
    from library.topic t left join library.document d on d.kind = 'policyDocument'
      and case when t.kind = 'class' then d.topic = t.name else d.tags && t.tags end
    group by t.id`.execute(db);
  return new Map(rows.map((row) => [row.id, row.count]));
}
