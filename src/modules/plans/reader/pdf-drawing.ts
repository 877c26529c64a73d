import type { Matrix } from '../../../platform/pdf/matrix.ts';
import type { OperatorList } from '../../../platform/pdf/open-pdf.ts';
import { playOperators } from '../../../platform/pdf/play-operators.ts';
import type { PdfFont } from '../../../platform/pdf/text-state.ts';
import { type Glyph, type Ruling, rulingsOfPath } from './layout-page.ts';

export interface Drawing {
  readonly glyphs: readonly Glyph[];
  readonly rulings: readonly Ruling[];
}

/**
 * Keeps only characters and axis-parallel lines of a page.
 * @param toPage maps the page's user space to points with the origin at the top left
 */
export function drawingOf(list: OperatorList, toPage: Matrix, fontOf: (name: string) => PdfFont): Drawing {
  const glyphs: Glyph[] = [];
  const rulings: Ruling[] = [];
  playOperators(list, toPage, fontOf, {
    text: (shown) => {
      glyphs.push(...shown);
    },
    path: ({ subpaths, stroked }) => {
      for (const points of subpaths) rulings.push(...rulingsOfPath(points, stroked));
    },
  });
  return { glyphs, rulings };
}
