import type { LocalDate } from '../../../kernel/local-date.ts';
import { fold } from '../words/fold.ts';
import { indexWords } from '../words/index-words.ts';
import type { Segmenter } from '../words/segmenter.ts';

/** One public thing as the index keeps it. */
export interface SearchEntry {
  readonly number: number;
  readonly kind: string;
  readonly unitId: string;
  readonly year: number;
  readonly validity: string | null;
  readonly topics: readonly string[];
  readonly datedOn: LocalDate;
  /** As 明府办〔2026〕12号; null when it has none. */
  readonly documentNumber: string | null;
  readonly title: string;
  /** Names, tags, labels: whatever else people call it by. */
  readonly names: readonly string[];
  readonly body: string;
}

export interface EntryWords {
  /** Weights A title, B names, C words that the text uses most. */
  readonly telling: ReadonlyMap<string, 'A' | 'B' | 'C'>;
  readonly all: ReadonlySet<string>;
}

/** More would widen the row that every count reads. */
const TELLING_BODY_WORDS = 24;
const LONGEST_WORD = 40;

export function wordsOf(segmenter: Segmenter, entry: SearchEntry): EntryWords {
  const telling = new Map<string, 'A' | 'B' | 'C'>();
  const all = new Set<string>();
  const add = (words: Iterable<string>, weight?: 'A' | 'B' | 'C') => {
    for (const word of words) {
      if (word.length > LONGEST_WORD) continue;
      all.add(word);
      if (weight && !telling.has(word)) telling.set(word, weight);
    }
  };
  add(indexWords(segmenter, fold(entry.title)), 'A');
  add(indexWords(segmenter, fold([entry.documentNumber ?? '', ...entry.names].join(' '))), 'B');
  const body = fold(entry.body);
  add(mostUsed(segmenter, body), 'C');
  add(indexWords(segmenter, body));
  return { telling, all };
}

/** Words of two characters and more that stand at least twice, the most frequent first. */
function mostUsed(segmenter: Segmenter, body: string): string[] {
  const times = new Map<string, number>();
  for (const { text, kind } of segmenter.cut(body)) {
    if (kind === 'word') times.set(text, (times.get(text) ?? 0) + 1);
  }
  return [...times]
    .filter(([, count]) => count > 1)
    .sort((a, b) => b[1] - a[1] || b[0].length - a[0].length)
    .slice(0, TELLING_BODY_WORDS)
    .map(([word]) => word);
}
