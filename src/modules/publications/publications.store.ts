import { sql, type Updateable } from 'kysely';
import type { Queryable } from '../../platform/db/database.ts';
import { type PublicationRow, type PublicationTables, register } from './publication-tables.store.ts';

export type { PublicationRow } from './publication-tables.store.ts';

type Table = PublicationTables['publications.publication'];

export function findPublication(db: Queryable, id: string): Promise<PublicationRow | undefined> {
  return register(db).selectFrom('publications.publication').selectAll().where('id', '=', id).executeTakeFirst();
}

export function findByNumber(db: Queryable, number: number): Promise<PublicationRow | undefined> {
  return register(db)
    .selectFrom('publications.publication')
    .selectAll()
    .where('number', '=', number)
    .executeTakeFirst();
}

export function findPublications(db: Queryable, ids: readonly string[]): Promise<PublicationRow[]> {
  if (ids.length === 0) return Promise.resolve([]);
  return register(db)
    .selectFrom('publications.publication')
    .selectAll()
    .where('id', '=', sql<string>`any(${[...ids]}::uuid[])`)
    .execute();
}

/** Whoever changes a publication or one of its versions holds this row; several are locked in the order of their ids. */
export async function lockPublications(db: Queryable, ids: readonly string[]): Promise<PublicationRow[]> {
  return register(db)
    .selectFrom('publications.publication')
    .selectAll()
    .where('id', '=', sql<string>`any(${[...ids]}::uuid[])`)
    .orderBy('id')
    .forUpdate()
    .execute();
}

export async function updatePublication(db: Queryable, id: string, set: Updateable<Table>): Promise<PublicationRow> {
  return register(db)
    .updateTable('publications.publication')
    .set({ ...set, version: sql<number>`version + 1` })
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow();
}

/** Derives what lists show again from versions, findings and determinations; in the same transaction as every write that touches them. */
export async function refreshSummary(
  db: Queryable,
  id: string,
  fields: { number: string | null; date: string | null },
) {
  await sql`
    update publications.publication as p set
      title = coalesce(shown.content ->> 'title', p.title),
      document_number = ${fields.number}::text,
      formed_on = ${fields.date}::date,
      open_state = open.state,
      scheduled_for = open.scheduled_for,
      drafter_id = coalesce(open.drafter_id, p.drafter_id),
      drafter_name = coalesce(open.drafter_name, p.drafter_name),
      open_findings = coalesce(found.count, 0),
      attribute = decided.attribute,
      manner = decided.manner,
      next_review_on = decided.next_review_on,
      converted_at = coalesce(case when decided.occasion = 'conversion' then decided.at end, p.converted_at),
      version = p.version + 1
    from (select ${id}::uuid as id) as self
    left join publications.version as open
      on open.publication_id = self.id and open.state in ('draft', 'inReview', 'approved', 'scheduled')
    left join lateral (
      select content from publications.version
      where publication_id = self.id and state in ('draft', 'inReview', 'approved', 'scheduled', 'published')
      order by (ordinal is null) desc limit 1
    ) as shown on true
    left join lateral (
      select count(*)::int as count from publications.finding where version_id = open.id and state = 'open'
    ) as found on true
    left join lateral (
      select attribute, manner, next_review_on, occasion, at from publications.determination
      where publication_id = self.id order by seq desc limit 1
    ) as decided on true
    where p.id = self.id`.execute(db);
}
