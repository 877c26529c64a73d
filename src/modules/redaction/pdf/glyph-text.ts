import type { Glyph } from '../../../platform/pdf/glyph.ts';
import { type Box, boxOf } from '../../../platform/pdf/paint-state.ts';

/** Text of a page with the letter that each of its UTF-16 units comes from; null for blanks that we put in. */
export interface PlacedText {
  readonly text: string;
  readonly glyphs: readonly (Glyph | null)[];
}

/** Letters in the order of painting; a wide gap is the border of a cell, a move of the baseline a new line. */
export function placedText(painted: readonly Glyph[]): PlacedText {
  const glyphs: (Glyph | null)[] = [];
  let text = '';
  let before: Glyph | undefined;
  for (const glyph of painted) {
    const gap = before ? gapBetween(before, glyph) : '';
    text += gap + glyph.text;
    for (let unit = 0; unit < gap.length; unit++) glyphs.push(null);
    for (let unit = 0; unit < glyph.text.length; unit++) glyphs.push(glyph);
    before = glyph;
  }
  return { text, glyphs };
}

function gapBetween(before: Glyph, glyph: Glyph): '' | ' ' | '\t' | '\n' {
  const size = Math.max(before.size, glyph.size, 1);
  if (glyph.turn !== before.turn) return '\n';
  const [along, across] = isUpright(glyph)
    ? [glyph.x - before.x - before.width, glyph.baseline - before.baseline]
    : [0, glyph.x - before.x];
  if (Math.abs(across) > size * 0.5 || along < -size * 2) return '\n';
  if (along > size * 1.2) return '\t';
  return along > size * 0.4 ? ' ' : '';
}

const isUpright = (glyph: Glyph) => glyph.turn === 0 || glyph.turn === 180;
const MARGIN = 1;

/** One box for each line of the letters from `start` to `end`. */
export function boxesOf({ glyphs }: PlacedText, start: number, end: number): Box[] {
  const lines: Glyph[][] = [];
  for (const glyph of glyphs.slice(start, end)) {
    if (!glyph) continue;
    const line = lines.at(-1);
    const last = line?.at(-1);
    if (
      line &&
      last &&
      isUpright(glyph) &&
      isUpright(last) &&
      Math.abs(last.baseline - glyph.baseline) < glyph.size * 0.5
    )
      line.push(glyph);
    else lines.push([glyph]);
  }
  return lines.map((line) => boxOf(line.flatMap(cornersOf)));
}

/** A little more than the letter: descenders below, and what a bold or slanted font has beside its width. */
function cornersOf({ x, baseline, width, size, turn }: Glyph): [number, number][] {
  const [along, up, down] = [Math.max(width, size * 0.4), size * 1.05, size * 0.35];
  const [left, right] = turn === 180 ? [x - along, x] : [x, x + along];
  if (turn === 0 || turn === 180) {
    const [top, bottom] = turn === 0 ? [baseline - up, baseline + down] : [baseline - down, baseline + up];
    return [
      [left - MARGIN, top],
      [right + MARGIN, bottom],
    ];
  }
  // Turned text runs up or down from here: covering both ways may hide a little more, never less.
  return [
    [x - up, baseline - along - size],
    [x + up, baseline + along + size],
  ];
}
