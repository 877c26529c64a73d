import { sql } from 'kysely';
import type { Queryable } from '../../../platform/db/database.ts';
import type { Content } from '../content/content.contract.ts';
import { open } from '../public/public-tables.store.ts';
import { register } from '../publication-tables.store.ts';
import type { RegisterHead } from './register-entry.ts';

/** Every publication with a determination, by id. @param after the last id of the page before */
export async function listHeads(db: Queryable, after: string | null, limit: number): Promise<RegisterHead[]> {
  return register(db)
    .selectFrom('publications.publication')
    .select(['id', 'version'])
    .where('attribute', 'is not', null)
    .$if(after !== null, (query) => query.where('id', '>', after ?? ''))
    .orderBy('id')
    .limit(limit)
    .execute();
}

/** Those touched at or after the instant. */
export async function headsSince(db: Queryable, since: Date, limit: number): Promise<RegisterHead[]> {
  return register(db)
    .selectFrom('publications.publication')
    .select(['id', 'version'])
    .where('attribute', 'is not', null)
    .where('updated_at', '>=', since)
    .orderBy('updated_at', 'desc')
    .limit(limit)
    .execute();
}

/** The form that lists show: the open one, else the one that is public. */
export async function shownContent(db: Queryable, id: string): Promise<Content | null> {
  const row = await register(db)
    .selectFrom('publications.version')
    .select('content')
    .where('publication_id', '=', id)
    .where('state', 'in', ['draft', 'inReview', 'approved', 'scheduled', 'published'])
    .orderBy(sql`(ordinal is null)`, 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.content ?? null;
}

/** The forms open to read, oldest first. */
export function openForms(db: Queryable, number: number) {
  return open(db)
    .selectFrom('publications.public_version')
    .select(['ordinal', 'record', 'record_hash', 'change_kind', 'change_note'])
    .where('number', '=', number)
    .orderBy('ordinal')
    .execute();
}

/** Models of the texts of every version that was public, by ordinal. */
export async function publishedBodies(db: Queryable, id: string): Promise<Map<number, Content['body']>> {
  const rows = await register(db)
    .selectFrom('publications.version')
    .select(['ordinal', 'content'])
    .where('publication_id', '=', id)
    .where('ordinal', 'is not', null)
    .execute();
  return new Map(rows.map((row) => [row.ordinal ?? 0, row.content?.body ?? null]));
}
