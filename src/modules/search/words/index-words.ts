import type { Piece, Segmenter } from './segmenter.ts';
import { isStopWord } from './stop-words.ts';

/**
 * What a text is found by: its words, the smaller words in them, and for characters that belong to no word the pairs with their
 * neighbours, so that names which no dictionary has (明湖) are found although 湖 stands in 湖区 there.
 *
 * @param text folded
 */
export function indexWords(segmenter: Segmenter, text: string): Set<string> {
  const words = new Set<string>();
  const pieces = segmenter.cut(text);
  for (const [index, piece] of pieces.entries()) {
    if (!isStopWord(piece.text)) words.add(piece.text);
    if (piece.kind === 'word') for (const part of segmenter.parts(piece.text)) words.add(part);
    const pair = pairAcross(piece, pieces[index + 1]);
    if (pair) words.add(pair);
  }
  return words;
}

/** Two neighbouring characters of which one at least belongs to no word. */
export function pairAcross(left: Piece, right: Piece | undefined): string | undefined {
  if (right === undefined || left.start + left.text.length !== right.start) return undefined;
  if (left.kind === 'latin' || right.kind === 'latin') return undefined;
  if (left.kind !== 'single' && right.kind !== 'single') return undefined;
  if (isStopWord(left.text) || isStopWord(right.text)) return undefined;
  const pair = left.text.slice(-1) + right.text.slice(0, 1);
  return [...pair].length === 2 ? pair : undefined;
}
