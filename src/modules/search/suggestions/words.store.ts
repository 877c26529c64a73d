import { sql } from 'kysely';
import type { Queryable } from '../../../platform/db/database.ts';
import { searchTables } from '../search-tables.store.ts';

export interface CountedWord {
  readonly word: string;
  readonly entries: number;
}

/** Words of titles and those the texts use most, of two characters and more, with the number of entries they stand in. */
export async function countTellingWords(db: Queryable): Promise<CountedWord[]> {
  const { rows } = await sql<CountedWord>`
    select word, ndoc as entries from ts_stat('select telling from search.entry')
    where length(word) between 2 and 12 and word ~ '^[一-龥]+$'`.execute(db);
  return rows;
}

export async function replaceWords(
  db: Queryable,
  words: readonly (CountedWord & { readonly pinyin: string })[],
  at: Date,
): Promise<void> {
  await searchTables(db).deleteFrom('search.word').execute();
  await sql`
    insert into search.word (word, pinyin, entries)
    select word, pinyin, entries from jsonb_to_recordset(${JSON.stringify(words)}::jsonb) as given(word text, pinyin text, entries integer)`.execute(
    db,
  );
  await searchTables(db).updateTable('search.progress').set({ words_counted_at: at }).execute();
}

export async function wordsCountedAt(db: Queryable): Promise<Date | null> {
  const row = await searchTables(db).selectFrom('search.progress').select('words_counted_at').executeTakeFirstOrThrow();
  return row.words_counted_at;
}

/** Which of these words the index knows. */
export async function knownWords(db: Queryable, words: readonly string[]): Promise<ReadonlySet<string>> {
  if (words.length === 0) return new Set();
  const rows = await searchTables(db).selectFrom('search.word').select('word').where('word', 'in', words).execute();
  return new Set(rows.map((row) => row.word));
}

/** In how many entries each of these words stands; those that stand in none are absent. */
export async function entriesWith(db: Queryable, words: readonly string[]): Promise<ReadonlyMap<string, number>> {
  if (words.length === 0) return new Map();
  const rows = await searchTables(db)
    .selectFrom('search.word')
    .select(['word', 'entries'])
    .where('word', 'in', words)
    .execute();
  return new Map(rows.map((row) => [row.word, row.entries]));
}

/** The same for words that only texts use: they are rare, so that each is soon counted. */
export async function standingInTexts(db: Queryable, words: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const known = await entriesWith(db, words);
  const rest = words.filter((word) => !known.has(word));
  if (rest.length === 0) return known;
  const { rows } = await sql<{ word: string; entries: number }>`
    select word, (select count(*)::integer from search.entry where words @@ quote_literal(given.word)::tsquery) as entries
    from unnest(${rest}::text[]) as given(word)`.execute(db);
  return new Map([...known, ...rows.map(({ word, entries }): [string, number] => [word, entries])]);
}

/** Which of these words stand in a title or a name, of one kind or of all, in the order given. */
export async function namesAmong(db: Queryable, words: readonly string[], kind?: string): Promise<string[]> {
  if (words.length === 0) return [];
  const { rows } = await sql<{ word: string }>`
    select word from unnest(${words}::text[]) with ordinality as given(word, place)
    where exists (select from search.entry where telling @@ (quote_literal(word) || ':AB')::tsquery${ofKind(kind)})
    order by place`.execute(db);
  return rows.map((row) => row.word);
}

/**
 * The most frequent word that sounds the same, or else differs in one character.
 * @param alike false: only what sounds the same
 */
export async function nearestWord(
  db: Queryable,
  word: string,
  sound: string,
  alike = true,
): Promise<string | undefined> {
  const signs = [...word];
  const pattern = (at: number) => escapedSigns(signs).map((sign, place) => (place === at ? '_' : sign));
  const row = await searchTables(db)
    .selectFrom('search.word')
    .select('word')
    .where('word', '!=', word)
    .where((eb) =>
      eb.or([
        eb('pinyin', '=', sound),
        // Indexes find by beginnings: a word whose first sign is wrong is found from its end.
        ...(alike && word.length > 2
          ? signs.map((_, at) =>
              at === 0
                ? sql<boolean>`reverse(word) like ${pattern(at).reverse().join('')}`
                : eb('word', 'like', pattern(at).join('')),
            )
          : []),
      ]),
    )
    .orderBy((eb) => eb.case().when('pinyin', '=', sound).then(0).else(1).end())
    .orderBy('entries', 'desc')
    .orderBy('word')
    .limit(1)
    .executeTakeFirst();
  return row?.word;
}

/** Words that begin so, by sign or by sound. */
export async function wordsBeginning(db: Queryable, start: string, limit: number): Promise<string[]> {
  const rows = await searchTables(db)
    .selectFrom('search.word')
    .select('word')
    .where((eb) => eb.or([eb('word', 'like', `${escaped(start)}%`), eb('pinyin', 'like', `${escaped(start)}%`)]))
    .orderBy('entries', 'desc')
    .limit(limit)
    .execute();
  return rows.map((row) => row.word);
}

export async function titlesMatching(db: Queryable, query: string, limit: number, kind?: string): Promise<string[]> {
  if (query === '') return [];
  const { rows } = await sql<{ title: string }>`
    select p.title from search.entry e join search.passage p using (number)
    where e.telling @@ ${query}::tsquery${ofKind(kind)}
    order by ts_rank('{0, 0, 0, 1}', e.telling, ${query}::tsquery) desc, e.dated_on desc
    limit ${limit}`.execute(db);
  return rows.map((row) => row.title);
}

function ofKind(kind: string | undefined) {
  return kind === undefined ? sql`` : sql` and kind = ${kind}`;
}

function escapedSigns(signs: readonly string[]): string[] {
  return signs.map(escaped);
}

function escaped(text: string): string {
  return text.replace(/[\\%_]/g, (sign) => `\\${sign}`);
}
