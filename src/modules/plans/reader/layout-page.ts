import type { Glyph } from '../../../platform/pdf/glyph.ts';

export type { Glyph } from '../../../platform/pdf/glyph.ts';

/**
 * A page as PDF and OFD both give it: characters and ruling lines at their positions. Points, origin top left, y downwards.
 */
export interface LayoutPage {
  /** 1-based. */
  readonly number: number;
  readonly width: number;
  readonly height: number;
  readonly glyphs: readonly Glyph[];
  readonly rulings: readonly Ruling[];
}

/** An axis-parallel line, `from` ≤ `to`; `at` is y of a horizontal and x of a vertical. */
export interface Ruling {
  readonly direction: 'horizontal' | 'vertical';
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Thinner boxes than this, in points, are lines that a program drew as areas. */
const thinnest = 3;

/** The lines that a rectangle shows: one when it is thin, its four sides when it is drawn as an outline. */
function rulingsOfRectangle(box: Box, outlined: boolean): Ruling[] {
  const right = box.x + box.width;
  const bottom = box.y + box.height;
  if (box.height <= thinnest && box.width > box.height) {
    return [{ direction: 'horizontal', at: box.y + box.height / 2, from: box.x, to: right }];
  }
  if (box.width <= thinnest && box.height > box.width) {
    return [{ direction: 'vertical', at: box.x + box.width / 2, from: box.y, to: bottom }];
  }
  if (!outlined) return [];
  return [
    { direction: 'horizontal', at: box.y, from: box.x, to: right },
    { direction: 'horizontal', at: bottom, from: box.x, to: right },
    { direction: 'vertical', at: box.x, from: box.y, to: bottom },
    { direction: 'vertical', at: right, from: box.y, to: bottom },
  ];
}

/** A drawn segment as a ruling; slanting segments are no rulings. */
function rulingOfSegment([x1, y1]: Point, [x2, y2]: Point): Ruling | undefined {
  const width = Math.abs(x2 - x1);
  const height = Math.abs(y2 - y1);
  if (height <= 1 && width > height) {
    return { direction: 'horizontal', at: (y1 + y2) / 2, from: Math.min(x1, x2), to: Math.max(x1, x2) };
  }
  if (width <= 1 && height > width) {
    return { direction: 'vertical', at: (x1 + x2) / 2, from: Math.min(y1, y2), to: Math.max(y1, y2) };
  }
  return undefined;
}

export type Point = readonly [x: number, y: number];

/** The lines that a drawn path shows: its straight sides when outlined, nothing but thin boxes when filled. */
export function rulingsOfPath(points: readonly Point[], outlined: boolean): Ruling[] {
  const rectangle = rectangleOf(points);
  if (rectangle) return rulingsOfRectangle(rectangle, outlined);
  if (!outlined) return [];
  return points.slice(1).flatMap((point, index) => {
    const before = points[index] ?? point;
    return rulingOfSegment(before, point) ?? [];
  });
}

function rectangleOf(points: readonly Point[]): Box | undefined {
  if (points.length < 4 || points.length > 6) return undefined;
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const square = points.every(([x, y]) => (x - left < 0.5 || right - x < 0.5) && (y - top < 0.5 || bottom - y < 0.5));
  return square ? { x: left, y: top, width: right - left, height: bottom - top } : undefined;
}

export function boxOfGlyphs(glyphs: readonly Glyph[]): Box {
  const left = Math.min(...glyphs.map((glyph) => glyph.x));
  const right = Math.max(...glyphs.map((glyph) => glyph.x + glyph.width));
  const top = Math.min(...glyphs.map((glyph) => glyph.baseline - glyph.size * 0.88));
  const bottom = Math.max(...glyphs.map((glyph) => glyph.baseline + glyph.size * 0.12));
  return { x: left, y: top, width: right - left, height: bottom - top };
}
