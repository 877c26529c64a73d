import { sql } from 'kysely';
import type { LocalDate } from '../../../kernel/local-date.ts';
import type { Queryable } from '../../../platform/db/database.ts';
import { pending } from '../publication-list.store.ts';
import { register } from '../publication-tables.store.ts';
import type { FormedForTerm } from '../terms/public-term.ts';
import type { DueNotice } from './due-notices.ts';

export interface PendingRow {
  readonly id: string;
  readonly kind: string;
  readonly unit_id: string;
  readonly title: string;
  readonly formed_on: LocalDate;
  readonly converted_at: Date | null;
}

/** In work, with a term that ends soon or is over. */
export async function pendingSoon(db: Queryable, terms: readonly FormedForTerm[]): Promise<readonly PendingRow[]> {
  const { rows } =
    await sql<PendingRow>`select id, kind, unit_id, title, formed_on, converted_at from publications.publication
    where ${pending(terms, 'soon')} order by formed_on, id`.execute(db);
  return rows;
}

/** Kept back and to be looked at again by then (REV-3, REV-4). */
export function reviewsBy(db: Queryable, day: LocalDate) {
  return register(db)
    .selectFrom('publications.publication')
    .select(['id', 'unit_id', 'title', 'next_review_on'])
    .where('next_review_on', '<=', day)
    .where('archived_on', 'is', null)
    .orderBy('next_review_on')
    .orderBy('id')
    .execute();
}

/** `<publication> <kind> <day> <stage>` of what the person was told before. */
export async function toldTo(db: Queryable, personId: string): Promise<ReadonlySet<string>> {
  const rows = await register(db)
    .selectFrom('publications.reminder')
    .selectAll()
    .where('person_id', '=', personId)
    .execute();
  return new Set(rows.map((row) => `${row.publication_id} ${row.kind} ${row.due_on} ${row.stage}`));
}

export function noticeKey({ publicationId, kind, dueOn, stage }: DueNotice): string {
  return `${publicationId} ${kind} ${dueOn} ${stage}`;
}

export async function markTold(
  db: Queryable,
  personId: string,
  notices: readonly DueNotice[],
  at: Date,
): Promise<void> {
  await register(db)
    .insertInto('publications.reminder')
    .values(
      notices.map(({ publicationId, kind, dueOn, stage }) => ({
        publication_id: publicationId,
        kind,
        due_on: dueOn,
        stage,
        person_id: personId,
        told_at: at,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
