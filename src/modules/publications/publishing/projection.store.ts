import { sql } from 'kysely';
import type { LocalDate } from '../../../kernel/local-date.ts';
import type { Queryable } from '../../../platform/db/database.ts';
import type { AttachmentRef, FieldValue, Relation } from '../content/content.contract.ts';
import type { FrozenRelation, OpenStatus } from '../public/open-publications.ts';
import { open } from '../public/public-tables.store.ts';
import type { ChangeKind, PublicEvent } from '../publication-words.ts';

/** One form as it is shown to everybody. */
export interface PublicForm {
  readonly number: number;
  readonly ordinal: number;
  readonly publicationId: string;
  readonly kind: string;
  readonly unitId: string;
  readonly title: string;
  readonly fields: Readonly<Record<string, FieldValue>>;
  readonly bodyHtml: string;
  readonly bodyText: string;
  readonly attachments: readonly AttachmentRef[];
  readonly pictures: readonly { readonly sha256: string; readonly mediaType: string; readonly size: number }[];
  readonly frozenRelations: readonly FrozenRelation[];
  /** By id, for links that become public later. */
  readonly relations: readonly Relation[];
  readonly columns: readonly string[];
  readonly datedOn: LocalDate;
  readonly publishedAt: Date;
  readonly changeKind: ChangeKind;
  readonly changeNote: string | null;
  readonly record: Buffer;
  readonly recordHash: string;
  readonly salt: Buffer;
  readonly leafId: string;
}

export async function nextNumber(db: Queryable): Promise<number> {
  const result = await sql<{ number: number }>`select nextval('publications.public_number') as number`.execute(db);
  return Number(result.rows[0]?.number);
}

/** Makes a form the current one of its number. */
export async function showForm(db: Queryable, form: PublicForm, at: Date): Promise<void> {
  const values = {
    publication_id: form.publicationId,
    kind: form.kind,
    unit_id: form.unitId,
    status: 'public' as const,
    ordinal: form.ordinal,
    title: form.title,
    fields: JSON.stringify(form.fields),
    body_html: form.bodyHtml,
    body_text: form.bodyText,
    attachments: JSON.stringify(form.attachments),
    relations: JSON.stringify(form.frozenRelations),
    columns: [...form.columns],
    dated_on: form.datedOn,
    published_at: form.publishedAt,
    ended_at: null,
    reason: null,
    merged_into: null,
    record_hash: form.recordHash,
    changed_at: at,
  };
  await open(db)
    .insertInto('publications.public_item')
    .values({ number: form.number, first_published_at: form.publishedAt, ...values })
    .onConflict((conflict) => conflict.column('number').doUpdateSet(values))
    .execute();
  await showRelations(db, form);
}

async function showRelations(db: Queryable, { number, relations }: PublicForm): Promise<void> {
  await open(db).deleteFrom('publications.public_relation').where('number', '=', number).execute();
  if (relations.length === 0) return;
  await open(db)
    .insertInto('publications.public_relation')
    .values(
      relations.map((relation) => ({
        number,
        type: relation.type,
        target_id: relation.publicationId,
        address: relation.address,
        title: relation.publicationId ? null : relation.title,
        on_day: relation.on,
      })),
    )
    .execute();
}

/** Keeps a form readable under its ordinal, with its files. */
export async function showVersion(
  db: Queryable,
  form: Omit<PublicForm, 'frozenRelations' | 'relations'>,
): Promise<void> {
  const { number, ordinal } = form;
  await open(db)
    .insertInto('publications.public_version')
    .values({
      number,
      ordinal,
      title: form.title,
      record: form.record,
      record_hash: form.recordHash,
      salt: form.salt,
      leaf_id: form.leafId,
      published_at: form.publishedAt,
      change_kind: form.changeKind,
      change_note: form.changeNote,
    })
    .execute();
  const pictures = form.pictures.map((picture) => ({ ...picture, name: 'picture' }));
  const files = new Map([...pictures, ...form.attachments].map((file) => [file.sha256, file]));
  if (files.size === 0) return;
  await open(db)
    .insertInto('publications.public_file')
    .values(
      [...files.values()].map(({ sha256, name, mediaType, size }) => ({
        number,
        ordinal,
        sha256,
        name,
        media_type: mediaType,
        size,
      })),
    )
    .execute();
}

export async function addPublicEvent(
  db: Queryable,
  event: {
    number: number;
    ordinal: number | null;
    what: PublicEvent;
    at: Date;
    changeKind: ChangeKind | null;
    note: string | null;
    leafId: string;
  },
): Promise<void> {
  const { changeKind, leafId, ...row } = event;
  await open(db)
    .insertInto('publications.public_event')
    .values({ ...row, change_kind: changeKind, leaf_id: leafId })
    .execute();
}

export async function markItem(
  db: Queryable,
  number: number,
  set: {
    status: OpenStatus;
    reason: string | null;
    ended_at: Date | null;
    merged_into?: number | null;
    changed_at: Date;
  },
): Promise<void> {
  await open(db).updateTable('publications.public_item').set(set).where('number', '=', number).execute();
}

/** Nothing of the text, its title, its notes and its files stays on the public side; the address and the reason do. */
export async function clearItem(db: Queryable, number: number): Promise<void> {
  await open(db).deleteFrom('publications.public_version').where('number', '=', number).execute();
  await open(db).deleteFrom('publications.public_file').where('number', '=', number).execute();
  await open(db).deleteFrom('publications.public_relation').where('number', '=', number).execute();
  await open(db)
    .updateTable('publications.public_item')
    .set({
      title: '',
      fields: '{}',
      body_html: '',
      body_text: '',
      attachments: '[]',
      relations: '[]',
      columns: [],
      record_hash: '',
    })
    .where('number', '=', number)
    .execute();
  await open(db)
    .updateTable('publications.public_event')
    .set({ note: null })
    .where('number', '=', number)
    .where('what', 'in', ['published', 'amended', 'withdrawn', 'restored', 'merged'])
    .execute();
}

/** Notes of the history come back with the text. */
export async function restoreNotes(
  db: Queryable,
  number: number,
  notes: readonly { ordinal: number; note: string | null }[],
): Promise<void> {
  for (const { ordinal, note } of notes) {
    await open(db)
      .updateTable('publications.public_event')
      .set({ note })
      .where('number', '=', number)
      .where('ordinal', '=', ordinal)
      .where('what', 'in', ['published', 'amended'])
      .execute();
  }
}

/** One merging at a time, before any row is locked: two that lead to each other would pass each other by. */
export async function lockMerging(db: Queryable): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('publications.merging'))`.execute(db);
}

/** What led to `from` leads on to `to`: no visitor follows two redirects. */
export async function forwardMerged(db: Queryable, from: number, to: number, at: Date): Promise<void> {
  await open(db)
    .updateTable('publications.public_item')
    .set({ merged_into: to, changed_at: at })
    .where('merged_into', '=', from)
    .execute();
}

/** What becomes public does so one change after the other, from here until the change is committed. */
export async function lockPublicOrder(db: Queryable): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('publications.public_change'))`.execute(db);
}

/**
 * Gives the items their place in the order of changes, last in the change and one change at a time, so that whoever follows the cursor
 * never passes over one that was committed later.
 */
export async function numberChange(db: Queryable, numbers: readonly number[]): Promise<void> {
  await lockPublicOrder(db);
  await open(db)
    .updateTable('publications.public_item')
    .set({ change_seq: sql<number>`nextval('publications.public_change')` })
    .where('number', 'in', [...numbers])
    .execute();
}
