import { sql } from 'kysely';
import type { LocalDate } from '../../kernel/local-date.ts';
import type { Queryable } from '../../platform/db/database.ts';
import type { PublicationRow } from './publication-tables.store.ts';
import type { PublicationQuery } from './publications.contract.ts';
import type { FiguresQuery } from './register.contract.ts';
import type { FormedForTerm } from './terms/public-term.ts';

/** What the person may see: all, or those of his units, and for the office's reviewers what waits for the office. */
export interface Reach {
  readonly unitIds: readonly string[] | null;
  /** Kinds with a step of the office, when he is one of its people. */
  readonly officeKinds: readonly string[];
}

export interface Asker {
  readonly personId: string | null;
  /** `<unit id>:<role>` of every grant. */
  readonly roles: readonly string[];
  readonly today: LocalDate;
  readonly terms: readonly FormedForTerm[];
}

/** What may go to the national archives: official documents of earlier years, and what is marked already; duplicates merged into others do not. */
export interface ArchiveScope {
  readonly kinds: readonly string[];
  /** Formed before this day. */
  readonly formedBefore: LocalDate;
}

/** A reason is asked for after the term alone, and nothing becomes public after it without one. */
const LATE = sql`late_reason_at is not null`;

const SORTS = {
  formedOn: sql`formed_on nulls last, id`,
  updatedAt: sql`updated_at, id`,
  '-updatedAt': sql`updated_at desc, id`,
  title: sql`title, id`,
  '-publishedAt': sql`published_at desc nulls last, id`,
  nextReviewOn: sql`next_review_on nulls last, id`,
  scheduledFor: sql`scheduled_for nulls last, id`,
} as const;

export async function listPublications(
  db: Queryable,
  query: PublicationQuery,
  reach: Reach,
  who: Asker,
  archive?: ArchiveScope,
): Promise<{ items: PublicationRow[]; total: number }> {
  const where = sql.join(
    [...reached(reach), ...filters(query, who), ...(archive ? [archivable(archive)] : [])],
    sql` and `,
  );
  const rows = await sql<PublicationRow & { total: number }>`
    select *, count(*) over () as total from publications.publication
    where ${where}
    order by ${SORTS[query.sort]}
    limit ${query.pageSize} offset ${(query.page - 1) * query.pageSize}`.execute(db);
  if (rows.rows.length > 0) return { items: rows.rows, total: rows.rows[0]?.total ?? 0 };
  const counted = await sql<{ total: number }>`
    select count(*) as total from publications.publication where ${where}`.execute(db);
  return { items: [], total: counted.rows[0]?.total ?? 0 };
}

function archivable({ kinds, formedBefore }: ArchiveScope) {
  return sql`(archived_on is not null
    or (kind = any(${[...kinds]}::text[]) and life <> 'merged' and formed_on < ${formedBefore}::date))`;
}

function reached({ unitIds, officeKinds }: Reach) {
  if (unitIds === null) return [sql`true`];
  const own = sql`unit_id = any(${[...unitIds]}::uuid[])`;
  if (officeKinds.length === 0) return [own];
  return [
    sql`(${own} or (kind = any(${[...officeKinds]}::text[]) and open_state in ('inReview', 'approved', 'scheduled')))`,
  ];
}

/** In work, to be public, and nobody was shown it at a fixed point either. */
export function pending(terms: readonly FormedForTerm[], day: 'soon' | 'over') {
  if (terms.length === 0) return sql`false`;
  const formed = terms.map(
    (term) => sql`(kind = ${term.kind} and formed_on <= ${term[day]}::date
      and (converted_at is null or (converted_at at time zone 'Asia/Shanghai')::date <= ${term[day]}::date))`,
  );
  return sql`(life = 'none' and open_state is not null and archived_on is null
    and coalesce(attribute, 'proactive') = 'proactive' and (${sql.join(formed, sql` or `)})
    and not exists (select 1 from publications.targeted_disclosure t where t.publication_id = publication.id))`;
}

