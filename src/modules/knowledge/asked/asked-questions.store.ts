import { sql } from 'kysely';
import type { LocalDate } from '../../../kernel/local-date.ts';
import type { Queryable } from '../../../platform/db/database.ts';

export interface AskedInVain {
  readonly text: string;
  readonly times: number;
  readonly firstOn: LocalDate;
  readonly lastOn: LocalDate;
}

/** @param atMost different questions kept of one day: beyond that somebody is flooding */
export async function countQuestion(
  db: Queryable,
  question: { readonly text: string; readonly day: LocalDate; readonly isAnswered: boolean },
  atMost: number,
): Promise<void> {
  const { text, day, isAnswered } = question;
  await sql`
    insert into knowledge.asked_question (text, day, times, answered)
    select ${text}, ${day}::date, 1, ${isAnswered ? 1 : 0}
    where exists (select from knowledge.asked_question where text = ${text} and day = ${day}::date)
      or (select count(*) from knowledge.asked_question where day = ${day}::date) < ${atMost}
    on conflict (text, day) do update set times = knowledge.asked_question.times + 1,
      answered = knowledge.asked_question.answered + excluded.answered`.execute(db);
}

/** @returns on how many days it was asked, this one included */
export async function noteUnclear(db: Queryable, digest: Buffer, day: LocalDate, atMost: number): Promise<number> {
  await sql`
    insert into knowledge.unclear_question (digest, day)
    select ${digest}, ${day}::date
    where (select count(*) from knowledge.unclear_question where day = ${day}::date) < ${atMost}
    on conflict do nothing`.execute(db);
  const { rows } = await sql<{ days: number }>`
    select count(*)::integer as days from knowledge.unclear_question where digest = ${digest}`.execute(db);
  return rows[0]?.days ?? 0;
}

/** Those that had no answer on any day since, the most frequent first. */
export async function askedInVain(db: Queryable, since: LocalDate, limit: number): Promise<AskedInVain[]> {
  const { rows } = await sql<AskedInVain>`
    select text, sum(times)::integer as times, min(day) as "firstOn", max(day) as "lastOn"
    from knowledge.asked_question where day >= ${since}::date
    group by text having sum(answered) = 0
    order by 2 desc, 1 limit ${limit}`.execute(db);
  return rows;
}

export async function askedFigures(db: Queryable, since: LocalDate): Promise<{ asked: number; answered: number }> {
  const { rows } = await sql<{ asked: number; answered: number }>`
    select coalesce(sum(times), 0)::integer as asked, coalesce(sum(answered), 0)::integer as answered
    from knowledge.asked_question where day >= ${since}::date`.execute(db);
  return rows[0] ?? { asked: 0, answered: 0 };
}

export async function forgetQuestions(db: Queryable, before: LocalDate): Promise<void> {
  await sql`delete from knowledge.asked_question where day < ${before}::date`.execute(db);
  await sql`delete from knowledge.unclear_question where day < ${before}::date`.execute(db);
}
