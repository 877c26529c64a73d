import { type Insertable, type SqlBool, sql } from 'kysely';
import type { Queryable } from '../../../platform/db/database.ts';
import { type CoachingFileRow, type RecordTables, recordTables } from './record-tables.store.ts';

export async function putCoachingFile(
  db: Queryable,
  row: Insertable<RecordTables['interpretations.coaching_file']>,
): Promise<void> {
  await recordTables(db)
    .insertInto('interpretations.coaching_file')
    .values(row)
    .onConflict((conflict) => conflict.column('sha256').doNothing())
    .execute();
}

export function findCoachingFile(db: Queryable, sha256: string): Promise<CoachingFileRow | undefined> {
  return recordTables(db)
    .selectFrom('interpretations.coaching_file')
    .selectAll()
    .where('sha256', '=', sha256)
    .executeTakeFirst();
}

/** Of these hashes, those of coaching files. */
export async function heldCoachingFiles(db: Queryable, hashes: readonly string[]): Promise<string[]> {
  if (hashes.length === 0) return [];
  const rows = await recordTables(db)
    .selectFrom('interpretations.coaching_file')
    .select('sha256')
    .where('sha256', 'in', [...hashes])
    .execute();
  return rows.map((row) => row.sha256);
}

/** Takes away what was uploaded before that and no row names. @returns their hashes */
export async function dropUnnamedCoachingFiles(db: Queryable, before: Date): Promise<string[]> {
  const rows = await recordTables(db)
    .deleteFrom('interpretations.coaching_file as f')
    .where('f.uploaded_at', '<', before)
    .where(
      sql<SqlBool>`not exists (select from interpretations.record r
        where r.register = 'coaching' and r.data -> 'file' ->> 'sha256' = f.sha256)`,
    )
    .returning('f.sha256')
    .execute();
  return rows.map((row) => row.sha256);
}
