import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { apply, compose, type Matrix, matrixFrom } from '../../../platform/pdf/matrix.ts';
import type { OperatorList } from '../../../platform/pdf/open-pdf.ts';
import { initialText, type PdfFont, type PdfGlyph, Pen, type TextState } from '../../../platform/pdf/text-state.ts';
import { type Glyph, type Point, type Ruling, rulingsOfPath } from './layout-page.ts';

export interface Drawing {
  readonly glyphs: readonly Glyph[];
  readonly rulings: readonly Ruling[];
}

interface State {
  readonly map: Matrix;
  readonly text: TextState;
}

type Numbers = ArrayLike<number>;

/**
 * Plays a page's operator list and keeps only characters and axis-parallel lines.
 * @param toPage maps the page's user space to points with the origin at the top left
 */
export function playOperators(list: OperatorList, toPage: Matrix, fontOf: (name: string) => PdfFont): Drawing {
  const player = new Player(toPage, fontOf);
  for (let index = 0; index < list.fnArray.length; index++) {
    player.play(list.fnArray[index] ?? 0, (list.argsArray[index] ?? []) as unknown[]);
  }
  return { glyphs: player.glyphs, rulings: player.rulings };
}

class Player {
  readonly glyphs: Glyph[] = [];
  readonly rulings: Ruling[] = [];
  readonly #fontOf: (name: string) => PdfFont;
  readonly #saved: State[] = [];
  readonly #pen = new Pen();
  #state: State;

  constructor(toPage: Matrix, fontOf: (name: string) => PdfFont) {
    this.#state = { map: toPage, text: initialText };
    this.#fontOf = fontOf;
  }

  play(operator: number, args: unknown[]): void {
    if (!this.#playText(operator, args)) this.#playGraphics(operator, args);
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
        this.glyphs.push(...this.#pen.show(args[0] as readonly PdfGlyph[], this.#state.text, this.#state.map));
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
    if (!data) return;
    const outlined = strokes.has(painting);
    if (!outlined && !fills.has(painting)) return;
    for (const points of subpaths(data, this.#state.map)) this.rulings.push(...rulingsOfPath(points, outlined));
  }
}

const strokes = new Set([
  OPS.stroke,
  OPS.closeStroke,
  OPS.fillStroke,
  OPS.eoFillStroke,
  OPS.closeFillStroke,
  OPS.closeEOFillStroke,
]);
const fills = new Set([OPS.fill, OPS.eoFill]);

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
