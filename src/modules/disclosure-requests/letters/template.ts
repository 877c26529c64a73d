import type { LetterKind } from './letter-words.ts';

/** Words of a letter as the office edits them; each line a paragraph, the first one the addressee. */
export interface LetterTemplate {
  readonly kind: LetterKind;
  readonly title: string;
  readonly body: string;
  /** Name of the agency in red above red lines, as letters of agencies have it (GB/T 9704). */
  readonly hasRedHead: boolean;
}
