import type { Glyph, LayoutPage } from './layout-page.ts';
import { printedWidth } from './source-text.ts';
import type { TxtLine } from './txt-lines.ts';

/** Height of a line of a dump in its own units; wider than high letters would join neighbouring lines. */
const leading = 2;

/** Lines of other columns that stand half a line lower push the lines of a cell up to two apart. */
export const layoutSlack = 2.1;

/** Whether a dump keeps the columns of its page apart by blanks, as `pdftotext -layout` does. */
export function isLaidOut(lines: readonly TxtLine[]): boolean {
  const spaced = lines.filter((line) => /\S(?: {2,}|\u3000{2,})\S|^ {4,}\S/.test(line.text)).length;
  return lines.length >= 5 && spaced >= lines.length * 0.4;
}

/**
 * A laid out dump as pages of characters: each stands at its place in its line, because the dump counted characters,
 * and lines below each other. The baseline of a character is its line's number in the file, times the leading.
 */
export function pagesOfLayout(lines: readonly TxtLine[]): LayoutPage[] {
  const pages: { number: number; glyphs: Glyph[] }[] = [];
  for (const line of lines) {
    if (pages.length === 0 || line.pageBefore) pages.push({ number: pages.length + 1, glyphs: [] });
    pages.at(-1)?.glyphs.push(...glyphsOf(line));
  }
  return pages.map((page) => ({ ...page, width: 200, height: 1e6, rulings: [] }));
}

function glyphsOf(line: TxtLine): Glyph[] {
  const glyphs: Glyph[] = [];
  [...line.text].forEach((text, x) => {
    if (text.trim() === '') return;
    glyphs.push({ text, x, baseline: line.line * leading, width: printedWidth(text), size: 1, turn: 0 });
  });
  return glyphs;
}

/** Line of the file at a height of the pages above. */
export function lineAt(y: number): number {
  return Math.max(1, Math.round((y + 0.88) / leading));
}
