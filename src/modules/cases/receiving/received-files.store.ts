import { sql } from 'kysely';
import type { Queryable } from '../../../platform/db/database.ts';
import { type AttachmentRow, caseTables } from '../case-tables.store.ts';
import type { ReceivedFile } from './received-file.ts';

export async function insertFiles(
  db: Queryable,
  caseId: string,
  files: readonly ReceivedFile[],
  by: { readonly broughtBy: 'sender' | 'staff'; readonly at: Date },
): Promise<void> {
  if (files.length === 0) return;
  await caseTables(db)
    .insertInto('cases.attachment')
    .values(
      files.map(({ hash, name, mediaType, size }, position) => ({
        case_id: caseId,
        sha256: hash,
        name,
        media_type: mediaType,
        size,
        brought_by: by.broughtBy,
        problems: '[]',
        at: by.at,
        position,
      })),
    )
    .execute();
}

/** As they were brought: oldest first. */
export function filesOf(db: Queryable, caseId: string): Promise<AttachmentRow[]> {
  return caseTables(db)
    .selectFrom('cases.attachment')
    .selectAll()
    .where('case_id', '=', caseId)
    .orderBy('at')
    .orderBy('position')
    .execute();
}

export function findFile(db: Queryable, caseId: string, id: string): Promise<AttachmentRow | undefined> {
  return caseTables(db)
    .selectFrom('cases.attachment')
    .selectAll()
    .where('case_id', '=', caseId)
    .where('id', '=', id)
    .executeTakeFirst();
}

/** Oldest first. */
export function uninspected(db: Queryable, limit: number): Promise<AttachmentRow[]> {
  return caseTables(db)
    .selectFrom('cases.attachment')
    .selectAll()
    .where('inspected_at', 'is', null)
    .orderBy('at')
    .limit(limit)
    .execute();
}

export async function markInspected(
  db: Queryable,
  id: string,
  found: { readonly problems: readonly string[]; readonly warnings: readonly string[] },
  at: Date,
): Promise<void> {
  await caseTables(db)
    .updateTable('cases.attachment')
    .set({ problems: JSON.stringify(found.problems), warnings: [...found.warnings], inspected_at: at })
    .where('id', '=', id)
    .execute();
}

/** Files that cases name. */
export async function heldByCases(db: Queryable, hashes: readonly string[]): Promise<string[]> {
  if (hashes.length === 0) return [];
  const { rows } = await sql<{ sha256: string }>`
    select distinct sha256 from cases.attachment where sha256 = any(${[...hashes]}::text[])`.execute(db);
  return rows.map((row) => row.sha256);
}
