import type { Glyph } from '../../../platform/pdf/glyph.ts';

/** Latin words are often parted by a gap alone; Chinese letters stand apart when lines are justified. */
const LATIN = /[\u0021-\u024f]/;

/**
 * Letters as running text, in the order of painting: a new line where the baseline moves, a blank where a gap stands.
 * Offsets are not kept; `positions.ts` gives places.
 */
export function linesOf(glyphs: readonly Glyph[]): string {
  let text = '';
  let before: Glyph | undefined;
  for (const glyph of glyphs) {
    if (before) text += gapBetween(before, glyph);
    text += glyph.text;
    before = glyph;
  }
  return text;
}

export function gapBetween(before: Glyph, glyph: Glyph): '' | ' ' | '\n' {
  const size = Math.max(before.size, glyph.size, 1);
  if (glyph.turn !== before.turn) return '\n';
  if (glyph.turn === 90 || glyph.turn === 270) return Math.abs(glyph.x - before.x) > size * 0.5 ? '\n' : '';
  if (Math.abs(glyph.baseline - before.baseline) > size * 0.5) return '\n';
  const gap = glyph.x - (before.x + before.width);
  // Right to the left of what came before: another cell or line that begins anew.
  if (gap < -size * 2) return '\n';
  const words = LATIN.test(before.text) && LATIN.test(glyph.text);
  return gap > size * (words ? 0.15 : 0.6) ? ' ' : '';
}
