import { type Generated, sql } from 'kysely';
import type { LocalDate } from '../../kernel/local-date.ts';
import type { NoticeDay, YearNotice } from '../../kernel/workdays.ts';
import type { Queryable } from '../../platform/db/database.ts';
import type { NoticeView } from './calendar.contract.ts';

type CalendarTables = {
  'calendar.notice': {
    id: Generated<string>;
    year: number;
    document_number: string | null;
    source: string;
    imported_at: Date;
    imported_by: string | null;
    replaced_at: Generated<Date | null>;
  };
  'calendar.day': { notice_id: string; date: LocalDate; kind: NoticeDay['kind']; name: string };
};

/** Notices in force with their days, by year. */
export async function loadYears(db: Queryable): Promise<YearNotice[]> {
  const rows = await db
    .withTables<CalendarTables>()
    .selectFrom('calendar.notice as n')
    .leftJoin('calendar.day as d', 'd.notice_id', 'n.id')
    .select(['n.year', 'd.date', 'd.kind', 'd.name'])
    .where('n.replaced_at', 'is', null)
    .orderBy('n.year')
    .orderBy('d.date')
    .execute();
  const years = new Map<number, NoticeDay[]>();
  for (const { year, date, kind, name } of rows) {
    const days = years.get(year) ?? [];
    if (date !== null && kind !== null && name !== null) days.push({ date, kind, name });
    years.set(year, days);
  }
  return [...years].map(([year, days]) => ({ year, days }));
}

/** Changes whenever a notice is imported; the cheap question before loading everything. */
export async function calendarStamp(db: Queryable): Promise<string> {
  const row = await db
    .withTables<CalendarTables>()
    .selectFrom('calendar.notice')
    .select(sql<string>`count(*) || '/' || coalesce(max(imported_at)::text, '')`.as('stamp'))
    .executeTakeFirstOrThrow();
  return row.stamp;
}

/** All notices, those replaced too; the newest of a year first. */
export async function listNotices(db: Queryable, year?: number): Promise<NoticeView[]> {
  let query = db.withTables<CalendarTables>().selectFrom('calendar.notice').selectAll();
  if (year !== undefined) query = query.where('year', '=', year);
  const rows = await query.orderBy('year').orderBy('imported_at', 'desc').execute();
  return rows.map((row) => ({
    id: row.id,
    year: row.year,
    documentNumber: row.document_number,
    source: row.source,
    importedAt: row.imported_at,
    importedBy: row.imported_by,
    replacedAt: row.replaced_at,
  }));
}

/** Imports of one year wait for each other until the transaction ends. */
export async function lockYear(db: Queryable, year: number): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('calendar.year'), ${year}::int)`.execute(db);
}

export async function replaceNotice(
  db: Queryable,
  year: number,
  input: { documentNumber: string; source: string; days: readonly NoticeDay[] },
  by: { at: Date; personId: string | null },
): Promise<string> {
  const tables = db.withTables<CalendarTables>();
  await tables
    .updateTable('calendar.notice')
    .set({ replaced_at: by.at })
    .where('year', '=', year)
    .where('replaced_at', 'is', null)
    .execute();
  const { id } = await tables
    .insertInto('calendar.notice')
    .values({
      year,
      document_number: input.documentNumber,
      source: input.source,
      imported_at: by.at,
      imported_by: by.personId,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await tables
    .insertInto('calendar.day')
    .values(input.days.map((day) => ({ notice_id: id, date: day.date, kind: day.kind, name: day.name })))
    .execute();
  return id;
}
