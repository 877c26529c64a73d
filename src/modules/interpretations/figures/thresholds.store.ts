import { sql } from 'kysely';
import type { Queryable } from '../../../platform/db/database.ts';

type Tables = {
  'interpretations.threshold': { code: string; value: number; version: number; by_name: string; at: Date };
};
export type ThresholdRow = Tables['interpretations.threshold'];

const tables = (db: Queryable) => db.withTables<Tables>();

export function allThresholds(db: Queryable): Promise<ThresholdRow[]> {
  return tables(db).selectFrom('interpretations.threshold').selectAll().orderBy('code').execute();
}

/** The row, made from the usual value when nobody changed it yet, and held until the change ends. */
export async function lockThreshold(db: Queryable, usual: ThresholdRow): Promise<ThresholdRow> {
  await tables(db)
    .insertInto('interpretations.threshold')
    .values(usual)
    .onConflict((conflict) => conflict.column('code').doNothing())
    .execute();
  return tables(db)
    .selectFrom('interpretations.threshold')
    .selectAll()
    .where('code', '=', usual.code)
    .forUpdate()
    .executeTakeFirstOrThrow();
}

export async function putThreshold(
  db: Queryable,
  code: string,
  set: Pick<ThresholdRow, 'value' | 'by_name' | 'at'>,
): Promise<void> {
  await tables(db)
    .updateTable('interpretations.threshold')
    .set({ ...set, version: sql`version + 1` })
    .where('code', '=', code)
    .execute();
}
