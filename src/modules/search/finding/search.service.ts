import type { Database } from '../../../platform/db/database.ts';
import { queryLiteral, rankLiteral } from '../entries/ts-literals.ts';
import type { OfficeWords } from '../office/office-words.ts';
import { expand } from '../query/expand.ts';
import { type ParsedQuery, parseQuery, type Term } from '../query/parse-query.ts';
import { correctQuery } from '../suggestions/correct-query.ts';
import { titlesMatching, wordsBeginning } from '../suggestions/words.store.ts';
import { fold } from '../words/fold.ts';
import type { Segmenter } from '../words/segmenter.ts';
import type { Filters } from './facets.ts';
import { COUNTED_AT_MOST, type Found, findEntries } from './find-entries.store.ts';
import type { SearchAnswer, SearchResult } from './found.ts';
import { numbersWith, readEntries, type StoredEntry } from './passages.store.ts';
import { bestPassage, marked } from './passages.ts';

export interface SearchRequest {
  readonly written: string;
  readonly filters: Filters;
  readonly newestFirst: boolean;
  /** 1-based. */
  readonly page: number;
  readonly pageSize: number;
}

export interface SearchOptions {
  readonly database: Database;
  readonly segmenter: Segmenter;
  readonly office: OfficeWords;
  /** The official form of a document number as typed; null when it is none. */
  readonly documentNumberOf: (text: string) => string | null;
}

/** Nobody pages further, and each page further costs more. */
export const LAST_PAGE = 100;
const SUGGESTIONS = 8;

/** Finds what is public by the words people use (SRCH-1, SRCH-2). */
export class SearchService {
  readonly #options: SearchOptions;

  constructor(options: SearchOptions) {
    this.#options = options;
  }

  async search(request: SearchRequest): Promise<SearchAnswer> {
    const { database, segmenter, office } = this.#options;
    const query = parseQuery(segmenter, request.written);
    const words = await office.current();
    const terms = expand(segmenter, query.terms, words.synonyms);
    const strict = await this.#find(request, query, terms, '&');
    const relaxed = strict.total === 0 && terms.length > 1 && query.phrases.length === 0;
    const found = relaxed ? await this.#find(request, query, terms, '|') : strict;
    const exact = request.page === 1 ? await this.#exact(request.written) : [];
    const best = request.page === 1 ? words.bestFor(query.text) : [];
    const numbers = [...new Set([...exact, ...found.items.map((hit) => hit.number)])];
    const entries = await readEntries(database.kysely, [...numbers, ...best.map((answer) => answer.number)]);
    const lookedFor = wordsLookedFor(query, terms);
    const shown = (number: number) => {
      const entry = entries.get(number);
      return entry ? [resultOf(entry, lookedFor)] : [];
    };
    return {
      written: request.written,
      total: Math.min(found.total, COUNTED_AT_MOST),
      more: found.total > COUNTED_AT_MOST,
      results: numbers.flatMap(shown),
      best: best.flatMap((answer) => shown(answer.number).map((result) => ({ ...result, note: answer.note }))),
      facets: found.facets,
      correction: strict.total === 0 ? ((await correctQuery(database.kysely, segmenter, query.text)) ?? null) : null,
      relaxed: relaxed && found.total > 0,
    };
  }

  /** Whole phrases to look for that begin as the reader began, the most promising first. */
  async suggest(begun: string): Promise<readonly string[]> {
    const { database, segmenter } = this.#options;
    const query = parseQuery(segmenter, begun);
    if (query.text.length === 0) return [];
    const [words, titles] = await Promise.all([
      wordsBeginning(database.kysely, query.text, SUGGESTIONS),
      titlesMatching(database.kysely, queryLiteral(query.terms, '&'), SUGGESTIONS),
    ]);
    return [...new Set([...words.slice(0, 4), ...titles])]
      .filter((text) => fold(text) !== query.text)
      .slice(0, SUGGESTIONS);
  }

  #find(request: SearchRequest, query: ParsedQuery, terms: readonly Term[], operator: '&' | '|'): Promise<Found> {
    return findEntries(this.#options.database, {
      query: queryLiteral(terms, operator),
      rank: rankLiteral(terms),
      phrases: query.phrases,
      filters: request.filters,
      newestFirst: request.newestFirst,
      offset: (Math.min(request.page, LAST_PAGE) - 1) * request.pageSize,
      limit: request.pageSize,
    });
  }

  async #exact(written: string): Promise<number[]> {
    const number = this.#options.documentNumberOf(written);
    return number === null ? [] : numbersWith(this.#options.database.kysely, number);
  }
}

function resultOf(entry: StoredEntry, words: readonly string[]): SearchResult {
  const { body, title, topics: _topics, ...rest } = entry;
  return { ...rest, title: marked(title, words), passage: bestPassage(body, words) };
}

/** What is marked: the words as written, those that mean the same, and phrases whole. */
function wordsLookedFor(query: ParsedQuery, terms: readonly Term[]): string[] {
  return [...new Set([...query.phrases, ...terms.flatMap((term) => [term.text, ...term.alternatives.flat()])])];
}
