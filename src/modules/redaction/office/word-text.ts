import { decodeXml, isClosing, isEmpty, isOpening, tagName, type XmlPiece } from './xml-pieces.ts';

/** Letters of a paragraph with the piece and the place in it that each comes from; null for tabs and breaks. */
export interface TextRun {
  text: string;
  readonly from: (readonly [piece: number, at: number] | null)[];
}

/** What is searched as a whole: running text, or a table with its cells. */
export type WordBlock =
  | { readonly kind: 'text'; readonly run: TextRun }
  | { readonly kind: 'table'; readonly rows: TextRun[][] };

const TEXTS = new Set(['w:t', 'w:instrText', 'a:t', 'm:t']);

/** Paragraphs and tables of one part of a Word file, tables within cells on their own, text boxes where they are anchored. */
export function wordBlocks(pieces: readonly XmlPiece[]): WordBlock[] {
  const reader = new Reader();
  for (const [index, piece] of pieces.entries()) reader.read(piece, index);
  return reader.blocks();
}

interface OpenTable {
  readonly rows: TextRun[][];
}

class Reader {
  readonly #blocks: WordBlock[] = [];
  readonly #tables: OpenTable[] = [];
  readonly #outside: TextRun = emptyRun();
  #inText = false;

  blocks(): WordBlock[] {
    return [...this.#blocks, { kind: 'text', run: this.#outside }];
  }

  read(piece: XmlPiece, index: number): void {
    const name = tagName(piece);
    if (name === '') {
      if (this.#inText) this.#put(decodeXml(piece), index);
      return;
    }
    if (TEXTS.has(name)) this.#inText = isOpening(piece);
    else if (name === 'w:tab' && isEmpty(piece)) this.#gap('\t');
    else if ((name === 'w:br' || name === 'w:cr') && isEmpty(piece)) this.#gap('\n');
    else if (name === 'w:noBreakHyphen') this.#gap('-');
    else if (name === 'w:p' && isClosing(piece)) this.#gap('\n');
    else if (name === 'w:tbl') this.#table(piece);
    else if (name === 'w:tr' && isOpening(piece)) this.#tables.at(-1)?.rows.push([]);
    else if (name === 'w:tc' && isOpening(piece)) this.#tables.at(-1)?.rows.at(-1)?.push(emptyRun());
  }

  #table(piece: XmlPiece): void {
    if (isOpening(piece)) {
      const rows: TextRun[][] = [];
      this.#tables.push({ rows });
      this.#blocks.push({ kind: 'table', rows });
    } else if (isClosing(piece)) this.#tables.pop();
  }

  get #run(): TextRun {
    return this.#tables.at(-1)?.rows.at(-1)?.at(-1) ?? this.#outside;
  }

  #put(text: string, index: number): void {
    const run = this.#run;
    run.text += text;
    for (let at = 0; at < text.length; at++) run.from.push([index, at]);
  }

  #gap(mark: string): void {
    const run = this.#run;
    run.text += mark;
    run.from.push(null);
  }
}

function emptyRun(): TextRun {
  return { text: '', from: [] };
}
