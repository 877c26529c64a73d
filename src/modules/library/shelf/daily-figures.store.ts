import { sql } from 'kysely';
import type { LocalDate } from '../../../kernel/local-date.ts';
import type { Queryable } from '../../../platform/db/database.ts';
import type { DailyFigure } from '../public/open-library.ts';
import { tables } from './shelf.store.ts';

/** Counts the shelf as it stands at the end of that day; a day that is there already is left alone. */
export async function countDay(db: Queryable, day: LocalDate, at: Date): Promise<void> {
  const of = sql`(at_time at time zone 'Asia/Shanghai')::date = ${day}::date`;
  await sql`insert into library.daily_figure
      (day, documents, normative, in_force, amended, expired, repealed, published, changed, made_at)
    select ${day}::date, count(*), count(*) filter (where normative),
      count(*) filter (where normative and validity in ('inForce', 'notYetInForce')),
      count(*) filter (where normative and validity = 'amended'),
      count(*) filter (where normative and validity = 'expired'),
      count(*) filter (where normative and validity = 'repealed'),
      (select count(*) from (select first_published_at as at_time from library.document) published where ${of}),
      (select count(*) from (select changed_at as at_time, first_published_at from library.document) changed
        where ${of} and at_time > first_published_at),
      ${at}
    from library.document
    on conflict (day) do nothing`.execute(db);
}

/** Newest first. */
export async function dailyFigures(db: Queryable, from: LocalDate, to: LocalDate): Promise<DailyFigure[]> {
  const rows = await tables(db)
    .selectFrom('library.daily_figure')
    .selectAll()
    .where('day', '>=', from)
    .where('day', '<=', to)
    .orderBy('day', 'desc')
    .execute();
  return rows.map(({ in_force, made_at: _made, ...row }) => ({ ...row, inForce: in_force }));
}

export async function firstFigureDay(db: Queryable): Promise<LocalDate | null> {
  const row = await tables(db)
    .selectFrom('library.daily_figure')
    .select((e) => e.fn.min('day').as('day'))
    .executeTakeFirst();
  return (row?.day as LocalDate | null | undefined) ?? null;
}
