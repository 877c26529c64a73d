import { linesOf, type TextLine } from './layout-lines.ts';
import type { Glyph, LayoutPage } from './layout-page.ts';

/** Share of the page's height at top and bottom where page numbers and running heads stand. */
const margin = 0.12;

/**
 * Takes page numbers and running heads off the pages: what looks like a page number, and what stands at the same height
 * with the same words (numbers apart) on most pages. Rows of a table that repeat are left alone: `inTable` tells them.
 */
export function withoutFurniture(
  pages: readonly LayoutPage[],
  inTable: (page: LayoutPage, glyph: Glyph) => boolean,
): LayoutPage[] {
  const marginal = pages.map((page) =>
    linesOf(page.glyphs.filter((glyph) => !inTable(page, glyph) && isMarginal(page, glyph))),
  );
  const repeated = repeatedTexts(pages, marginal);
  return pages.map((page, index) => {
    const furniture = (marginal[index] ?? []).filter(
      (line) => isPageNumber(line.text) || repeated.has(signature(page, line)),
    );
    const drop = new Set(furniture.flatMap((line) => line.glyphs.map((glyph) => keyOf(glyph))));
    return { ...page, glyphs: page.glyphs.filter((glyph) => !drop.has(keyOf(glyph))) };
  });
}

function isMarginal(page: LayoutPage, glyph: Glyph): boolean {
  return glyph.baseline < page.height * margin || glyph.baseline > page.height * (1 - margin);
}

function keyOf(glyph: Glyph): string {
  return `${glyph.x.toFixed(2)} ${glyph.baseline.toFixed(2)} ${glyph.text}`;
}

const dash = '[-‐-―－─━—–·~〜]*';
const pageNumber = new RegExp(
  `^${dash}\\s*(?:第\\s*)?[\\d０-９]{1,3}(?:\\s*[/／]\\s*[\\d０-９]{1,3})?\\s*页?(?:\\s*[,，/]?\\s*共\\s*[\\d０-９]{1,3}\\s*页)?\\s*${dash}$`,
  'u',
);

/** `— 3 —`, `3`, `3/25`, `第3页`, `第 3 页 共 25 页`, `—９１—`. */
export function isPageNumber(text: string): boolean {
  return pageNumber.test(text.trim());
}

function repeatedTexts(pages: readonly LayoutPage[], marginal: readonly TextLine[][]): Set<string> {
  const counts = new Map<string, number>();
  pages.forEach((page, index) => {
    const seen = new Set((marginal[index] ?? []).map((line) => signature(page, line)));
    for (const key of seen) counts.set(key, (counts.get(key) ?? 0) + 1);
  });
  const enough = Math.max(3, pages.length * 0.5);
  return new Set([...counts].filter(([, count]) => count >= enough).map(([key]) => key));
}

function signature(page: LayoutPage, line: TextLine): string {
  const side = line.box.y < page.height / 2 ? 'top' : 'bottom';
  const height = side === 'top' ? line.box.y : page.height - line.box.y;
  return `${side} ${Math.round(height / 6)} ${line.text.replace(/[\d０-９\s]/g, '')}`;
}
