import type { PaintedGlyph } from './painted-page.ts';
import { pagesOf } from './pdf-pages.ts';
import { gapBetween } from './text-lines.ts';

/** Where a page's words stand. Points, origin top left, y downwards, as the page is shown. */
export interface PageText {
  /** 1-based. */
  readonly page: number;
  readonly width: number;
  readonly height: number;
  /** The same words as in an inspection. */
  readonly text: string;
  /** One per UTF-16 unit of `text`: index into `boxes`, -1 for blanks that were put between. */
  readonly boxOf: readonly number[];
  /** x, y, width, height of each letter. */
  readonly boxes: readonly (readonly [number, number, number, number])[];
}

/** Every letter's box, for putting boxes over findings. @throws AppError when the file is locked or damaged */
export async function textPositions(bytes: Uint8Array): Promise<PageText[]> {
  const pages: PageText[] = [];
  for await (const { number, page } of pagesOf(bytes)) {
    const { text, boxOf, boxes } = placed(page.glyphs);
    pages.push({ page: number, width: page.width, height: page.height, text, boxOf, boxes });
  }
  return pages;
}

function placed(glyphs: readonly PaintedGlyph[]): Pick<PageText, 'text' | 'boxOf' | 'boxes'> {
  let text = '';
  const boxOf: number[] = [];
  const boxes: [number, number, number, number][] = [];
  let before: PaintedGlyph | undefined;
  for (const glyph of glyphs) {
    const gap = before ? gapBetween(before, glyph) : '';
    text += gap + glyph.text;
    if (gap !== '') boxOf.push(-1);
    for (let unit = 0; unit < glyph.text.length; unit++) boxOf.push(boxes.length);
    boxes.push(boxAround(glyph));
    before = glyph;
  }
  return { text, boxOf, boxes };
}

/** Letters reach from a little below the baseline to nearly their size above it, along their reading direction. */
function boxAround({ x, baseline, width, size, turn }: PaintedGlyph): [number, number, number, number] {
  const [up, down] = [size * 0.9, size * 0.22];
  const box: Record<typeof turn, [number, number, number, number]> = {
    0: [x, baseline - up, width, up + down],
    90: [x - down, baseline, up + down, width],
    180: [x - width, baseline - down, width, up + down],
    270: [x - up, baseline - width, up + down, width],
  };
  return box[turn].map((value) => Math.round(value * 100) / 100) as [number, number, number, number];
}
