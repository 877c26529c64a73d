import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Queryable } from '../../../platform/db/database.ts';
import type { Content } from '../content/content.contract.ts';

export interface Draft {
  readonly kind: string;
  readonly unitId: string;
  readonly content: Content;
  readonly contentHash: string;
  /** What lists show: document number and day of forming. */
  readonly summary: { readonly number: string | null; readonly date: string | null };
  /** By which a duplicate would be known. */
  readonly numbers: readonly { readonly field: string; readonly value: string }[];
  readonly by: { readonly id: string | null; readonly name: string };
  /** For the history that staff read. */
  readonly text: string;
  readonly at: Date;
}

/**
 * A publication with its first version, who edited it, its numbers and the first line of its history, in one statement: registering is the
 * commonest write, and each further question would hold its transaction open longer.
 */
export async function registerDraft(
  db: Queryable,
  { kind, unitId, content, contentHash, summary, numbers, by, text, at }: Draft,
): Promise<{ id: string; versionId: string; edit: number; contentHash: string }> {
  const [id, versionId] = [randomUUID(), randomUUID()];
  const { rows } = await sql<{ edit: number }>`
    with
      registered as (
        insert into publications.publication
          (id, kind, unit_id, title, document_number, formed_on, open_state, created_at, updated_at, drafter_id, drafter_name)
        values
          (${id}, ${kind}, ${unitId}, ${content.title}, ${summary.number}, ${summary.date}::date, 'draft', ${at}, ${at}, ${by.id}, ${by.name})
      ),
      editor as (
        insert into publications.version_editor (version_id, person_id, name, first_at, last_at)
        select ${versionId}, ${by.id}::uuid, ${by.name}, ${at}, ${at} where ${by.id}::uuid is not null
      ),
      numbers as (
        insert into publications.own_number (publication_id, field, value)
        select ${id}, field, value from jsonb_to_recordset(${JSON.stringify(numbers)}::jsonb) as own (field text, value text)
      ),
      history as (
        insert into publications.event (publication_id, version_id, at, by_person, by_name, kind, text)
        values (${id}, ${versionId}, ${at}, ${by.id}, ${by.name}, 'create', ${text})
      )
    insert into publications.version
      (id, publication_id, content, content_hash, created_at, updated_at, drafter_id, drafter_name)
    values (${versionId}, ${id}, ${JSON.stringify(content)}, ${contentHash}, ${at}, ${at}, ${by.id}, ${by.name})
    returning edit`.execute(db);
  return { id, versionId, edit: rows[0]?.edit ?? 1, contentHash };
}
