import type { Glyph } from '../../../platform/pdf/glyph.ts';
import { apply, type Matrix } from '../../../platform/pdf/matrix.ts';
import { type Box, boxOf, type PaintState } from '../../../platform/pdf/paint-state.ts';
import type { PaintedPath, Painter, Point } from '../../../platform/pdf/play-operators.ts';

export type Unseen = 'covered' | 'white' | 'noInk' | 'offPage' | 'layer' | 'tiny';

export interface PaintedGlyph extends Glyph {
  /** Why a reader of the page does not see it; absent when it is seen. */
  readonly unseen?: Unseen;
}

interface Cover extends Box {
  readonly order: number;
  readonly white: boolean;
}

interface Mark {
  readonly glyph: Glyph;
  readonly order: number;
  readonly paint: PaintState;
  readonly inLayer: boolean;
}

const MOST_COVERS = 4000;
/** Points. */
const SMALLEST_LETTER = 1.5;

/** Letters and what is painted over or under them, in the order of painting. */
export class PaintedPage implements Painter {
  readonly width: number;
  readonly height: number;
  readonly #isVisible: (content: unknown) => boolean;
  readonly #marks: Mark[] = [];
  readonly #covers: Cover[] = [];
  /** One entry per open mark or layer; true when it hides what is in it. */
  readonly #open: boolean[] = [];
  #order = 0;
  #glyphs: readonly PaintedGlyph[] | undefined;

  constructor(width: number, height: number, isVisible: (content: unknown) => boolean) {
    this.width = width;
    this.height = height;
    this.#isVisible = isVisible;
  }

  text(glyphs: readonly Glyph[], paint: PaintState): void {
    this.#order += 1;
    const inLayer = this.#open.includes(true);
    for (const glyph of glyphs) this.#marks.push({ glyph, order: this.#order, paint, inLayer });
  }

  path({ subpaths, filled }: PaintedPath, paint: PaintState): void {
    if (!filled || !coversBelow(paint)) return;
    for (const points of subpaths) {
      const box = rectangleOf(points);
      if (box) this.#cover(box, paint, isWhite(paint.fill));
    }
  }

  image(box: Box, paint: PaintState): void {
    // An image behind or over a whole page is a scan or a background, not a box.
    if (coversBelow(paint) && box.width * box.height < this.width * this.height * 0.5) this.#cover(box, paint, false);
  }

  openMark(): void {
    this.#open.push(false);
  }

  openLayer(content: unknown): void {
    this.#open.push(content !== null && !this.#isVisible(content));
  }

  closeMark(): void {
    this.#open.pop();
  }

  /** Filled squares that were drawn as annotations lie over everything. */
  annotation(
    annotation: { subtype?: string; rect?: number[]; interiorColor?: unknown; color?: unknown },
    toPage: Matrix,
  ): void {
    const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = annotation.rect ?? [];
    const filled = annotation.subtype === 'Square' && annotation.interiorColor;
    if (!filled && annotation.subtype !== 'Stamp' && annotation.subtype !== 'Redact') return;
    this.#order += 1;
    this.#covers.push({ ...boxOf([apply(toPage, x1, y1), apply(toPage, x2, y2)]), order: this.#order, white: false });
  }

  #cover(box: Box, paint: PaintState, white: boolean): void {
    this.#order += 1;
    const seen = paint.clip ? overlap(box, paint.clip) : box;
    if (seen.width < 2 || seen.height < 2 || this.#covers.length >= MOST_COVERS || this.#open.includes(true)) return;
    this.#covers.push({ ...seen, order: this.#order, white });
  }

  /** In the order of painting. */
  get glyphs(): readonly PaintedGlyph[] {
    this.#glyphs ??= this.#marks.map((mark) => {
      const unseen = this.#judge(mark);
      return unseen ? { ...mark.glyph, unseen } : mark.glyph;
    });
    return this.#glyphs;
  }

  #judge({ glyph, order, paint, inLayer }: Mark): Unseen | undefined {
    if (glyph.text.trim() === '') return undefined;
    if (inLayer) return 'layer';
    const mode = paint.renderingMode & 3;
    if (mode === 3 || paint.alpha < 0.05) return 'noInk';
    const x = glyph.x + (glyph.turn === 0 ? glyph.width / 2 : 0);
    const y = glyph.baseline - (glyph.turn === 0 ? glyph.size * 0.35 : 0);
    if (x < -1 || y < -1 || x > this.width + 1 || y > this.height + 1) return 'offPage';
    if (glyph.size < SMALLEST_LETTER) return 'tiny';
    const around = this.#covers.filter((cover) => contains(cover, x, y));
    // Dark ground under white letters makes them seen; so does a box that only touches a letter's edge.
    if (around.some((cover) => cover.order > order && cover.height > glyph.size * 0.6)) return 'covered';
    const ground = around.findLast((cover) => cover.order < order);
    if (mode === 0 && isWhite(paint.fill) && (ground?.white ?? true)) return 'white';
    return undefined;
  }
}

function contains(box: Box, x: number, y: number): boolean {
  return x > box.x && x < box.x + box.width && y > box.y && y < box.y + box.height;
}

function overlap(a: Box, b: Box): Box {
  const x = Math.max(a.x, b.x);
  const y = Math.max(a.y, b.y);
  const width = Math.min(a.x + a.width, b.x + b.width) - x;
  return { x, y, width, height: Math.min(a.y + a.height, b.y + b.height) - y };
}

function coversBelow({ alpha, blend }: PaintState): boolean {
  return alpha > 0.9 && blend === 'source-over';
}

function isWhite(fill: string | undefined): boolean {
  return /^#f[c-f]f[c-f]f[c-f]$/i.test(fill ?? '');
}

function rectangleOf(points: readonly Point[]): Box | undefined {
  if (points.length < 4 || points.length > 6) return undefined;
  const box = boxOf(points);
  const near = (value: number, from: number, length: number) => value - from < 0.5 || from + length - value < 0.5;
  return points.every(([x, y]) => near(x, box.x, box.width) && near(y, box.y, box.height)) ? box : undefined;
}
