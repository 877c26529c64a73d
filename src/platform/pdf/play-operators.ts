import type { Glyph } from './glyph.ts';
import { apply, compose, type Matrix, matrixFrom } from './matrix.ts';
import type { OperatorList } from './open-pdf.ts';
import { type Box, boxOf, initialPaint, type PaintState, paintChange } from './paint-state.ts';
import { OPS } from './pdfjs.ts';
import { initialText, type PdfFont, type PdfGlyph, Pen, type TextState } from './text-state.ts';

export type Point = readonly [x: number, y: number];

export interface PaintedPath {
  readonly subpaths: readonly (readonly Point[])[];
  readonly stroked: boolean;
  readonly filled: boolean;
}

/** What is painted, in the order in which it is painted. */
export interface Painter {
  text(glyphs: readonly Glyph[], paint: PaintState): void;
  path?(path: PaintedPath, paint: PaintState): void;
  image?(box: Box, paint: PaintState): void;
  /** Optional content (layers): `content` tells which, null that it cannot be known. */
  openLayer?(content: unknown): void;
  openMark?(): void;
  closeMark?(): void;
}

interface State {
  readonly map: Matrix;
  readonly text: TextState;
  readonly paint: PaintState;
}

type Numbers = ArrayLike<number>;

/**
 * Plays a page's operator list to a painter.
 * @param toPage maps the page's user space to points with the origin at the top left
 */
export function playOperators(
  list: OperatorList,
  toPage: Matrix,
  fontOf: (name: string) => PdfFont,
  painter: Painter,
): void {
  const player = new Player(toPage, fontOf, painter);
  for (let index = 0; index < list.fnArray.length; index++) {
    player.play(list.fnArray[index] ?? 0, (list.argsArray[index] ?? []) as unknown[]);
  }
}

class Player {
  readonly #fontOf: (name: string) => PdfFont;
  readonly #painter: Painter;
  readonly #saved: State[] = [];
  readonly #pen = new Pen();
  #state: State;
  #clipNext = false;

  constructor(toPage: Matrix, fontOf: (name: string) => PdfFont, painter: Painter) {
    this.#state = { map: toPage, text: initialText, paint: initialPaint };
    this.#fontOf = fontOf;
    this.#painter = painter;
  }

  play(operator: number, args: unknown[]): void {
    if (this.#playText(operator, args)) return;
    const paint = paintChange(operator, args);
    if (paint) this.#state = { ...this.#state, paint: { ...this.#state.paint, ...paint } };
    else this.#playGraphics(operator, args);
  }

  #playGraphics(operator: number, args: unknown[]): void {
    switch (operator) {
      case OPS.save:
      case OPS.beginGroup:
        this.#saved.push(this.#state);
        break;
      case OPS.restore:
      case OPS.endGroup:
      case OPS.paintFormXObjectEnd:
        this.#state = this.#saved.pop() ?? this.#state;
        break;
      case OPS.paintFormXObjectBegin:
        this.#saved.push(this.#state);
        this.#transform(args[0] as Numbers | null);
        break;
      case OPS.transform:
        this.#transform(args as number[]);
        break;
      case OPS.constructPath:
        this.#path(args[0] as number, (args[1] as readonly Numbers[] | null)?.[0]);
        break;
      case OPS.clip:
      case OPS.eoClip:
        this.#clipNext = true;
        break;
      case OPS.beginMarkedContent:
        this.#painter.openMark?.();
        break;
      case OPS.beginMarkedContentProps:
        if (args[0] === 'OC') this.#painter.openLayer?.(args[1]);
        else this.#painter.openMark?.();
        break;
      case OPS.endMarkedContent:
        this.#painter.closeMark?.();
        break;
      default:
        if (images.has(operator)) this.#image();
    }
  }

