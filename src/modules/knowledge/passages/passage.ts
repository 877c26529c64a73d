import type { LocalDate } from '../../../kernel/local-date.ts';

/** One block of a public text: what an answer may be made of, and nothing else. */
export interface Passage {
  /** Counts the blocks of the text from 1. */
  readonly place: number;
  /** As it stands; of a row of a table: `heading：cell；heading：cell`. */
  readonly text: string;
  /** The nearest heading above it; empty: none. */
  readonly heading: string;
  /** Words that stand in the page letter by letter, to lead there; of a row of a table, its longest cell. */
  readonly anchor: string;
}

/** A public document as it is read for answers. */
export interface ReadDocument {
  readonly number: number;
  /** Which form of it: a new form is read anew. */
  readonly ordinal: number;
  readonly kind: string;
  readonly unitId: string;
  readonly title: string;
  /** Whatever else it is called by: other wordings of the question, tags, audiences. */
  readonly names: readonly string[];
  readonly bodyHtml: string;
  readonly datedOn: LocalDate;
}
