import type { LocalDate } from '../../../kernel/local-date.ts';
import type { Queryable } from '../../../platform/db/database.ts';

type RatingTables = {
  'interpretations.rating': { number: number; day: LocalDate; rater: string; stars: number; at: Date };
};

const tables = (db: Queryable) => db.withTables<RatingTables>();

/** A reader's later rating of the same day takes the place of the earlier. */
export async function putRating(
  db: Queryable,
  rating: {
    readonly number: number;
    readonly day: LocalDate;
    readonly rater: string;
    readonly stars: number;
    readonly at: Date;
  },
): Promise<void> {
  await tables(db)
    .insertInto('interpretations.rating')
    .values(rating)
    .onConflict((conflict) =>
      conflict.columns(['number', 'day', 'rater']).doUpdateSet({ stars: rating.stars, at: rating.at }),
    )
    .execute();
}

export async function ratingsOf(
  db: Queryable,
  numbers: readonly number[],
): Promise<readonly { readonly number: number; readonly stars: number; readonly times: number }[]> {
  if (numbers.length === 0) return [];
  const rows = await tables(db)
    .selectFrom('interpretations.rating')
    .select(({ fn }) => ['number', 'stars', fn.countAll<number>().as('times')])
    .where('number', 'in', numbers)
    .groupBy(['number', 'stars'])
    .execute();
  return rows.map((row) => ({ number: Number(row.number), stars: row.stars, times: Number(row.times) }));
}

/** Ratings of one interpretation on one day: beyond a measure somebody is flooding. */
export async function ratingsOn(db: Queryable, number: number, day: LocalDate): Promise<number> {
  const row = await tables(db)
    .selectFrom('interpretations.rating')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('number', '=', number)
    .where('day', '=', day)
    .executeTakeFirstOrThrow();
  return Number(row.count);
}

export async function lastRatingAt(db: Queryable): Promise<Date | null> {
  const row = await tables(db)
    .selectFrom('interpretations.rating')
    .select(({ fn }) => fn.max('at').as('last'))
    .executeTakeFirstOrThrow();
  return row.last;
}
