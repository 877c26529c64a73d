import { fold } from '../words/fold.ts';
import { pairAcross } from '../words/index-words.ts';
import type { Piece, Segmenter } from '../words/segmenter.ts';
import { isStopWord } from '../words/stop-words.ts';

/** One thing the reader looks for: any of its alternatives, each a set of words that must all stand in the text. */
export interface Term {
  /** As the reader wrote it, folded. */
  readonly text: string;
  readonly alternatives: readonly (readonly string[])[];
}

export interface ParsedQuery {
  /** Folded, for the record of what people look for. */
  readonly text: string;
  readonly terms: readonly Term[];
  /** In quotation marks: must stand there letter by letter. */
  readonly phrases: readonly string[];
}

const QUOTED = /["“”「『《]([^"“”」』》]{1,60})["“”」』》]/gu;
const QUOTES = /["“”「」『』《》]+/gu;
/** Longer queries are cut: nobody types them, and each term costs. */
const MAX_LENGTH = 100;
const MAX_TERMS = 12;

/** The same words, to be found wherever they stand. */
export function withoutQuotes(written: string): string {
  return written.replace(QUOTES, ' ').replace(/\s+/gu, ' ').trim();
}

export function parseQuery(segmenter: Segmenter, written: string): ParsedQuery {
  const text = fold(written).slice(0, MAX_LENGTH);
  const phrases = [...text.matchAll(QUOTED)].flatMap(([, phrase]) => (phrase?.trim() ? [phrase.trim()] : []));
  const pieces = segmenter.cut(text);
  const meaningful = pieces.filter((piece) => !isStopWord(piece.text));
  const kept = new Set(meaningful.length > 0 ? meaningful : pieces);
  return { text, terms: distinct(termsOf(segmenter, pieces, kept)).slice(0, MAX_TERMS), phrases };
}

function termsOf(segmenter: Segmenter, pieces: readonly Piece[], kept: ReadonlySet<Piece>): Term[] {
  const terms: Term[] = [];
  for (let at = 0; at < pieces.length; at += 1) {
    const piece = pieces[at] as Piece;
    if (!kept.has(piece)) continue;
    if (piece.kind !== 'single') {
      terms.push(wordTerm(segmenter, piece.text));
      continue;
    }
    const end = endOfSingles(pieces, at, kept);
    terms.push(singlesTerm(pieces, at, end, kept));
    at = end - 1;
  }
  return terms;
}

/** A word, or its smaller words all together. */
function wordTerm(segmenter: Segmenter, text: string): Term {
  const parts = segmenter.parts(text).filter((part) => part.length > 1);
  const whole = parts.length > 1 && parts.join('') === text;
  return { text, alternatives: whole ? [[text], parts] : [[text]] };
}

/** Characters outside words go by the pairs with their neighbours; one that stands alone by itself. */
function singlesTerm(pieces: readonly Piece[], from: number, to: number, kept: ReadonlySet<Piece>): Term {
  const run = pieces.slice(from, to);
  const beside = (piece: Piece | undefined) => (piece && kept.has(piece) ? [piece] : []);
  const chain = [...beside(pieces[from - 1]), ...run, ...beside(pieces[to])];
  const pairs = chain.flatMap((left, index) => pairAcross(left, chain[index + 1]) ?? []);
  const text = run.map((piece) => piece.text).join('');
  return { text, alternatives: [pairs.length > 0 ? pairs : [...run.map((piece) => piece.text)]] };
}

function endOfSingles(pieces: readonly Piece[], from: number, kept: ReadonlySet<Piece>): number {
  let end = from + 1;
  for (; end < pieces.length; end += 1) {
    const [last, next] = [pieces[end - 1] as Piece, pieces[end] as Piece];
    if (next.kind !== 'single' || !kept.has(next) || last.start + last.text.length !== next.start) break;
  }
  return end;
}

function distinct(terms: readonly Term[]): Term[] {
  const seen = new Map(terms.map((term) => [JSON.stringify(term.alternatives), term]));
  return [...seen.values()];
}
