import { sql } from 'kysely';
import type { Page } from '../../../kernel/page.ts';
import type { Queryable } from '../../../platform/db/database.ts';
import type {
  OpenEvent,
  OpenFile,
  OpenItem,
  OpenItemSummary,
  OpenItemsFilter,
  OpenItemsQuery,
  OpenRecord,
  OpenRelation,
  OpenVersion,
} from './open-publications.ts';
import { itemOf, summaryOf } from './open-rows.ts';
import { open } from './public-tables.store.ts';

const SUMMARY = [
  'publication_id',
  'number',
  'kind',
  'unit_id',
  'status',
  'title',
  'fields',
  'columns',
  'dated_on',
  'first_published_at',
  'published_at',
  'ended_at',
  'reason',
  'merged_into',
  'changed_at',
] as const;

export async function findItem(db: Queryable, number: number): Promise<OpenItem | undefined> {
  const row = await open(db)
    .selectFrom('publications.public_item')
    .selectAll()
    .where('number', '=', number)
    .executeTakeFirst();
  return row && itemOf(row);
}

export async function findItemOf(db: Queryable, publicationId: string): Promise<OpenItem | undefined> {
  const row = await open(db)
    .selectFrom('publications.public_item')
    .selectAll()
    .where('publication_id', '=', publicationId)
    .executeTakeFirst();
  return row && itemOf(row);
}

export async function listItems(db: Queryable, query: OpenItemsQuery): Promise<Page<OpenItemSummary>> {
  const rows = await filtered(db, query)
    .select(SUMMARY)
    .orderBy(ORDERS[query.sort ?? '-publishedAt'])
    .limit(query.pageSize)
    .offset((query.page - 1) * query.pageSize)
    .execute();
  const { total } = await filtered(db, query).select(sql<number>`count(*)`.as('total')).executeTakeFirstOrThrow();
  return { items: rows.map(summaryOf), total, page: query.page, pageSize: query.pageSize };
}

const ORDERS = {
  '-publishedAt': sql`published_at desc, number desc`,
  '-datedOn': sql`dated_on desc, number desc`,
  datedOn: sql`dated_on, number`,
  title: sql`title, number`,
  number: sql`number`,
} as const;

export async function countItems(db: Queryable, by: string, query: OpenItemsFilter) {
  const value = COUNTED[by] ?? sql<string>`fields ->> ${by}`;
  const values =
    COUNTED[by] || by === 'column'
      ? (COUNTED[by] ?? sql<string>`unnest(columns)`)
      : sql<string>`case when jsonb_typeof(fields -> ${by}) = 'array' then null else ${value} end`;
  const rows = await filtered(db, query)
    .select([values.as('value'), sql<number>`count(*)`.as('count')])
    .groupBy(sql`1`)
    .execute();
  const listed = COUNTED[by] || by === 'column' ? [] : await countListed(db, by, query);
  return [...rows, ...listed]
    .filter((row) => row.value !== null && row.value !== '')
    .sort((a, b) => b.count - a.count || a.value.localeCompare(b.value));
}

const COUNTED: Readonly<Record<string, ReturnType<typeof sql<string>>>> = {
  unitId: sql<string>`unit_id::text`,
  kind: sql<string>`kind`,
  year: sql<string>`extract(year from dated_on)::int::text`,
  status: sql<string>`status`,
};

function countListed(db: Queryable, by: string, query: OpenItemsFilter) {
  return filtered(db, query)
    .where(sql<boolean>`jsonb_typeof(fields -> ${by}) = 'array'`)
    .select([sql<string>`jsonb_array_elements_text(fields -> ${by})`.as('value'), sql<number>`count(*)`.as('count')])
    .groupBy(sql`1`)
    .execute();
}

function filtered(db: Queryable, query: OpenItemsFilter) {
  let rows = open(db)
    .selectFrom('publications.public_item')
    .where('status', 'in', [...(query.statuses ?? (['public'] as const))]);
  if (query.kinds) rows = rows.where('kind', 'in', query.kinds.length > 0 ? [...query.kinds] : ['']);
  if (query.unitId) rows = rows.where('unit_id', '=', query.unitId);
  if (query.column) rows = rows.where(sql<boolean>`columns @> array[${query.column}]::text[]`);
  if (query.year)
    rows = rows.where(
      sql<boolean>`dated_on >= make_date(${query.year}, 1, 1) and dated_on <= make_date(${query.year}, 12, 31)`,
    );
  if (query.from) rows = rows.where('dated_on', '>=', query.from);
  if (query.to) rows = rows.where('dated_on', '<=', query.to);
  if (query.numbers) rows = rows.where('number', 'in', query.numbers.length > 0 ? [...query.numbers] : [-1]);
  for (const [field, value] of Object.entries(query.fields ?? {})) {
    const forms = [value, [value], ...(value === 'true' || value === 'false' ? [value === 'true'] : [])];
    rows = rows.where((e) =>
      e.or(forms.map((form) => sql<boolean>`fields @> ${JSON.stringify({ [field]: form })}::jsonb`)),
    );
  }
  return rows;
}

export async function historyOf(db: Queryable, number: number): Promise<OpenEvent[]> {
  const rows = await open(db)
    .selectFrom('publications.public_event')
    .selectAll()
    .where('number', '=', number)
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    number: row.number,
    ordinal: row.ordinal,
    what: row.what,
    at: row.at,
    changeKind: row.change_kind,
    note: row.note,
  }));
}

