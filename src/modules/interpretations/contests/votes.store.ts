import { sql } from 'kysely';
import type { LocalDate } from '../../../kernel/local-date.ts';
import type { Queryable } from '../../../platform/db/database.ts';

type Tables = {
  'interpretations.vote': { contest: number; day: LocalDate; voter: string; candidate: number };
};

const tables = (db: Queryable) => db.withTables<Tables>();

/** Inside a transaction. A later ballot of the same network and day takes the place of the earlier. */
export async function putBallot(
  db: Queryable,
  ballot: {
    readonly contest: number;
    readonly day: LocalDate;
    readonly voter: string;
    readonly candidates: readonly number[];
  },
): Promise<void> {
  const { contest, day, voter, candidates } = ballot;
  // Two ballots of one network at the same instant would otherwise both stand.
  await sql`select pg_advisory_xact_lock(hashtextextended(${voter}, ${contest}))`.execute(db);
  await tables(db)
    .deleteFrom('interpretations.vote')
    .where('contest', '=', contest)
    .where('day', '=', day)
    .where('voter', '=', voter)
    .execute();
  await tables(db)
    .insertInto('interpretations.vote')
    .values(candidates.map((candidate) => ({ contest, day, voter, candidate })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Rows of one contest on one day: beyond a measure somebody is flooding. */
export async function votesOn(db: Queryable, contest: number, day: LocalDate): Promise<number> {
  const row = await tables(db)
    .selectFrom('interpretations.vote')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('contest', '=', contest)
    .where('day', '=', day)
    .executeTakeFirstOrThrow();
  return Number(row.count);
}

export async function votesOf(db: Queryable, contest: number): Promise<{ candidate: number; votes: number }[]> {
  const rows = await tables(db)
    .selectFrom('interpretations.vote')
    .select(({ fn }) => ['candidate', fn.countAll<number>().as('votes')])
    .where('contest', '=', contest)
    .groupBy('candidate')
    .execute();
  return rows.map((row) => ({ candidate: row.candidate, votes: Number(row.votes) }));
}
