import { type Selectable, sql } from 'kysely';
import type { LocalDate } from '../../../kernel/local-date.ts';
import type { Queryable } from '../../../platform/db/database.ts';
import { tables } from '../shelf/shelf.store.ts';
import type { ShelfTables } from '../shelf/shelf-tables.store.ts';
import type { ValidityState } from '../validity/validity.ts';
import {
  CURRENT,
  CURRENT_STATES,
  DOCUMENTS_PER_PAGE,
  FACETS,
  type Facet,
  type LibraryFilter,
  type LibrarySort,
} from './library-filter.ts';
import type { ColumnFigure, FacetCount, LibraryPage, ListedDocument, NormativeFacts } from './open-library.ts';

const FACET_LIMIT = 60;

/** The facet's value of a row, written in SQL; arrays give a row each. */
const FACET_SQL: Readonly<Record<Facet, string>> = {
  list: "case when normative then 'normative' else 'other' end",
  validity: 'validity',
  issuer: 'issuer',
  year: 'year::text',
  topic: 'topic',
  audience: 'unnest(audiences)',
};

const ORDER: Readonly<Record<LibrarySort, string>> = {
  newest: 'dated_on desc, number desc',
  oldest: 'dated_on, number',
  published: 'first_published_at desc, number desc',
  title: 'title, number',
};

/** A page of policy documents with the counts of every facet; each facet is counted under all conditions but its own. */
export async function listDocuments(
  db: Queryable,
  filter: LibraryFilter,
  unitId: string | null | undefined,
): Promise<LibraryPage> {
  const all = conditionsOf(filter, unitId);
  const where = joined(all);
  const total = await count(db, where);
  const page = Math.min(filter.page ?? 1, Math.max(1, Math.ceil(total / DOCUMENTS_PER_PAGE)));
  const { rows } = await sql<Row>`select * from library.document where ${where}
    order by ${sql.raw(ORDER[filter.sort ?? 'newest'])}
    limit ${DOCUMENTS_PER_PAGE} offset ${(page - 1) * DOCUMENTS_PER_PAGE}`.execute(db);
  const facets: Partial<Record<Facet, readonly FacetCount[]>> = {};
  for (const facet of FACETS)
    facets[facet] = await countFacet(db, facet, joined(all.filter((one) => one.name !== facet)));
  return { items: rows.map(documentOf), total, page, facets: facets as LibraryPage['facets'] };
}

type Row = Selectable<ShelfTables['library.document']>;
interface Condition {
  readonly name: string;
  readonly sql: ReturnType<typeof sql<boolean>>;
}

function conditionsOf(filter: LibraryFilter, unitId: string | null | undefined): Condition[] {
  const all: Condition[] = [{ name: 'kind', sql: sql`kind = 'policyDocument'` }];
  const add = (name: string, condition: Condition['sql']) => all.push({ name, sql: condition });
  if (filter.list) add('list', sql`normative = ${filter.list === 'normative'}`);
  if (filter.validity) add('validity', sql`validity in (${sql.join(statesOf(filter.validity))})`);
  if (filter.issuer) add('issuer', sql`issuer = ${filter.issuer}`);
  if (filter.year) add('year', sql`year = ${filter.year}`);
  if (filter.topic) add('topic', sql`topic = ${filter.topic}`);
  if (filter.audience)
    add(
      'audience',
      sql`audiences && (array[${filter.audience}]::text[]
      || array(select name from library.audience_lineage where ancestor = ${filter.audience}))`,
    );
  if (filter.tag) add('tag', sql`tags @> array[${filter.tag}]::text[]`);
  if (filter.column) add('column', sql`columns @> array[${filter.column}]::text[]`);
  if (filter.unit) add('unit', sql`unit_id = ${unitId ?? '00000000-0000-0000-0000-000000000000'}`);
  for (const part of (filter.q ?? '').split(/\s+/).filter(Boolean)) {
    const like = `%${part.replace(/[\\%_]/g, '\\$&')}%`;
    add(
      'q',
      sql`(title ilike ${like} or document_number ilike ${like} or issuer like ${like} or summary like ${like}
      or tags @> array[${part}]::text[])`,
    );
  }
  return all;
}

function statesOf(wish: string): readonly string[] {
  return wish === CURRENT ? CURRENT_STATES : [wish];
}

function joined(all: readonly Condition[]) {
  return sql.join(
    all.map((one) => one.sql),
    sql` and `,
  );
}

async function count(db: Queryable, where: ReturnType<typeof joined>): Promise<number> {
  const { rows } = await sql<{
    count: number;
  }>`select count(*)::int as count from library.document where ${where}`.execute(db);
  return rows[0]?.count ?? 0;
}