export async function openVersions(db: Queryable, number: number): Promise<OpenVersion[]> {
  const rows = await open(db)
    .selectFrom('publications.public_version')
    .select(['number', 'ordinal', 'title', 'published_at', 'change_kind', 'change_note', 'record_hash'])
    .where('number', '=', number)
    .orderBy('ordinal', 'desc')
    .execute();
  return rows.map((row) => ({
    number: row.number,
    ordinal: row.ordinal,
    title: row.title,
    publishedAt: row.published_at,
    changeKind: row.change_kind,
    changeNote: row.change_note,
    recordHash: row.record_hash,
  }));
}

/** The form with its proof; of what was removed there is none. */
export async function findForm(db: Queryable, number: number, ordinal: number | undefined) {
  let query = open(db).selectFrom('publications.public_version').selectAll().where('number', '=', number);
  if (ordinal !== undefined) query = query.where('ordinal', '=', ordinal);
  return query.orderBy('ordinal', 'desc').limit(1).executeTakeFirst();
}

export async function findRecord(
  db: Queryable,
  number: number,
  ordinal: number | undefined,
): Promise<OpenRecord | undefined> {
  const row = await findForm(db, number, ordinal);
  return (
    row && { number, ordinal: row.ordinal, bytes: row.record, hash: row.record_hash, publishedAt: row.published_at }
  );
}

export async function findFile(db: Queryable, number: number, sha256: string): Promise<OpenFile | undefined> {
  const row = await open(db)
    .selectFrom('publications.public_file')
    .selectAll()
    .where('number', '=', number)
    .where('sha256', '=', sha256)
    .orderBy('ordinal', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row && { sha256: row.sha256, name: row.name, mediaType: row.media_type, size: row.size };
}

export async function relatedOf(
  db: Queryable,
  item: Pick<OpenItem, 'number' | 'publicationId'>,
): Promise<OpenRelation[]> {
  const to = await open(db)
    .selectFrom('publications.public_relation as r')
    .leftJoin('publications.public_item as i', (join) =>
      join.onRef('i.publication_id', '=', 'r.target_id').on('i.status', '<>', 'removed'),
    )
    .select([
      'r.type',
      'r.address',
      'r.title as name',
      'r.on_day',
      'r.target_id',
      'i.number',
      'i.title',
      'i.kind',
      'i.status',
    ])
    .where('r.number', '=', item.number)
    .orderBy('r.id')
    .execute();
  const from = await open(db)
    .selectFrom('publications.public_relation as r')
    .innerJoin('publications.public_item as i', 'i.number', 'r.number')
    .select(['r.type', 'r.on_day', 'i.number', 'i.title', 'i.kind', 'i.status'])
    .where('r.target_id', '=', item.publicationId)
    .where('i.status', '<>', 'removed')
    .orderBy('i.published_at', 'desc')
    .execute();
  return [
    ...to
      .filter((row) => row.target_id === null || row.number !== null)
      .map((row) => ({
        type: row.type,
        direction: 'to' as const,
        number: row.number,
        address: row.address,
        title: row.title ?? row.name ?? row.address ?? '',
        kind: row.kind,
        status: row.status,
        on: row.on_day,
      })),
    ...from.map((row) => ({
      type: row.type,
      direction: 'from' as const,
      number: row.number,
      address: null,
      title: row.title,
      kind: row.kind,
      status: row.status,
      on: row.on_day,
    })),
  ];
}

export async function titlesOf(db: Queryable, numbers: readonly number[]) {
  if (numbers.length === 0) return [];
  return open(db)
    .selectFrom('publications.public_item')
    .select(['number', 'title', 'status'])
    .where('number', 'in', [...numbers])
    .execute();
}

export async function pointersAmong(
  db: Queryable,
  type: string,
  numbers: readonly number[],
): Promise<{ from: number; to: number }[]> {
  if (numbers.length === 0) return [];
  return open(db)
    .selectFrom('publications.public_relation as r')
    .innerJoin('publications.public_item as a', 'a.number', 'r.number')
    .innerJoin('publications.public_item as b', 'b.publication_id', 'r.target_id')
    .select(['a.number as from', 'b.number as to'])
    .where('r.type', '=', type)
    .where('a.status', '=', 'public')
    .where('b.status', '=', 'public')
    .where((e) => e.or([e('a.number', 'in', [...numbers]), e('b.number', 'in', [...numbers])]))
    .orderBy('a.number')
    .orderBy('b.number')
    .execute();
}

export async function changedAfter(db: Queryable, cursor: number, limit: number) {
  const rows = await open(db)
    .selectFrom('publications.public_item')
    .selectAll()
    .where('change_seq', '>', cursor)
    .orderBy('change_seq')
    .limit(limit)
    .execute();
  return { cursor: rows.at(-1)?.change_seq ?? cursor, items: rows.map(itemOf) };
}

export async function lastChange(db: Queryable): Promise<string> {
  const row = await open(db)
    .selectFrom('publications.public_item')
    .select(sql<number | null>`max(change_seq)`.as('last'))
    .executeTakeFirst();
  return String(row?.last ?? 0);
}