function filters(query: PublicationQuery, { personId, roles, today, terms }: Asker) {
  const parts = [];
  if (query.kind) parts.push(sql`kind = ${query.kind}`);
  if (query.unitId) parts.push(sql`unit_id = ${query.unitId}::uuid`);
  if (query.open) parts.push(query.open === 'none' ? sql`open_state is null` : sql`open_state = ${query.open}`);
  if (query.life) parts.push(sql`life = ${query.life}`);
  if (query.attribute)
    parts.push(query.attribute === 'none' ? sql`attribute is null` : sql`attribute = ${query.attribute}`);
  if (query.manner) parts.push(sql`manner = ${query.manner}`);
  if (query.reviewDue) parts.push(is(query.reviewDue, sql`coalesce(next_review_on <= ${today}::date, false)`));
  if (query.term) parts.push(query.term === 'late' ? LATE : pending(terms, query.term === 'due' ? 'soon' : 'over'));
  if (query.converted) parts.push(is(query.converted, sql`converted_at is not null`));
  if (query.archived) parts.push(is(query.archived, sql`archived_on is not null`));
  if (query.mine && personId) parts.push(is(query.mine, sql`coalesce(drafter_id = ${personId}::uuid, false)`));
  if (query.formedFrom) parts.push(sql`formed_on >= ${query.formedFrom}::date`);
  if (query.formedTo) parts.push(sql`formed_on <= ${query.formedTo}::date`);
  if (query.text) {
    const words = `%${query.text.replaceAll(/[\\%_]/g, '\\$&')}%`;
    parts.push(sql`(title ilike ${words} or document_number ilike ${words})`);
  }
  if (query.waitingForMe && personId) {
    const seen = sql`exists (select 1 from publications.version v join publications.version_editor e on e.version_id = v.id
      where v.publication_id = publication.id and v.state = 'inReview' and e.person_id = ${personId}::uuid)`;
    parts.push(
      is(query.waitingForMe, sql`(open_state = 'inReview' and waiting_for && ${[...roles]}::text[] and not ${seen})`),
    );
  }
  return parts;
}

function is(flag: 'true' | 'false', condition: ReturnType<typeof sql>) {
  return flag === 'true' ? condition : sql`not ${condition}`;
}

/** REV-C1 to C5, counted from the same rows the list shows. */
export async function registerFigures(
  db: Queryable,
  query: FiguresQuery,
  reach: Reach,
  on: Pick<Asker, 'today' | 'terms'>,
) {
  const { today } = on;
  const parts = [...reached(reach)];
  if (query.unitId) parts.push(sql`unit_id = ${query.unitId}::uuid`);
  if (query.year) parts.push(sql`extract(year from formed_on) = ${query.year}`);
  const result = await sql<Record<string, number>>`
    select count(*)::int as registered,
      (count(*) filter (where attribute = 'proactive'))::int as proactive,
      (count(*) filter (where attribute = 'onRequest'))::int as on_request,
      (count(*) filter (where attribute = 'withheld'))::int as withheld,
      (count(*) filter (where attribute is null))::int as undetermined,
      (count(*) filter (where attribute is null and archived_on is null
        and formed_on < date_trunc('year', ${today}::date)))::int as old_undetermined,
      (count(*) filter (where next_review_on is not null))::int as kept_back,
      (count(*) filter (where next_review_on > ${today}::date))::int as reviewed_in_time,
      (count(*) filter (where converted_at >= date_trunc('year', ${today}::date)))::int as converted_this_year,
      (count(*) filter (where life in ('public', 'withdrawn')))::int as published,
      (count(*) filter (where ${pending(on.terms, 'over')}))::int as over_term,
      (count(*) filter (where ${LATE} and life <> 'none'))::int as published_late,
      (count(*) filter (where life = 'public' and exists (
        select 1 from publications.version v
        join publications.finding f on f.version_id = v.id and f.state = 'open'
        where v.publication_id = publication.id and v.state = 'published')))::int as published_with_open_findings,
      (count(*) filter (where life = 'public' and adopted_from is null and not exists (
        select 1 from publications.version v
        join publications.review r on r.version_id = v.id and r.decision = 'approved' and r.void_at is null
          and r.content_hash = v.content_hash
        where v.publication_id = publication.id and v.state = 'published')))::int as published_without_reviews
    from publications.publication
    where ${sql.join(parts, sql` and `)}`.execute(db);
  const [row] = result.rows;
  if (!row) throw new Error('figures give one row');
  return row;
}
