import { sql } from 'kysely';
import type { Queryable } from '../../../platform/db/database.ts';
import { type DocumentRow, intakeTables } from './intake-tables.store.ts';

export function documentsOf(db: Queryable, publicationId: string): Promise<DocumentRow[]> {
  return intakeTables(db)
    .selectFrom('exchange.intake_document')
    .selectAll()
    .where('publication_id', '=', publicationId)
    .orderBy('source_id')
    .execute();
}

/**
 * Takes every word out of what came in for the document, the deliveries that were refused included: those name it by its number, or, where
 * the number could not be read, by its title.
 * @param erasedId what the number is replaced by; null: it stays
 */
export async function eraseDocument(db: Queryable, row: DocumentRow, erasedId: string | null): Promise<void> {
  const titles = intakeTables(db)
    .selectFrom('exchange.intake_delivery')
    .select('title')
    .where('publication_id', '=', row.publication_id)
    .where('title', 'is not', null);
  await intakeTables(db)
    .updateTable('exchange.intake_delivery')
    .set({
      title: null,
      signer: null,
      proposal: null,
      file_names: [],
      notes: sql`'[]'::jsonb`,
      ...(erasedId === null ? {} : { external_id: erasedId }),
    })
    .where('source_id', '=', row.source_id)
    .where((where) =>
      where.or([
        where('publication_id', '=', row.publication_id),
        where('external_id', '=', row.external_id),
        where.and([where('external_id', 'is', null), where('title', 'in', titles)]),
      ]),
    )
    .execute();
  await intakeTables(db)
    .updateTable('exchange.intake_document')
    .set({
      delivery_hash: '',
      doubts: sql`'[]'::jsonb`,
      ...(erasedId === null ? {} : { external_id: erasedId }),
    })
    .where('id', '=', row.id)
    .execute();
}
