import { fold } from '../words/fold.ts';
import type { Segmenter } from '../words/segmenter.ts';
import { parseQuery, type Term } from './parse-query.ts';

/** Words that the office declared to mean the same, for example 医保 and 医疗保险. */
export type SynonymGroup = readonly string[];

/**
 * Adds to each term what the office says means the same. Runs of terms that together spell such a word are taken as one.
 * @param alsoSaid further words in which a text may say a word, which do not mean it in their turn
 */
export function expand(
  segmenter: Segmenter,
  terms: readonly Term[],
  groups: readonly SynonymGroup[],
  alsoSaid: ReadonlyMap<string, readonly string[]> = new Map(),
): Term[] {
  const bySpelling = new Map<string, readonly string[]>();
  for (const group of groups) for (const word of group) bySpelling.set(fold(word), group);
  for (const [word, others] of alsoSaid) {
    const said = [...(bySpelling.get(fold(word)) ?? [word]), ...others];
    const meant = others.flatMap((other) => bySpelling.get(fold(other)) ?? []);
    bySpelling.set(fold(word), [...new Set([...said, ...meant])]);
  }
  const expanded: Term[] = [];
  for (let at = 0; at < terms.length; ) {
    const length = longestRun(terms, at, bySpelling);
    const run = terms.slice(at, at + Math.max(1, length));
    const group = bySpelling.get(run.map((term) => term.text).join(''));
    expanded.push(group ? withSynonyms(segmenter, run, group) : (run[0] as Term));
    at += run.length;
  }
  return expanded;
}

function longestRun(terms: readonly Term[], at: number, known: ReadonlyMap<string, unknown>): number {
  for (let length = Math.min(6, terms.length - at); length > 0; length -= 1) {
    const text = terms.slice(at, at + length).map((term) => term.text);
    if (known.has(text.join(''))) return length;
  }
  return 0;
}

function withSynonyms(segmenter: Segmenter, run: readonly Term[], group: SynonymGroup): Term {
  const own = run.length === 1 ? (run[0] as Term).alternatives : [flat(run)];
  const others = group.map((word) => flat(parseQuery(segmenter, word).terms)).filter((words) => words.length > 0);
  const distinct = new Map([...own, ...others].map((words) => [words.join(' '), words]));
  return { text: run.map((term) => term.text).join(''), alternatives: [...distinct.values()] };
}

function flat(terms: readonly Term[]): string[] {
  return terms.flatMap((term) => term.alternatives[0] ?? []);
}
