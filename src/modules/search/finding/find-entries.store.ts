import { type RawBuilder, sql } from 'kysely';
import type { Database, Queryable } from '../../../platform/db/database.ts';
import { FACETS, type Facet, type FacetCounts, type Filters } from './facets.ts';

export interface Hit {
  readonly number: number;
  readonly score: number;
}

export interface Found {
  /** Exact up to `COUNTED_AT_MOST`; one more means "more than that". */
  readonly total: number;
  readonly items: readonly Hit[];
  readonly facets: FacetCounts;
}

export interface WeighedTerm {
  /** tsquery literal of one term. */
  readonly query: string;
  /** The rarer the term, the more it tells. */
  readonly weight: number;
  /** So frequent that asking which texts hold it costs more than it tells. */
  readonly everywhere: boolean;
}

export interface FindRequest {
  /** tsquery literal; empty: everything, as a list. */
  readonly query: string;
  /** tsquery literal by which hits are ordered. */
  readonly rank: string;
  /** For hits that need not hold every term: what each term counts. Empty: `rank` alone orders. */
  readonly parts: readonly WeighedTerm[];
  /** Folded; each must stand in title or text letter by letter. */
  readonly phrases: readonly string[];
  readonly filters: Filters;
  readonly newestFirst: boolean;
  readonly offset: number;
  readonly limit: number;
}

/** Counting more would cost every reader time to tell apart what nobody pages through. */
export const COUNTED_AT_MOST = 5000;

/** Of title, names, telling words of the text, and the rest. */
const WEIGHTS = '{0.05, 0.15, 0.5, 1.0}';

const IN_TEXT = 0.4;

/** What is no longer in force stands behind what is. */
const STANDING = sql`case validity when 'repealed' then 0.5 when 'expired' then 0.6 when 'closed' then 0.6 else 1 end`;

/**
 * Counts and orders in one reading of the narrow rows. The planner is told to use the indexes: for a word that stands in nearly every
 * entry it would read whole vectors instead, and compiling the statement takes longer than running it.
 */
export async function findEntries(database: Database, request: FindRequest): Promise<Found> {
  return database.kysely.transaction().execute(async (tx) => {
    await sql`select set_config('enable_seqscan', 'off', true), set_config('jit', 'off', true), set_config('work_mem', '16MB', true)`.execute(
      tx,
    );
    const filtered = FACETS.some((facet) => request.filters[facet] !== undefined);
    const open = await read(tx, request, sql`true`, filtered);
    const found = filtered ? await read(tx, request, conditionOf(request.filters), false) : open;
    const items = isTooMany(found, request) ? await mostTelling(tx, request) : found.items;
    return { total: found.total, items, facets: open.facets };
  });
}

/** A list of everything has an order of its own. */
function isTooMany({ total }: Found, { query }: FindRequest): boolean {
  return total > COUNTED_AT_MOST && query !== '';
}

/** Which texts hold a term is asked only when all hits are at hand: of more than are counted others come first. */
async function read(
  db: Queryable,
  request: FindRequest,
  condition: RawBuilder<unknown>,
  filtered: boolean,
): Promise<Found> {
  const weighable = request.query === '' ? sql`true` : sql`(select count(*) from hits) <= ${COUNTED_AT_MOST}`;
  const filters = filtered ? request.filters : {};
  const { rows } = await sql<{ found: Found }>`
    with hits as materialized (
      select number, kind, unit_id, year, validity, topics, dated_on, ${signsOf(request)} from search.entry
      where ${matching(request, sql`words`)} and ${condition}
      limit ${COUNTED_AT_MOST + 1}
    ), counted as materialized (${countsOf(filters)})
    select json_build_object(
      'total', (select count(*) from hits),
      'facets', json_build_object(${sql.join(FACETS.map((facet) => choicesOf(facet, filters)))}),
      'items', (select coalesce(json_agg(best), '[]') from (
        select number, ${scoreOf(request, sql`true`)} as score from hits where ${weighable}
        order by ${orderOf(request)} limit ${request.limit} offset ${request.offset}
      ) best)
    ) as found`.execute(db);
  return rows[0]?.found as Found;
}

/**
 * When too many match to order them all, those that are about it, by title and telling words, come first. What asking a row's own words
 * costs is told to the planner: they lie outside the row, the index is cheaper.
 */
async function mostTelling(db: Queryable, request: FindRequest): Promise<Hit[]> {
  if (request.parts.length > 0) await sql`select set_config('cpu_operator_cost', '0.25', true)`.execute(db);
  const { rows } = await sql<Hit>`
    with hits as materialized (
      select number, dated_on, validity, ${signsOf(request)} from search.entry
      where ${matching(request, sql`telling`)} and ${conditionOf(request.filters)}
      limit ${COUNTED_AT_MOST}
    )
    select number, ${scoreOf(request, sql`telling @@ ${request.query}::tsquery`)} as score from hits
    order by ${orderOf(request)} limit ${request.limit} offset ${request.offset}`.execute(db);
  return rows.map(({ number, score }) => ({ number: Number(number), score }));
}