async function countFacet(db: Queryable, facet: Facet, where: ReturnType<typeof joined>): Promise<FacetCount[]> {
  if (facet === 'audience') return countAudiences(db, where);
  const value = sql.raw(FACET_SQL[facet]);
  const order = facet === 'year' ? sql`value desc` : sql`count desc, value`;
  const { rows } = await sql<FacetCount & { value: string | null }>`
    select value, count(*)::int as count from (select ${value} as value from library.document where ${where}) counted
    where value is not null group by value order by ${order} limit ${FACET_LIMIT}`.execute(db);
  return rows;
}

/** What is for a kind of an audience is for the audience: a document counts once for each wider one. */
async function countAudiences(db: Queryable, where: ReturnType<typeof joined>): Promise<FacetCount[]> {
  const { rows } = await sql<FacetCount>`
    select wider.value, count(distinct wider.number)::int as count, max(kept.parent) as parent
    from (
      select carried.number, coalesce(lineage.ancestor, carried.name) as value
      from (select number, unnest(audiences) as name from library.document where ${where}) carried
      left join library.audience_lineage lineage on lineage.name = carried.name
    ) wider
    left join library.audience kept on kept.name = wider.value
    group by wider.value order by count desc, wider.value limit ${FACET_LIMIT}`.execute(db);
  return rows;
}

export async function documentByNumber(db: Queryable, number: number): Promise<ListedDocument | undefined> {
  const row = await tables(db)
    .selectFrom('library.document')
    .selectAll()
    .where('number', '=', number)
    .executeTakeFirst();
  return row && documentOf(row);
}

/** Validity today of those that have one, by number. */
export async function validities(
  db: Queryable,
  numbers: readonly number[],
): Promise<ReadonlyMap<number, ValidityState>> {
  if (numbers.length === 0) return new Map();
  const rows = await tables(db)
    .selectFrom('library.document')
    .select(['number', 'validity'])
    .where('number', 'in', [...numbers])
    .where('kind', '=', 'policyDocument')
    .execute();
  return new Map(rows.map((row) => [row.number, row.validity]));
}

/** Newest first by the day on which they became public. */
export async function newestDocuments(db: Queryable, limit: number): Promise<ListedDocument[]> {
  const rows = await tables(db)
    .selectFrom('library.document')
    .selectAll()
    .where('kind', '=', 'policyDocument')
    .orderBy('first_published_at', 'desc')
    .orderBy('number', 'desc')
    .limit(limit)
    .execute();
  return rows.map(documentOf);
}

/** Normative documents whose last day lies in the range, soonest first. */
export async function expiringDocuments(db: Queryable, from: LocalDate, to: LocalDate): Promise<ListedDocument[]> {
  const rows = await tables(db)
    .selectFrom('library.document')
    .selectAll()
    .where('normative', '=', true)
    .where('validity', 'in', ['inForce', 'amended', 'notYetInForce'])
    .where('last_day', '>=', from)
    .where('last_day', '<=', to)
    .orderBy('last_day')
    .orderBy('number')
    .execute();
  return rows.map(documentOf);
}

/** Documents of a topic: of its class, or with one of its labels; newest first. */
export async function documentsOfTopic(
  db: Queryable,
  topic: { readonly name: string; readonly kind: 'class' | 'collection'; readonly tags: readonly string[] },
  limit: number,
): Promise<{ items: ListedDocument[]; total: number }> {
  const where = topic.kind === 'class' ? sql`topic = ${topic.name}` : sql`tags && ${sql.val([...topic.tags])}::text[]`;
  const { rows } = await sql<Row & { total: number }>`select *, count(*) over ()::int as total from library.document
    where kind = 'policyDocument' and ${where} order by dated_on desc, number desc limit ${limit}`.execute(db);
  return { items: rows.map(documentOf), total: rows[0]?.total ?? 0 };
}

/** Normative documents of some units that are public, whatever became of them since, with what their validity follows from. */
export async function normativeFacts(db: Queryable, unitIds: readonly string[]): Promise<NormativeFacts[]> {
  if (unitIds.length === 0) return [];
  const rows = await tables(db)
    .selectFrom('library.document')
    .selectAll()
    .where('normative', '=', true)
    .where('kind', '=', 'policyDocument')
    .where('unit_id', 'in', [...unitIds])
    .orderBy('dated_on')
    .orderBy('number')
    .execute();
  return rows.map((row) => ({
    number: row.number,
    unitId: row.unit_id,
    documentNumber: row.document_number,
    title: row.title,
    normative: row.normative,
    issuedOn: row.dated_on,
    takesEffectOn: row.takes_effect_on,
    expiresOn: row.expires_on,
    closesOn: row.closes_on,
    relations: row.relations,
  }));
}

export async function columnFigures(db: Queryable): Promise<ColumnFigure[]> {
  const { rows } = await sql<{ unit_id: string; column: string; count: number; newest: LocalDate }>`
    select unit_id, unnest(columns) as "column", count(*)::int as count, max(dated_on) as newest
    from library.document group by 1, 2`.execute(db);
  return rows.map((row) => ({ unitId: row.unit_id, column: row.column, count: row.count, newest: row.newest }));
}

