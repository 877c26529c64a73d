import { sql } from 'kysely';
import type { Queryable } from '../../../platform/db/database.ts';

export interface LogAlarm {
  readonly code: string;
  /** Chinese sentence. */
  readonly message: string;
  readonly since: Date;
}

export async function raiseAlarm(db: Queryable, { code, message, since }: LogAlarm): Promise<void> {
  await sql`
    insert into transparency.alarm (code, message, since) values (${code}, ${message}, ${since})
    on conflict (code) do update set message = excluded.message`.execute(db);
}

/** @param prefix of the codes that no longer hold */
export async function clearAlarms(db: Queryable, prefix: string): Promise<void> {
  await sql`delete from transparency.alarm where starts_with(code, ${prefix})`.execute(db);
}

export async function listAlarms(db: Queryable): Promise<readonly LogAlarm[]> {
  const { rows } = await sql<LogAlarm>`select code, message, since from transparency.alarm order by since`.execute(db);
  return rows;
}
