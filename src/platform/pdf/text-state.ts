import type { Glyph } from './glyph.ts';
import { ordinaryHan } from './han-radicals.ts';
import { apply, compose, heightScale, identity, type Matrix, matrixFrom, turnOf, widthScale } from './matrix.ts';

/** What pdfjs tells of a font; its own types leave it open. */
export interface PdfFont {
  readonly vertical?: boolean;
  readonly fontMatrix?: ArrayLike<number>;
  readonly defaultVMetrics?: ArrayLike<number>;
}

/** A character as it stands in an operator list; a bare number moves the pen by thousandths of the font size. */
export type PdfGlyph =
  | number
  | {
      readonly unicode: string;
      readonly width: number;
      readonly isSpace: boolean;
      readonly vmetric?: ArrayLike<number> | null;
    };

/** The text part of the graphics state, ISO 32000-1 section 9.3. */
export interface TextState {
  readonly font: PdfFont;
  readonly size: number;
  readonly characterSpacing: number;
  readonly wordSpacing: number;
  readonly horizontalScale: number;
  readonly leading: number;
  readonly rise: number;
}

export const initialText: TextState = {
  font: {},
  size: 0,
  characterSpacing: 0,
  wordSpacing: 0,
  horizontalScale: 1,
  leading: 0,
  rise: 0,
};

/** Where the next character goes: text matrix, start of the line and pen, in text space. */
export class Pen {
  #matrix: Matrix = identity;
  #lineX = 0;
  #lineY = 0;
  #x = 0;
  #y = 0;

  place(values: ArrayLike<number> | null): void {
    this.#matrix = matrixFrom(values);
    this.#lineX = this.#lineY = this.#x = this.#y = 0;
  }

  moveLine(x: number, y: number): void {
    this.#x = this.#lineX += x;
    this.#y = this.#lineY += y;
  }

  /** @param toPage maps user space to the page with y downwards */
  show(glyphs: readonly PdfGlyph[], state: TextState, toPage: Matrix): Glyph[] {
    const map = compose(toPage, this.#matrix);
    const drawn: Glyph[] = [];
    for (const glyph of glyphs) {
      if (typeof glyph === 'number') this.#advance((-glyph * state.size) / 1000, state);
      else drawn.push(...this.#showOne(glyph, state, map));
    }
    return drawn;
  }

  #advance(length: number, state: TextState): void {
    if (state.font.vertical) this.#y += length;
    else this.#x += length * state.horizontalScale;
  }

  #showOne(glyph: Exclude<PdfGlyph, number>, state: TextState, map: Matrix): Glyph[] {
    const unit = state.size * Math.abs(state.font.fontMatrix?.[0] ?? 0.001);
    const spacing = state.characterSpacing + (glyph.isSpace ? state.wordSpacing : 0);
    const size = Math.abs(state.size) * heightScale(map);
    if (state.font.vertical) {
      const metric = glyph.vmetric ?? state.font.defaultVMetrics ?? [-1000, 500, 880];
      const length = (metric[0] ?? -1000) * unit;
      const [x, y] = apply(map, this.#x, this.#y + state.rise);
      this.#y += length - spacing;
      const half = size / 2;
      return upright(glyph.unicode, { x: x - half, baseline: y + size * 0.88, width: size, size, turn: 90 });
    }
    const width = glyph.width * unit * state.horizontalScale;
    const [x, baseline] = apply(map, this.#x, this.#y + state.rise);
    this.#x += width + spacing * state.horizontalScale;
    return upright(glyph.unicode, { x, baseline, width: Math.abs(width) * widthScale(map), size, turn: turnOf(map) });
  }
}

function upright(unicode: string, shape: Omit<Glyph, 'text'>): Glyph[] {
  const text = ordinaryHan(unicode).replace(/\p{Cc}/gu, '');
  return text === '' || shape.size < 1 ? [] : [{ text, ...shape }];
}
