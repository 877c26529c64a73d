import type { Database } from '../../platform/db/database.ts';
import { putEntries } from './entries/entries.store.ts';
import { type SearchEntry, wordsOf } from './entries/search-entry.ts';
import { SearchService } from './finding/search.service.ts';
import type { SynonymGroup } from './query/expand.ts';
import { countTellingWords, replaceWords } from './suggestions/words.store.ts';
import { soundOf } from './words/pinyin.ts';
import { Segmenter } from './words/segmenter.ts';

/** A search over entries given by hand, for tests of how well things are found. */
export async function searchOver(
  database: Database,
  entries: readonly SearchEntry[],
  options: {
    readonly synonyms?: readonly SynonymGroup[];
    readonly documentNumberOf?: (text: string) => string | null;
  } = {},
): Promise<SearchService> {
  const segmenter = new Segmenter();
  await putEntries(
    database.kysely,
    entries.map((entry) => ({ entry, words: wordsOf(segmenter, entry) })),
  );
  const words = (await countTellingWords(database.kysely)).map((word) => ({ ...word, pinyin: soundOf(word.word) }));
  await database.kysely.transaction().execute((tx) => replaceWords(tx, words, new Date(0)));
  const office = { current: async () => ({ synonyms: options.synonyms ?? [], bestFor: () => [] }) };
  return new SearchService({ database, segmenter, office, documentNumberOf: options.documentNumberOf ?? (() => null) });
}