  #playText(operator: number, args: unknown[]): boolean {
    const number = args[0] as number;
    switch (operator) {
      case OPS.beginText:
        this.#pen.place(null);
        return true;
      case OPS.setTextMatrix:
        this.#pen.place((args[0] as Numbers)?.length >= 6 ? (args[0] as Numbers) : (args as number[]));
        return true;
      case OPS.moveText:
        this.#pen.moveLine(number, args[1] as number);
        return true;
      case OPS.setLeadingMoveText:
        this.#text({ leading: -(args[1] as number) });
        this.#pen.moveLine(number, args[1] as number);
        return true;
      case OPS.nextLine:
        this.#pen.moveLine(0, -this.#state.text.leading);
        return true;
      case OPS.setFont:
        this.#text({ font: this.#fontOf(String(args[0])), size: args[1] as number });
        return true;
      case OPS.showText:
        this.#painter.text(
          this.#pen.show(args[0] as readonly PdfGlyph[], this.#state.text, this.#state.map),
          this.#state.paint,
        );
        return true;
      default:
        return this.#setText(operator, number);
    }
  }

  #setText(operator: number, value: number): boolean {
    if (operator === OPS.setCharSpacing) this.#text({ characterSpacing: value });
    else if (operator === OPS.setWordSpacing) this.#text({ wordSpacing: value });
    else if (operator === OPS.setHScale) this.#text({ horizontalScale: value / 100 });
    else if (operator === OPS.setLeading) this.#text({ leading: value });
    else if (operator === OPS.setTextRise) this.#text({ rise: value });
    else return false;
    return true;
  }

  #text(change: Partial<TextState>): void {
    this.#state = { ...this.#state, text: { ...this.#state.text, ...change } };
  }

  #transform(values: Numbers | null): void {
    this.#state = { ...this.#state, map: compose(this.#state.map, matrixFrom(values)) };
  }

  #path(painting: number, data: Numbers | undefined): void {
    const clips = this.#clipNext;
    this.#clipNext = false;
    if (!data) return;
    const stroked = strokes.has(painting);
    const filled = fills.has(painting);
    if (!stroked && !filled && !clips) return;
    const all = subpaths(data, this.#state.map);
    if (stroked || filled) this.#painter.path?.({ subpaths: all, stroked, filled }, this.#state.paint);
    if (clips) this.#clip(boxOf(all.flat()));
  }

  #clip(box: Box): void {
    const { clip } = this.#state.paint;
    this.#state = { ...this.#state, paint: { ...this.#state.paint, clip: clip ? overlap(clip, box) : box } };
  }

  /** An image fills the unit square of its space. */
  #image(): void {
    const { map } = this.#state;
    const corners = [apply(map, 0, 0), apply(map, 1, 0), apply(map, 0, 1), apply(map, 1, 1)];
    this.#painter.image?.(boxOf(corners), this.#state.paint);
  }
}

function overlap(a: Box, b: Box): Box {
  const x = Math.max(a.x, b.x);
  const y = Math.max(a.y, b.y);
  const width = Math.max(0, Math.min(a.x + a.width, b.x + b.width) - x);
  const height = Math.max(0, Math.min(a.y + a.height, b.y + b.height) - y);
  return { x, y, width, height };
}

const images = new Set([OPS.paintImageXObject, OPS.paintInlineImageXObject, OPS.paintSolidColorImageMask]);
const strokes = new Set([
  OPS.stroke,
  OPS.closeStroke,
  OPS.fillStroke,
  OPS.eoFillStroke,
  OPS.closeFillStroke,
  OPS.closeEOFillStroke,
]);
const fills = new Set([
  OPS.fill,
  OPS.eoFill,
  OPS.fillStroke,
  OPS.eoFillStroke,
  OPS.closeFillStroke,
  OPS.closeEOFillStroke,
]);

/** pdfjs packs a path as operator, coordinates, operator, … : move, line, curve, quadratic curve, close. */
const coordinates = [2, 2, 6, 4, 0];

function subpaths(data: Numbers, map: Matrix): Point[][] {
  const all: Point[][] = [];
  let current: Point[] = [];
  for (let index = 0; index < data.length; ) {
    const operator = data[index] ?? 4;
    const length = coordinates[operator] ?? 0;
    if (operator === 0) {
      current = [];
      all.push(current);
    }
    if (length > 0) current.push(apply(map, data[index + length - 1] ?? 0, data[index + length] ?? 0));
    else if (current[0]) current.push(current[0]);
    index += length + 1;
  }
  return all;
}
