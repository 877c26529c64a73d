/**
 * What every format of a plan document is turned into before anything is understood (PLAN-2): a run of paragraphs and
 * tables in reading order, each remembering where it stood, so that a doubt can point at its place.
 */
export interface SourceDocument {
  readonly format: SourceFormat;
  readonly blocks: readonly SourceBlock[];
}

export type SourceFormat = 'docx' | 'pdf' | 'xlsx' | 'html' | 'csv' | 'txt' | 'ofd';

export type SourceBlock = SourceParagraph | SourceTable;

export interface SourceParagraph {
  readonly kind: 'paragraph';
  readonly text: string;
  readonly place: Place;
}

/** A rectangular grid. A joined cell stands in `cells` once, at its top left corner, with its spans. */
export interface SourceTable {
  readonly kind: 'table';
  readonly rowCount: number;
  readonly columnCount: number;
  readonly cells: readonly SourceCell[];
  readonly place: Place;
  /** Why the table as a whole rests on weak evidence; a Chinese sentence. */
  readonly doubt?: string;
}

export interface SourceCell {
  /** 0-based. */
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  /** Lines as printed, joined by '\n'; whether a line end is a real separator is decided later, field by field. */
  readonly text: string;
  readonly place: Place;
  /** Why the cell's text or extent rests on weak evidence; a Chinese sentence for the person who checks. */
  readonly doubt?: string;
}

/** Where something stood in the original, in the words a person would use to find it. All numbers 1-based. */
export interface Place {
  readonly page?: number;
  readonly sheet?: string;
  readonly line?: number;
  /** Which table of the document, where a format has no pages (docx, html). */
  readonly table?: number;
  readonly row?: number;
  /** PDF and OFD: rectangle on the page in points, origin top left, so that the page image can be marked. */
  readonly box?: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
}
