import { sql } from 'kysely';
import type { Queryable } from '../../../platform/db/database.ts';
import type { TextPrint } from './text-print.ts';

type PrintTables = {
  'library.text_print': { number: number; hash: string; signature: number[]; bands: number[] };
};

const tables = (db: Queryable) => db.withTables<PrintTables>();

export interface NumberedPrint {
  readonly number: number;
  readonly print: TextPrint | null;
}

/** What has no print (any more) loses its row. */
export async function putPrints(db: Queryable, prints: readonly NumberedPrint[]): Promise<void> {
  await dropPrints(
    db,
    prints.filter(({ print }) => print === null).map(({ number }) => number),
  );
  const rows = prints.flatMap(({ number, print }) =>
    print ? [{ number, hash: print.hash, signature: [...print.signature], bands: [...print.bands] }] : [],
  );
  if (rows.length === 0) return;
  await tables(db)
    .insertInto('library.text_print')
    .values(rows)
    .onConflict((conflict) =>
      conflict.column('number').doUpdateSet((e) => ({
        hash: e.ref('excluded.hash'),
        signature: e.ref('excluded.signature'),
        bands: e.ref('excluded.bands'),
      })),
    )
    .execute();
}

export async function dropPrints(db: Queryable, numbers: readonly number[]): Promise<void> {
  if (numbers.length === 0) return;
  await tables(db)
    .deleteFrom('library.text_print')
    .where('number', 'in', [...numbers])
    .execute();
}

/** Groups of numbers whose texts are the same, letter for letter. */
export async function sameTexts(db: Queryable): Promise<number[][]> {
  const { rows } = await sql<{ numbers: number[] }>`select array_agg(number order by number) as numbers
    from library.text_print group by hash having count(*) > 1 order by min(number) limit 1000`.execute(db);
  return rows.map(({ numbers }) => numbers.map(Number));
}

/** A key that hundreds share comes from a form, and pairs of its texts would be without number. */
const LARGEST_GROUP = 60;

/** Groups that share a key and may therefore be nearly the same; whether they are is for the signatures to say. */
export async function mayBeAlike(db: Queryable): Promise<number[][]> {
  const { rows } = await sql<{ numbers: number[] }>`
    select distinct array_agg(distinct number order by number) as numbers
    from (select number, unnest(bands) as band, generate_subscripts(bands, 1) as at from library.text_print) keyed
    group by at, band having count(*) between 2 and ${LARGEST_GROUP} limit 5000`.execute(db);
  return rows.map(({ numbers }) => numbers.map(Number));
}

export async function signaturesOf(
  db: Queryable,
  numbers: readonly number[],
): Promise<ReadonlyMap<number, { readonly hash: string; readonly signature: readonly number[] }>> {
  if (numbers.length === 0) return new Map();
  const rows = await tables(db)
    .selectFrom('library.text_print')
    .select(['number', 'hash', 'signature'])
    .where(sql<boolean>`number = any(${sql.val([...numbers])}::bigint[])`)
    .execute();
  return new Map(rows.map(({ number, ...print }) => [number, print]));
}
