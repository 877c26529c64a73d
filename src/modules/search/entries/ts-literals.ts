import type { Term } from '../query/parse-query.ts';

/**
 * PostgreSQL's own text parser does not know Chinese words and cuts 2026-05-01 apart, so vectors and queries are written out as
 * literals from our own words.
 */
export function vectorLiteral(words: Iterable<string>): string {
  return [...words].map(quoted).join(' ');
}

export function weightedVectorLiteral(words: ReadonlyMap<string, 'A' | 'B' | 'C'>): string {
  return [...words].map(([word, weight]) => `${quoted(word)}:1${weight}`).join(' ');
}

/** @param operator `&`: every term must stand in the text; `|`: any of them */
export function queryLiteral(terms: readonly Term[], operator: '&' | '|'): string {
  return terms.map((term) => `(${term.alternatives.map(allOf).join(' | ')})`).join(` ${operator} `);
}

/** All words looked for, any of which counts: what hits are ordered by. PostgreSQL ranks a conjunction by distances, which we do not store. */
export function rankLiteral(terms: readonly Term[]): string {
  return [...new Set(terms.flatMap((term) => term.alternatives.flat()))].map(quoted).join(' | ');
}

function allOf(words: readonly string[]): string {
  return words.length === 1 ? quoted(words[0] as string) : `(${words.map(quoted).join(' & ')})`;
}

function quoted(word: string): string {
  return `'${word.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;
}