/** How every unit fills every class of articles 20 and 21; normative documents fill the first. */
export async function classFigures(db: Queryable): Promise<ColumnFigure[]> {
  const { rows } = await sql<{ unit_id: string; class: string; count: number; newest: LocalDate }>`
    select unit_id, class, count(*)::int as count, max(dated_on) as newest
    from library.document
    cross join lateral (values (statutory_class), (case when normative then 'cat20.1' end)) filled (class)
    where class is not null group by 1, 2`.execute(db);
  return rows.map((row) => ({ unitId: row.unit_id, column: row.class, count: row.count, newest: row.newest }));
}

export async function titlesOf(
  db: Queryable,
  numbers: readonly number[],
): Promise<ReadonlyMap<number, { readonly title: string; readonly unitId: string; readonly kind: string }>> {
  if (numbers.length === 0) return new Map();
  const rows = await tables(db)
    .selectFrom('library.document')
    .select(['number', 'title', 'unit_id', 'kind'])
    .where(sql<boolean>`number = any(${sql.val([...numbers])}::bigint[])`)
    .execute();
  return new Map(rows.map((row) => [row.number, { title: row.title, unitId: row.unit_id, kind: row.kind }]));
}

/** Newest documents of a column, of one unit or of all. */
export async function documentsInColumn(
  db: Queryable,
  column: string,
  unitId: string | null,
  limit: number,
): Promise<ListedDocument[]> {
  let query = tables(db)
    .selectFrom('library.document')
    .selectAll()
    .where(sql<boolean>`columns @> array[${column}]::text[]`);
  if (unitId !== null) query = query.where('unit_id', '=', unitId);
  const rows = await query.orderBy('dated_on', 'desc').orderBy('number', 'desc').limit(limit).execute();
  return rows.map(documentOf);
}

/** The class under which a reader finds a document; normative documents are in the first. */
const STATUTORY_CLASS = sql<string | null>`case when normative then 'cat20.1' else statutory_class end`;

/** 法定主动公开内容 of a unit: what stands in that column of its own, and what it has published elsewhere under a class of articles 20 and 21. */
export async function statutoryDocuments(
  db: Queryable,
  unitId: string,
  limit: number,
): Promise<{ items: ListedDocument[]; total: number }> {
  const { rows } = await sql<Row & { total: number }>`select *, count(*) over ()::int as total from library.document
    where unit_id = ${unitId} and (columns @> array['statutory']::text[] or ${STATUTORY_CLASS} is not null)
    order by dated_on desc, number desc limit ${limit}`.execute(db);
  return { items: rows.map(documentOf), total: rows[0]?.total ?? 0 };
}

/** What a unit has published under each class of articles 20 and 21. */
export async function statutoryCounts(db: Queryable, unitId: string): Promise<FacetCount[]> {
  const { rows } = await sql<FacetCount>`
    select ${STATUTORY_CLASS} as value, count(*)::int as count
    from library.document where unit_id = ${unitId} and ${STATUTORY_CLASS} is not null group by 1`.execute(db);
  return rows;
}

export async function catalogue(
  db: Queryable,
  unitId: string,
  statutoryClass: string | undefined,
): Promise<ListedDocument[]> {
  let query = tables(db).selectFrom('library.document').selectAll().where('unit_id', '=', unitId);
  if (statutoryClass) query = query.where(sql<boolean>`${STATUTORY_CLASS} = ${statutoryClass}`);
  const rows = await query.orderBy('dated_on', 'desc').orderBy('number', 'desc').limit(500).execute();
  return rows.map(documentOf);
}

/** Addresses for the sitemap, in the order of their numbers. */
export async function addresses(
  db: Queryable,
  offset: number,
  limit: number,
): Promise<{ number: number; changedAt: Date }[]> {
  const rows = await tables(db)
    .selectFrom('library.document')
    .select(['number', 'changed_at'])
    .orderBy('number')
    .offset(offset)
    .limit(limit)
    .execute();
  return rows.map((row) => ({ number: row.number, changedAt: row.changed_at }));
}

export async function countAll(db: Queryable): Promise<number> {
  return count(db, sql`true` as never);
}

export function documentOf(row: Row): ListedDocument {
  return {
    number: row.number,
    kind: row.kind,
    unitId: row.unit_id,
    title: row.title,
    documentNumber: row.document_number,
    indexNumber: row.index_number,
    issuer: row.issuer,
    datedOn: row.dated_on,
    topic: row.topic,
    tags: row.tags,
    audiences: row.audiences,
    normative: row.normative,
    summary: row.summary,
    statutoryClass: row.statutory_class,
    validity: row.validity,
    validitySince: row.validity_since,
    lastDay: row.last_day,
    relations: row.relations,
    interpreted: row.interpreted,
    firstPublishedAt: row.first_published_at,
    publishedAt: row.published_at,
    changedAt: row.changed_at,
  };
}
