import { queryLiteral } from '../entries/ts-literals.ts';
import type { Term } from '../query/parse-query.ts';
import { COUNTED_AT_MOST, type WeighedTerm } from './find-entries.store.ts';

/**
 * What each term of a query counts in an entry that holds only some of them: a word that few entries are about tells more than one that
 * many are about.
 * @param standing in how many entries each word stands; absent: none
 */
export function weighed(terms: readonly Term[], standing: ReadonlyMap<string, number>): WeighedTerm[] {
  const most = Math.max(1, ...standing.values());
  return terms.map((term) => {
    const entries = entriesOf(term, standing);
    return {
      query: queryLiteral([term], '&'),
      weight: Math.log(1 + (most + 1) / (1 + entries)),
      everywhere: entries > COUNTED_AT_MOST,
    };
  });
}

/** An alternative stands in no more entries than its rarest word. */
export function entriesOf(term: Term, standing: ReadonlyMap<string, number>): number {
  return Math.max(0, ...term.alternatives.map((words) => Math.min(...words.map((word) => standing.get(word) ?? 0))));
}
