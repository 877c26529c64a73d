import { sql } from 'kysely';
import type { Queryable } from '../../../platform/db/database.ts';

type Tables = { 'knowledge.setting': { code: string; value: number; version: number; by_name: string; at: Date } };
export type SettingRow = Tables['knowledge.setting'];

const tables = (db: Queryable) => db.withTables<Tables>();

export function allSettings(db: Queryable): Promise<SettingRow[]> {
  return tables(db).selectFrom('knowledge.setting').selectAll().orderBy('code').execute();
}

/** The row, made from the usual value when nobody changed it yet, and held until the change ends. */
export async function lockSetting(db: Queryable, usual: SettingRow): Promise<SettingRow> {
  await tables(db)
    .insertInto('knowledge.setting')
    .values(usual)
    .onConflict((conflict) => conflict.column('code').doNothing())
    .execute();
  return tables(db)
    .selectFrom('knowledge.setting')
    .selectAll()
    .where('code', '=', usual.code)
    .forUpdate()
    .executeTakeFirstOrThrow();
}

export async function putSetting(
  db: Queryable,
  code: string,
  set: Pick<SettingRow, 'value' | 'by_name' | 'at'>,
): Promise<void> {
  await tables(db)
    .updateTable('knowledge.setting')
    .set({ ...set, version: sql`version + 1` })
    .where('code', '=', code)
    .execute();
}
