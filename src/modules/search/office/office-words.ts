import type { SynonymGroup } from '../query/expand.ts';

export interface BestAnswer {
  readonly number: number;
  readonly note: string | null;
}

/** What the office keeps to help people find: words that mean the same, and answers chosen by hand. */
export interface CurrentWords {
  readonly synonyms: readonly SynonymGroup[];
  /** @param query folded */
  bestFor(query: string): readonly BestAnswer[];
}

export interface OfficeWords {
  current(): Promise<CurrentWords>;
}
