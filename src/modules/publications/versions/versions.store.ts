import { type Insertable, sql, type Updateable } from 'kysely';
import type { Queryable } from '../../../platform/db/database.ts';
import type { Content } from '../content/content.contract.ts';
import { open } from '../public/public-tables.store.ts';
import { type PublicationTables, register, type VersionRow } from '../publication-tables.store.ts';
import { OPEN_STATES } from '../publication-words.ts';

export type { VersionRow } from '../publication-tables.store.ts';

export interface NumberOfField {
  readonly field: string;
  readonly value: string;
}
/** A number that stands on another publication too. */
export interface SameNumber {
  readonly field: string;
  readonly title: string;
}

type Table = PublicationTables['publications.version'];

/** The version on which people work. */
export function openVersionOf(db: Queryable, publicationId: string): Promise<VersionRow | undefined> {
  return register(db)
    .selectFrom('publications.version')
    .selectAll()
    .where('publication_id', '=', publicationId)
    .where('state', 'in', OPEN_STATES)
    .executeTakeFirst();
}

/** The form that is, or was last, public. */
export function currentVersionOf(db: Queryable, publicationId: string): Promise<VersionRow | undefined> {
  return register(db)
    .selectFrom('publications.version')
    .selectAll()
    .where('publication_id', '=', publicationId)
    .where('ordinal', 'is not', null)
    .orderBy('ordinal', 'desc')
    .limit(1)
    .executeTakeFirst();
}

/** Newest first. */
export function versionsOf(db: Queryable, publicationId: string): Promise<VersionRow[]> {
  return register(db)
    .selectFrom('publications.version')
    .selectAll()
    .where('publication_id', '=', publicationId)
    .orderBy('created_at', 'desc')
    .orderBy('ordinal', (order) => order.desc().nullsFirst())
    .orderBy('id')
    .execute();
}

export function findVersion(db: Queryable, id: string): Promise<VersionRow | undefined> {
  return register(db).selectFrom('publications.version').selectAll().where('id', '=', id).executeTakeFirst();
}

export function insertVersion(
  db: Queryable,
  row: Omit<Insertable<Table>, 'content'> & { content: Content },
): Promise<VersionRow> {
  return register(db)
    .insertInto('publications.version')
    .values({ ...row, content: JSON.stringify(row.content) })
    .returningAll()
    .executeTakeFirstOrThrow();
}

export function updateVersion(
  db: Queryable,
  id: string,
  { content, ...set }: Omit<Updateable<Table>, 'content'> & { content?: Content },
): Promise<VersionRow> {
  return register(db)
    .updateTable('publications.version')
    .set({ ...set, ...(content ? { content: JSON.stringify(content) } : {}) })
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow();
}

export async function addEditor(
  db: Queryable,
  versionId: string,
  person: { readonly id: string; readonly name: string },
  at: Date,
): Promise<void> {
  await register(db)
    .insertInto('publications.version_editor')
    .values({ version_id: versionId, person_id: person.id, name: person.name, first_at: at, last_at: at })
    .onConflict((conflict) => conflict.columns(['version_id', 'person_id']).doUpdateSet({ last_at: at }))
    .execute();
}

export function editorsOf(db: Queryable, versionId: string) {
  return register(db)
    .selectFrom('publications.version_editor')
    .selectAll()
    .where('version_id', '=', versionId)
    .orderBy('first_at')
    .execute();
}

/** Numbers by which a publication is told apart from others; replaces those it had. */
export async function replaceNumbers(
  db: Queryable,
  publicationId: string,
  numbers: readonly { readonly field: string; readonly value: string }[],
): Promise<void> {
  await register(db).deleteFrom('publications.own_number').where('publication_id', '=', publicationId).execute();
  await addNumbers(db, publicationId, numbers);
}

export async function addNumbers(
  db: Queryable,
  publicationId: string,
  numbers: readonly { readonly field: string; readonly value: string }[],
): Promise<void> {
  if (numbers.length === 0) return;
  await register(db)
    .insertInto('publications.own_number')
    .values(numbers.map((one) => ({ publication_id: publicationId, ...one })))
    .execute();
}

