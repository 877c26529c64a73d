import type { Database } from '../../../platform/db/database.ts';
import { queryLiteral, rankLiteral } from '../entries/ts-literals.ts';
import type { OfficeWords } from '../office/office-words.ts';
import { expand } from '../query/expand.ts';
import { type ParsedQuery, parseQuery, type Term } from '../query/parse-query.ts';
import { correctQuery } from '../suggestions/correct-query.ts';
import {
  entriesWith,
  namesAmong,
  standingInTexts,
  titlesMatching,
  wordsBeginning,
} from '../suggestions/words.store.ts';
import { fold } from '../words/fold.ts';
import type { Segmenter } from '../words/segmenter.ts';
import type { Filters } from './facets.ts';
import { COUNTED_AT_MOST, type Found, findEntries, type WeighedTerm } from './find-entries.store.ts';
import type { Relevant, SearchAnswer, SearchResult } from './found.ts';
import { numbersWith, readEntries, type StoredEntry } from './passages.store.ts';
import { bestPassage, marked } from './passages.ts';
import { entriesOf, weighed } from './weigh-terms.ts';

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
/** What search boxes take; a longer title would be cut and find nothing. */
const LONGEST_SUGGESTION = 60;
const SUGGESTIONS = 8;
/** Of which some are halves of words. */
const WORDS_LOOKED_AT = 40;

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
    const strict = await this.#find(request, query, queryLiteral(terms, '&'), terms);
    const relaxed = strict.total === 0 && terms.length > 1 && query.phrases.length === 0;
    const found = relaxed ? await this.#findPartly(request, query, terms) : strict;
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
      correction: strict.total > 0 || query.phrases.length > 0 ? null : await this.#correction(query.text),
      relaxed: relaxed && found.total > 0,
    };
  }

  /**
   * Whole phrases to look for that begin as the reader began, the most promising first.
   * @param kind of a search box that finds this kind alone
   */
  async suggest(begun: string, kind?: string): Promise<readonly string[]> {
    const { database, segmenter } = this.#options;
    const query = parseQuery(segmenter, begun);
    if (query.text.length === 0) return [];
    const [words, titles] = await Promise.all([
      this.#wordsBeginning(query.text, kind),
      titlesMatching(database.kysely, queryLiteral(query.terms, '&'), SUGGESTIONS, kind),
    ]);
    return [...new Set([...words.slice(0, 4), ...titles])]
      .filter((text) => fold(text) !== query.text && text.length <= LONGEST_SUGGESTION)
      .slice(0, SUGGESTIONS);
  }

  /**
   * What a question in words of its own is about: entries that hold any of its words, those with the most telling ones first.
   * @param kind looked among alone; absent: all
   * @param alsoSaid further words in which a text may say those that are written
   */
  async relevant(
    written: string,
    limit: number,
    kind?: string,
    alsoSaid?: ReadonlyMap<string, readonly string[]>,
  ): Promise<Relevant> {
    const { database, segmenter, office } = this.#options;
    const query = parseQuery(segmenter, written);
    const terms = expand(segmenter, query.terms, (await office.current()).synonyms, alsoSaid);
    const standing = await standingInTexts(database.kysely, [...new Set(terms.flatMap(allWords))]);
    const told = terms.map((term) => ({ ...term, entries: entriesOf(term, standing) }));
    if (terms.length === 0) return { numbers: [], terms: told };
    const filters = kind === undefined ? {} : { kind };
    const request = { written, filters, newestFirst: false, page: 1, pageSize: limit };
    const weights = weighed(terms, standing);
    const found = await this.#find(request, query, queryLiteral(terms, '|'), terms, weights);
    return { numbers: found.items.map((hit) => hit.number), terms: told };
  }

  /** Whole words that are names of things here; halves of words and words that only texts use are no help. */
  async #wordsBeginning(begun: string, kind?: string): Promise<readonly string[]> {
    const { database, segmenter } = this.#options;
    const words = await wordsBeginning(database.kysely, begun, WORDS_LOOKED_AT);
    return namesAmong(
      database.kysely,
      words.filter((word) => segmenter.cut(word).length === 1),
      kind,
    );
  }

  async #correction(text: string): Promise<string | null> {
    return (await correctQuery(this.#options.database.kysely, this.#options.segmenter, text)) ?? null;
  }

  async #findPartly(request: SearchRequest, query: ParsedQuery, terms: readonly Term[]): Promise<Found> {
    const standing = await entriesWith(this.#options.database.kysely, [...new Set(terms.flatMap(allWords))]);
    return this.#find(request, query, queryLiteral(terms, '|'), terms, weighed(terms, standing));
  }

  #find(
    request: SearchRequest,
    query: ParsedQuery,
    literal: string,
    terms: readonly Term[],
    parts: readonly WeighedTerm[] = [],
  ): Promise<Found> {
    return findEntries(this.#options.database, {
      query: literal,
      rank: rankLiteral(terms),
      parts,
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

function allWords(term: Term): string[] {
  return term.alternatives.flat();
}

/** What is marked: the words as written, those that mean the same, and phrases whole. */
function wordsLookedFor(query: ParsedQuery, terms: readonly Term[]): string[] {
  return [...new Set([...query.phrases, ...terms.flatMap((term) => [term.text, ...allWords(term)])])];
}
