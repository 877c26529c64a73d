import { type Box, boxOfGlyphs, type Glyph } from './layout-page.ts';

/** Characters on one baseline, in reading order. */
export interface TextLine {
  readonly glyphs: readonly Glyph[];
  readonly text: string;
  readonly box: Box;
  readonly size: number;
}

/** A gap of this many font heights is a space that somebody meant; narrower ones come from justification. */
const meantGap = 0.6;

/** The lines of one block of text (a cell, or a page without tables), top to bottom. */
export function linesOf(glyphs: readonly Glyph[]): TextLine[] {
  const level = glyphs.some((glyph) => glyph.turn !== 0) ? turnLevel(glyphs) : glyphs;
  return baselinesOf(level).flatMap((line) => lineOf(line) ?? []);
}

export function lineOf(glyphs: readonly Glyph[]): TextLine | undefined {
  const ordered = glyphs.toSorted((a, b) => a.x - b.x);
  const inked = ordered.filter((glyph) => glyph.text.trim() !== '');
  if (inked.length === 0) return undefined;
  let text = '';
  let end = Number.NEGATIVE_INFINITY;
  for (const glyph of ordered) {
    const gap = glyph.x - end;
    if (text !== '' && gap > glyph.size * meantGap && !text.endsWith(' ')) text += ' ';
    text += glyph.text;
    end = Math.max(end, glyph.x + glyph.width);
  }
  return {
    glyphs: ordered,
    text: text.trim(),
    box: boxOfGlyphs(inked),
    size: commonest(inked.map((glyph) => glyph.size)),
  };
}

/** Splits a line where it is empty for more than `gap` font heights: the pieces of a table row without rulings. */
export function piecesOf(line: TextLine, gap: number): TextLine[] {
  const pieces: Glyph[][] = [[]];
  let end = Number.NEGATIVE_INFINITY;
  for (const glyph of line.glyphs) {
    if (glyph.text.trim() === '') continue;
    if (glyph.x - end > glyph.size * gap && end > Number.NEGATIVE_INFINITY) pieces.push([]);
    pieces.at(-1)?.push(glyph);
    end = Math.max(end, glyph.x + glyph.width);
  }
  return pieces.flatMap((piece) => lineOf(piece) ?? []);
}

function baselinesOf(glyphs: readonly Glyph[]): Glyph[][] {
  const lines: { baseline: number; size: number; glyphs: Glyph[] }[] = [];
  for (const glyph of glyphs.toSorted((a, b) => a.baseline - b.baseline)) {
    const line = lines.at(-1);
    // Superscripts and mixed fonts stray by less than half a letter; the next line is a whole one away.
    if (line && glyph.baseline - line.baseline < Math.max(glyph.size, line.size) * 0.5) {
      line.glyphs.push(glyph);
      if (glyph.size > line.size) Object.assign(line, { size: glyph.size, baseline: glyph.baseline });
    } else lines.push({ baseline: glyph.baseline, size: glyph.size, glyphs: [glyph] });
  }
  return lines.map((line) => line.glyphs);
}

/**
 * Turned text lies down so that it can be read as lines: a column of vertical writing becomes a line, the rightmost
 * column first.
 */
function turnLevel(glyphs: readonly Glyph[]): Glyph[] {
  const turn = commonest(glyphs.map((glyph) => glyph.turn));
  if (turn === 0) return glyphs.filter((glyph) => glyph.turn === 0);
  const page = boxOfGlyphs(glyphs);
  return glyphs.map((glyph) => {
    if (turn === 90) return { ...glyph, x: glyph.baseline, baseline: page.x + page.width - glyph.x, turn: 0 as const };
    if (turn === 270) return { ...glyph, x: -glyph.baseline, baseline: glyph.x, turn: 0 as const };
    return { ...glyph, x: -glyph.x, baseline: -glyph.baseline, turn: 0 as const };
  });
}

export function commonest<T>(values: readonly T[]): T {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const [first] = [...counts].toSorted((a, b) => b[1] - a[1]);
  if (!first) throw new RangeError('commonest of nothing');
  return first[0];
}