/** The unit's other publications, not discarded nor removed, that carry one of the numbers. Other units' drafts are none of its business. */
export async function sameNumbersOfUnit(
  db: Queryable,
  of: { readonly publicationId: string; readonly unitId: string },
  numbers: readonly NumberOfField[],
): Promise<SameNumber[]> {
  if (numbers.length === 0) return [];
  return register(db)
    .selectFrom('publications.own_number as n')
    .innerJoin('publications.publication as p', 'p.id', 'n.publication_id')
    .select(['n.field', 'p.title'])
    .where('n.publication_id', '<>', of.publicationId)
    .where('p.unit_id', '=', of.unitId)
    .where((e) => e.or([e('p.open_state', 'is not', null), e('p.life', 'in', ['public', 'withdrawn'])]))
    .where((e) => e.or(numbers.map((one) => e.and([e('n.field', '=', one.field), e('n.value', '=', one.value)]))))
    .execute();
}

/**
 * Public texts of whichever unit, withdrawn ones included, that carry one of the numbers.
 * @param kinds of which a field's values are told apart
 */
export async function samePublicNumbers(
  db: Queryable,
  publicationId: string,
  numbers: readonly NumberOfField[],
  kinds: (field: string) => readonly string[],
): Promise<SameNumber[]> {
  if (numbers.length === 0) return [];
  const rows = await open(db)
    .selectFrom('publications.public_item')
    .select(['kind', 'fields', 'title'])
    .where('publication_id', '<>', publicationId)
    .where('status', 'in', ['public', 'withdrawn'])
    .where((e) =>
      e.or(numbers.map(({ field, value }) => sql<boolean>`fields @> ${JSON.stringify({ [field]: value })}::jsonb`)),
    )
    .execute();
  return rows.flatMap(({ kind, fields, title }) =>
    numbers
      .filter(({ field, value }) => fields[field] === value && kinds(field).includes(kind))
      .map(({ field }) => ({ field, title })),
  );
}

/** To which publications a version points; found from the other side without reading every content. */
export async function replaceLinks(
  db: Queryable,
  versionId: string,
  links: readonly { readonly type: string; readonly targetId: string }[],
): Promise<void> {
  await register(db).deleteFrom('publications.link').where('version_id', '=', versionId).execute();
  await addLinks(db, versionId, links);
}

export async function addLinks(
  db: Queryable,
  versionId: string,
  links: readonly { readonly type: string; readonly targetId: string }[],
): Promise<void> {
  if (links.length === 0) return;
  await register(db)
    .insertInto('publications.link')
    .values(links.map((link) => ({ version_id: versionId, type: link.type, target_id: link.targetId })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Open versions of publications never public that point to it by the relation. */
export async function openPointersTo(db: Queryable, targetId: string, relation: string): Promise<string[]> {
  const rows = await register(db)
    .selectFrom('publications.link as l')
    .innerJoin('publications.version as v', 'v.id', 'l.version_id')
    .innerJoin('publications.publication as p', 'p.id', 'v.publication_id')
    .select('p.id')
    .distinct()
    .where('l.target_id', '=', targetId)
    .where('l.type', '=', relation)
    .where('v.state', 'in', OPEN_STATES)
    .where('p.life', '=', 'none')
    .execute();
  return rows.map((row) => row.id);
}

export async function nextOrdinal(db: Queryable, publicationId: string): Promise<number> {
  const row = await register(db)
    .selectFrom('publications.version')
    .select(sql<number>`coalesce(max(ordinal), 0) + 1`.as('next'))
    .where('publication_id', '=', publicationId)
    .executeTakeFirstOrThrow();
  return row.next;
}

/** Scheduled and due; oldest first. */
export async function dueVersions(db: Queryable, now: Date, limit: number): Promise<VersionRow[]> {
  return register(db)
    .selectFrom('publications.version')
    .selectAll()
    .where('state', '=', 'scheduled')
    .where('scheduled_for', '<=', now)
    .orderBy('scheduled_for')
    .orderBy('id')
    .limit(limit)
    .execute();
}
