import { ordinaryHan } from '../../../platform/pdf/han-radicals.ts';
import {
  apply,
  compose,
  heightScale,
  type Matrix,
  matrixFrom,
  turnOf,
  widthScale,
} from '../../../platform/pdf/matrix.ts';
import { type Glyph, type Point, type Ruling, rulingsOfPath } from './layout-page.ts';
import { elements, localName, numbers, type OfdElement, textContent } from './ofd-package.ts';

export interface OfdDrawing {
  readonly glyphs: Glyph[];
  readonly rulings: Ruling[];
}

/** Composite graphic units by their id, GB/T 33190 section 13. */
export type Composites = ReadonlyMap<string, OfdElement>;

/** Nesting deeper than this is a unit that names itself. */
const deepest = 8;

/** Draws the objects below a layer, block or composite unit. */
export function drawObjects(
  parent: OfdElement,
  map: Matrix,
  composites: Composites,
  into: OfdDrawing,
  depth = 0,
): void {
  if (depth > deepest) return;
  for (const object of elements(parent)) {
    const name = localName(object);
    if (name === 'TextObject') into.glyphs.push(...textGlyphs(object, objectMap(object, map)));
    else if (name === 'PathObject') into.rulings.push(...pathRulings(object, objectMap(object, map)));
    else if (name === 'CompositeObject') {
      const unit = composites.get(object.attribs.ResourceID ?? '');
      if (unit) drawObjects(unit, objectMap(object, map), composites, into, depth + 1);
    } else if (name === 'PageBlock' || name === 'Layer' || name === 'Content') {
      drawObjects(object, map, composites, into, depth + 1);
    }
  }
}

/** Object space: first its own transformation, then the corner of its boundary. */
function objectMap(object: OfdElement, map: Matrix): Matrix {
  const [x = 0, y = 0] = numbers(object.attribs.Boundary);
  return compose(map, compose([1, 0, 0, 1, x, y], matrixFrom(numbers(object.attribs.CTM))));
}

function textGlyphs(object: OfdElement, map: Matrix): Glyph[] {
  const size = Number(object.attribs.Size ?? 0);
  const scale = Number(object.attribs.HScale ?? 1) || 1;
  const direction = Number(object.attribs.ReadDirection ?? 0) / 90;
  const turn = (((turnOf(map) / 90 + direction) % 4) * 90) as Glyph['turn'];
  const glyphs: Glyph[] = [];
  let [x, y] = [0, 0];
  for (const code of elements(object, 'TextCode')) {
    x = Number(code.attribs.X ?? x);
    y = Number(code.attribs.Y ?? y);
    const characters = [...textContent(code)];
    const [right, down] = [deltas(code.attribs.DeltaX), deltas(code.attribs.DeltaY)];
    characters.forEach((character, index) => {
      const natural = size * scale * (/[\u0020-\u00ff]/.test(character) ? 0.5 : 1);
      const [left, baseline] = apply(map, x, y);
      const text = ordinaryHan(character).replace(/\p{Cc}/gu, '');
      const width = Math.min(natural, right[index] || natural) * widthScale(map);
      if (text !== '') glyphs.push({ text, x: left, baseline, width, size: size * heightScale(map), turn });
      x += right[index] ?? (down.length > 0 || right.length > 0 ? 0 : natural);
      y += down[index] ?? 0;
    });
  }
  return glyphs;
}

/** Advances between characters; `g 3 4.2` stands for three times 4.2. */
export function deltas(text: string | undefined): number[] {
  const words = (text ?? '').trim().split(/\s+/).filter(Boolean);
  const result: number[] = [];
  for (let index = 0; index < words.length; index++) {
    if (words[index] === 'g') {
      const count = Math.min(Number(words[index + 1] ?? 0), 100_000);
      for (let time = 0; time < count; time++) result.push(Number(words[index + 2] ?? 0));
      index += 2;
    } else result.push(Number(words[index]));
  }
  return result;
}

function pathRulings(object: OfdElement, map: Matrix): Ruling[] {
  const stroked = object.attribs.Stroke !== 'false';
  const filled = object.attribs.Fill === 'true';
  if (!stroked && !filled) return [];
  const data = textContent(elements(object, 'AbbreviatedData')[0]);
  return subpaths(data, map).flatMap((points) => rulingsOfPath(points, stroked));
}

/** Numbers after each operator; the last two are where the pen arrives. */
const operands: Readonly<Record<string, number>> = { S: 2, M: 2, L: 2, Q: 4, B: 6, A: 7, C: 0 };

function subpaths(data: string, map: Matrix): Point[][] {
  const words = data.trim().split(/\s+/);
  const all: Point[][] = [];
  for (let index = 0; index < words.length; ) {
    const operator = words[index] ?? '';
    const count = operands[operator] ?? 0;
    const values = words.slice(index + 1, index + 1 + count).map(Number);
    if (operator === 'M' || operator === 'S') all.push([]);
    const path = all.at(-1);
    if (path && count >= 2) path.push(apply(map, values.at(-2) ?? 0, values.at(-1) ?? 0));
    else if (path?.[0] && operator === 'C') path.push(path[0]);
    index += 1 + count;
  }
  return all;
}
