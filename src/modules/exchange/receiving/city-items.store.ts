import { sql } from 'kysely';
import type { Queryable } from '../../../platform/db/database.ts';
import type { CityItem } from './city-item.ts';

const COLUMNS = sql`i.peer_id as "peerId", i.number, i.publication_id as "publicationId", i.kind, i.unit_code as "unitCode",
  i.unit_name as "unitName", i.status, i.title, i.document_number as "documentNumber", i.issuer, i.fields, i.body,
  i.body_text as "bodyText", i.attachments, i.relations, i.history, i.dated_on as "datedOn", i.published_at as "publishedAt",
  i.reason, i.ended_at as "endedAt", i.merged_into as "mergedInto", i.receipt_number as "receiptNumber",
  i.received_at as "receivedAt"`;

export async function saveCityItem(db: Queryable, item: CityItem): Promise<void> {
  const json = (value: unknown) => sql`${JSON.stringify(value)}::jsonb`;
  await sql`delete from exchange.city_item where publication_id = ${item.publicationId}::uuid`.execute(db);
  await sql`
    insert into exchange.city_item (peer_id, number, publication_id, kind, unit_code, unit_name, status, title, document_number,
      issuer, fields, body, body_text, attachments, relations, history, dated_on, published_at, reason, ended_at, merged_into,
      receipt_number, received_at, change_seq)
    values (${item.peerId}::uuid, ${item.number}, ${item.publicationId}::uuid, ${item.kind}, ${item.unitCode}, ${item.unitName},
      ${item.status}, ${item.title}, ${item.documentNumber}, ${item.issuer}, ${json(item.fields)},
      ${item.body && JSON.stringify(item.body)}::jsonb, ${item.bodyText}, ${json(item.attachments)}, ${json(item.relations)},
      ${json(item.history)}, ${item.datedOn}::date, ${item.publishedAt}, ${item.reason}, ${item.endedAt}, ${item.mergedInto},
      ${item.receiptNumber}, ${item.receivedAt}, nextval('exchange.public_change'))`.execute(db);
}

/** What became not public at all, for example after its registration was given up. */
export async function dropCityItem(db: Queryable, publicationId: string): Promise<void> {
  await sql`delete from exchange.city_item where publication_id = ${publicationId}::uuid`.execute(db);
  await sql`select nextval('exchange.public_change')`.execute(db);
}

/** Grows with every change of what the city library shows. */
export async function cityVersion(db: Queryable): Promise<string> {
  const result = await sql<{
    last: string;
  }>`select last_value::text || is_called::text as last from exchange.public_change`.execute(db);
  return result.rows[0]?.last ?? '0';
}

export interface CityQuery {
  readonly peer: string | null;
  readonly unit: string | null;
  readonly words: string;
  readonly year: number | null;
  readonly page: number;
  readonly pageSize: number;
}

export type CityRow = Pick<
  CityItem,
  'number' | 'status' | 'title' | 'documentNumber' | 'issuer' | 'unitName' | 'datedOn' | 'kind'
> & { readonly peerCode: string; readonly peerName: string };

export async function listCityItems(db: Queryable, query: CityQuery): Promise<{ items: CityRow[]; total: number }> {
  const where = conditions(query);
  const rows = await sql<CityRow & { total: number }>`
    select i.number, i.status, i.title, i.document_number as "documentNumber", i.issuer, i.unit_name as "unitName",
      i.dated_on as "datedOn", i.kind, p.code as "peerCode", p.name as "peerName", (count(*) over ())::int as total
    from exchange.city_item i join exchange.peer p on p.id = i.peer_id
    where ${where}
    order by i.dated_on desc, i.published_at desc, i.number desc
    limit ${query.pageSize} offset ${(query.page - 1) * query.pageSize}`.execute(db);
  return { items: rows.rows, total: rows.rows[0]?.total ?? (await countCityItems(db, query)) };
}

async function countCityItems(db: Queryable, query: CityQuery): Promise<number> {
  const result = await sql<{ total: number }>`select count(*)::int as total from exchange.city_item i
    join exchange.peer p on p.id = i.peer_id where ${conditions(query)}`.execute(db);
  return result.rows[0]?.total ?? 0;
}

function conditions({ peer, unit, words, year }: CityQuery) {
  const parts = [sql`i.status in ('public', 'withdrawn')`];
  if (peer !== null) parts.push(sql`p.code = ${peer}`);
  if (unit !== null) parts.push(sql`i.unit_name = ${unit}`);
  if (year !== null) parts.push(sql`extract(year from i.dated_on) = ${year}`);
  for (const word of words
    .split(/\s+/)
    .filter((one) => one !== '')
    .slice(0, 5)) {
    const like = `%${word.replaceAll(/[\\%_]/g, '\\$&')}%`;
    parts.push(sql`(i.title ilike ${like} or i.document_number ilike ${like} or i.body_text ilike ${like})`);
  }
  return sql.join(parts, sql` and `);
}

/** What the filters offer, the most frequent first. */
export async function cityChoices(db: Queryable) {
  const shown = sql`i.status in ('public', 'withdrawn')`;
  const peers = await sql<{ value: string; label: string; count: number }>`
    select p.code as value, p.name as label, count(*)::int as count from exchange.city_item i
    join exchange.peer p on p.id = i.peer_id where ${shown} group by 1, 2 order by 3 desc, 2`.execute(db);
  const units = await sql<{ value: string; count: number }>`
    select i.unit_name as value, count(*)::int as count from exchange.city_item i where ${shown}
    group by 1 order by 2 desc, 1 limit 200`.execute(db);
  const years = await sql<{ value: number; count: number }>`
    select extract(year from i.dated_on)::int as value, count(*)::int as count from exchange.city_item i where ${shown}
    group by 1 order by 1 desc`.execute(db);
  return { peers: peers.rows, units: units.rows, years: years.rows };
}

export type CityDocument = CityItem & {
  readonly peerCode: string;
  readonly peerName: string;
  readonly peerUrl: string;
};

export async function findCityItem(db: Queryable, peerCode: string, number: number): Promise<CityDocument | undefined> {
  return (
    await sql<CityDocument>`select ${COLUMNS}, p.code as "peerCode", p.name as "peerName", p.base_url as "peerUrl"
      from exchange.city_item i join exchange.peer p on p.id = i.peer_id
      where p.code = ${peerCode} and i.number = ${number}`.execute(db)
  ).rows[0];
}

/** Those of the peer's numbers that are shown here, with their titles. */
export async function cityTitles(db: Queryable, peerId: string, numbers: readonly number[]) {
  if (numbers.length === 0) return new Map<number, string>();
  const result = await sql<{ number: number; title: string }>`select number, title from exchange.city_item
    where peer_id = ${peerId}::uuid and number = any(${[...numbers]}::bigint[]) and status in ('public', 'withdrawn')`.execute(
    db,
  );
  return new Map(result.rows.map((row) => [Number(row.number), row.title]));
}

/** What points to the number: its interpretations and the documents that repeal or amend it. */
export async function cityPointers(db: Queryable, peerId: string, number: number) {
  const pointer = JSON.stringify([{ number }]);
  return (
    await sql<{ number: number; title: string; relations: CityItem['relations'] }>`
      select number, title, relations from exchange.city_item
      where peer_id = ${peerId}::uuid and status in ('public', 'withdrawn') and relations @> ${pointer}::jsonb
      order by number`.execute(db)
  ).rows;
}