function matching(request: FindRequest, vector: RawBuilder<unknown>): RawBuilder<unknown> {
  const words = request.query === '' ? sql`true` : sql`${vector} @@ ${request.query}::tsquery`;
  if (request.phrases.length === 0) return words;
  const phrases = request.phrases.map((phrase) => sql`strpos(lower(p.title || ' ' || p.body), ${phrase}) > 0`);
  return sql`${words} and exists (select from search.passage p where p.number = entry.number and ${sql.join(phrases, sql` and `)})`;
}

/** What the row itself says of its worth: its rank, and which terms it is about. */
function signsOf({ rank, parts }: FindRequest): RawBuilder<unknown> {
  if (rank === '') return sql`0::real as rank`;
  const told = parts.map(({ query }, at) => sql`telling @@ ${query}::tsquery as ${toldOf(at)}`);
  return sql.join([sql`ts_rank(${WEIGHTS}::real[], telling, ${rank}::tsquery) as rank`, ...told]);
}

/** @param among what holds for every hit: no other text needs to be asked */
function scoreOf({ parts }: FindRequest, among: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`(${sql.join([sql`rank`, ...parts.map((part, at) => partOf(part, toldOf(at), among))], sql` + `)}) * ${STANDING}`;
}

/** A term in the text counts less than one that the text is about; texts are asked through the index, not read one by one. */
function partOf(
  { query, weight, everywhere }: WeighedTerm,
  told: RawBuilder<unknown>,
  among: RawBuilder<unknown>,
): RawBuilder<unknown> {
  const inText = everywhere
    ? sql`false`
    : sql`number in (select number from search.entry where words @@ ${query}::tsquery and ${among})`;
  return sql`${weight}::real * case when ${told} then 1 when ${inText} then ${IN_TEXT}::real else 0 end`;
}

function toldOf(at: number): RawBuilder<unknown> {
  return sql.ref(`told${at}`);
}

function orderOf(request: FindRequest): RawBuilder<unknown> {
  return request.newestFirst ? sql`dated_on desc, number desc` : sql`score desc, dated_on desc, number desc`;
}

/** Each facet counts what its own choice would leave: all choices but its own apply. All are counted in one reading of the hits. */
function countsOf(filters: Filters): RawBuilder<unknown> {
  return sql`
    select grouping(kind, unit_id, year, validity) as facet, kind, unit_id, year, validity,
      ${sql.join(COLUMNS.map(([facet]) => sql`(count(*) filter (where ${othersOf(facet, filters)}))::integer as ${sql.ref(`${facet}_count`)}`))}
    from hits group by grouping sets ((kind), (unit_id), (year), (validity))`;
}

/** Column of each facet, and which of the columns are not grouped by in its rows, as PostgreSQL's `grouping` tells. */
const COLUMNS = [
  ['kind', sql`kind`, 0b0111],
  ['unit', sql`unit_id::text`, 0b1011],
  ['year', sql`year::text`, 0b1101],
  ['validity', sql`validity`, 0b1110],
] as const;

function choicesOf(facet: Facet, filters: Filters): RawBuilder<unknown> {
  const column = COLUMNS.find(([name]) => name === facet);
  const counted = column
    ? sql`select ${column[1]} as value, ${sql.ref(`counted.${facet}_count`)} as count from counted where facet = ${sql.lit(column[2])}`
    : sql`select topic as value, count(*)::integer as count from hits, unnest(topics) as topic
        where ${othersOf('topic', filters)} group by 1`;
  return sql`${sql.lit(facet)}, (select coalesce(json_agg(choice), '[]') from (
    select value, count from (${counted}) every where value is not null and count > 0 order by 2 desc, 1 limit 60
  ) choice)`;
}

function othersOf(facet: Facet, filters: Filters): RawBuilder<unknown> {
  const { [facet]: _own, ...others } = filters;
  return conditionOf(others);
}

function conditionOf(filters: Filters): RawBuilder<unknown> {
  const parts = [
    filters.kind && sql`kind = ${filters.kind}`,
    filters.unit && sql`unit_id = ${filters.unit}::uuid`,
    filters.year && sql`year = ${filters.year}::integer`,
    filters.validity && sql`validity = ${filters.validity}`,
    filters.topic && sql`${filters.topic} = any(topics)`,
  ].filter((part) => part !== undefined && part !== '');
  return parts.length === 0 ? sql`true` : sql.join(parts, sql` and `);
}
