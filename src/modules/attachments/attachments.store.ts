import type { ColumnType } from 'kysely';
import type { Queryable } from '../../platform/db/database.ts';
import { Inspection } from './inspection.contract.ts';

type AttachmentsTables = {
  'attachments.inspection': {
    file_hash: string;
    name_ending: string;
    rules: number;
    result: ColumnType<unknown, string, never>;
    made_at: Date;
  };
};

export interface InspectionKey {
  readonly hash: string;
  /** The only part of a name that an inspection looks at. */
  readonly ending: string;
  /** Number of the rules that made it: others look anew. */
  readonly rules: number;
}

export async function findInspection(db: Queryable, key: InspectionKey): Promise<Inspection | undefined> {
  const row = await db
    .withTables<AttachmentsTables>()
    .selectFrom('attachments.inspection')
    .select('result')
    .where('file_hash', '=', key.hash)
    .where('name_ending', '=', key.ending)
    .where('rules', '=', key.rules)
    .executeTakeFirst();
  const found = row && Inspection.safeParse(row.result);
  return found?.success ? found.data : undefined;
}

export async function keepInspection(db: Queryable, key: InspectionKey, result: Inspection, at: Date): Promise<void> {
  await db
    .withTables<AttachmentsTables>()
    .insertInto('attachments.inspection')
    .values({
      file_hash: key.hash,
      name_ending: key.ending,
      rules: key.rules,
      result: JSON.stringify(result),
      made_at: at,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export async function dropInspections(db: Queryable, hash: string): Promise<void> {
  await db.withTables<AttachmentsTables>().deleteFrom('attachments.inspection').where('file_hash', '=', hash).execute();
}
