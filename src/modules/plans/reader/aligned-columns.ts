import { type HeaderRole, headerRole } from './header-words.ts';
import { lineOf, piecesOf, type TextLine } from './layout-lines.ts';
import { boxOfGlyphs } from './layout-page.ts';

/** Columns of a table without rulings, seen by what stands below each other. */
export interface AlignedColumns {
  readonly headings: readonly TextLine[];
  readonly roles: readonly HeaderRole[];
  /** x between neighbouring columns, ascending, one less than columns. */
  readonly cuts: readonly number[];
}

/** Gap, in font heights, from which the pieces of a line may belong to different cells. */
export const cellGap = 0.9;

/** A header found among the lines of a page. */
export interface AlignedHeader {
  readonly headings: readonly TextLine[];
  readonly roles: readonly HeaderRole[];
  /** Index of its first line and of the line after it. */
  readonly start: number;
  readonly end: number;
}

/** Lines of a heading that is wrapped in a narrow column. */
const tallest = 4;

/** The first header of a plan's table; its headings may be wrapped over lines of different heights. */
export function headerAmong(lines: readonly TextLine[]): AlignedHeader | undefined {
  for (let start = 0; start < lines.length; start++) {
    let best: AlignedHeader | undefined;
    for (let end = start + 1; end <= Math.min(start + tallest, lines.length); end++) {
      const found = headingsOf(lines.slice(start, end));
      const more = (found?.headings.length ?? 0) - (best?.headings.length ?? 0);
      if (found && (more > 0 || (more === 0 && isRemainder(best, lines[end - 1])))) best = { ...found, start, end };
    }
    if (best) return withoutLinesAbove(best, lines);
  }
  return undefined;
}

/** A line of the row above may stack onto a header that says all by itself. */
function withoutLinesAbove(header: AlignedHeader, lines: readonly TextLine[]): AlignedHeader {
  for (let start = header.start; start < header.end; start++) {
    const alone = headingsOf(lines.slice(start, start + 1));
    if (alone && alone.headings.length >= header.headings.length) return { ...alone, start, end: start + 1 };
  }
  return header;
}

/** The last letters of wrapped headings, below a header that is wrapped; a row's first line says more. */
function isRemainder(header: AlignedHeader | undefined, line: TextLine | undefined): boolean {
  if (!header || !line || header.end - header.start < 2) return false;
  return piecesOf(line, cellGap).every((piece) => piece.text.length <= 2);
}

/** The headings that lines say together, when they are the header of a plan's table. */
export function headingsOf(lines: readonly TextLine[]): { headings: TextLine[]; roles: HeaderRole[] } | undefined {
  const headings = stacked(lines.flatMap((line) => piecesOf(line, cellGap)));
  const roles = headings.map((piece) => headerRole(piece.text));
  const isTalking = headings.some((piece) => /[，。；,;]/.test(piece.text));
  if (headings.length < 3 || isTalking || roles.some((role) => role === null)) return undefined;
  const has = (...wanted: HeaderRole[]) => roles.some((role) => role !== null && wanted.includes(role));
  const points = [has('number'), has('units', 'lead', 'support'), has('deadline'), has('task', 'content', 'name')];
  if (points.filter(Boolean).length < 3) return undefined;
  return { headings, roles: roles.map((role) => role ?? 'other') };
}

/** Pieces below each other are one text. */
function stacked(pieces: readonly TextLine[]): TextLine[] {
  const stacks: TextLine[][] = [];
  for (const piece of pieces.toSorted((a, b) => a.box.x - b.box.x)) {
    const stack = stacks.find((other) => other.some((above) => overlaps(above, piece)));
    if (stack) stack.push(piece);
    else stacks.push([piece]);
  }
  return stacks.flatMap((stack) => {
    const ordered = stack.toSorted((a, b) => a.box.y - b.box.y);
    const glyphs = ordered.flatMap((piece) => piece.glyphs);
    const size = ordered[0]?.size ?? 0;
    return [{ glyphs, text: ordered.map((piece) => piece.text).join(''), box: boxOfGlyphs(glyphs), size }];
  });
}

function overlaps(a: TextLine, b: TextLine): boolean {
  return a.box.x < b.box.x + b.box.width && b.box.x < a.box.x + a.box.width;
}

/** Between two headings, the cut goes where the least text stands across it. */
export function columnsUnder(
  header: Pick<AlignedHeader, 'headings' | 'roles'>,
  lines: readonly TextLine[],
): AlignedColumns {
  const pieces = lines.filter((line) => !isGroupHeading(line)).flatMap((line) => piecesOf(line, cellGap));
  const cuts = header.headings.slice(1).map((heading, index) => {
    const left = header.headings[index];
    return quietest(left ? left.box.x + left.box.width : 0, heading.box.x, pieces);
  });
  return { headings: header.headings, roles: header.roles, cuts };
}

/** `一、深化重点领域信息公开` alone on its line: a category that stands across the table. */
export function isGroupHeading(line: TextLine): boolean {
  return (
    piecesOf(line, cellGap * 2).length === 1 &&
    /^(?:[一二三四五六七八九十]+[、.．]|[（(][一二三四五六七八九十]+[)）])\S/.test(line.text) &&
    line.text.length <= 40
  );
}

/** How far, in letters, a page without a header may set its columns from those of the page before. */
const farthest = 10;

/**
 * Columns of a page that goes on without a header, in a dump that sets each page anew: all but the number column stand
 * further to the left or right by as much, and the cuts go where the least text stands across them.
 */
export function columnsShifted(columns: AlignedColumns, lines: readonly TextLine[]): AlignedColumns {
  const pieces = lines.filter((line) => !isGroupHeading(line)).flatMap((line) => piecesOf(line, cellGap));
  const [number = 0, ...others] = columns.cuts;
  const around = (cut: number) => [-1.5, -1, -0.5, 0, 0.5, 1, 1.5].map((by) => crossing(pieces, cut + by));
  const cost = (shift: number) =>
    others.reduce((sum, cut) => sum + Math.min(...around(cut + shift)), 0) + Math.abs(shift) * 0.3;
  const shifts = Array.from({ length: farthest * 2 + 1 }, (_, index) => index - farthest);
  const possible = shifts.filter((shift) => (others[0] ?? 0) + shift > number);
  const shift = possible.reduce((best, other) => (cost(other) < cost(best) ? other : best), 0);
  const cuts = [number, ...others.map((cut) => quietest(cut + shift - 2, cut + shift + 2, pieces))];
  return { ...columns, cuts };
}

function crossing(pieces: readonly TextLine[], x: number): number {
  return pieces.filter(({ box }) => box.x < x && box.x + box.width > x).length;
}

function quietest(from: number, to: number, pieces: readonly TextLine[]): number {
  const step = Math.max(0.25, (to - from) / 200);
  let best = { crossed: Number.POSITIVE_INFINITY, from, to: from };
  for (let x = from; x <= to; x += step) {
    const crossed = crossing(pieces, x);
    if (crossed < best.crossed) best = { crossed, from: x, to: x };
    else if (crossed === best.crossed && x - best.to < step * 1.5) best.to = x;
  }
  return (best.from + best.to) / 2;
}

/** The part of a line that stands in each column. A piece that reaches a little over a cut stays whole. */
export function cellsOfLine(line: TextLine, cuts: readonly number[]): (TextLine | undefined)[] {
  const glyphs: (typeof line.glyphs)[number][][] = Array.from({ length: cuts.length + 1 }, () => []);
  for (const piece of piecesOf(line, cellGap)) {
    for (const part of partsOf(piece, cuts)) glyphs[columnAt(middle(part), cuts)]?.push(...part.glyphs);
  }
  return glyphs.map((column) => lineOf(column));
}

function partsOf(piece: TextLine, cuts: readonly number[]): TextLine[] {
  const { x, width } = piece.box;
  const cut = cuts.find((at) => at > x + piece.size * 1.5 && at < x + width - piece.size * 1.5);
  if (cut === undefined) return [piece];
  const at = partingAt(piece, cut);
  const left = lineOf(piece.glyphs.slice(0, at));
  const right = lineOf(piece.glyphs.slice(at));
  return [...(left ? [left] : []), ...(right ? partsOf(right, cuts) : [])];
}

/** Index of the character at which a piece parts: behind the widest gap near the cut, else right at it. */
function partingAt(piece: TextLine, cut: number): number {
  const { glyphs, size } = piece;
  const gapBefore = (index: number) => {
    const [before, after] = [glyphs[index - 1], glyphs[index]];
    return before && after ? after.x - before.x - before.width : 0;
  };
  const near = glyphs.flatMap((glyph, index) => (index > 0 && Math.abs(glyph.x - cut) < size * 2.5 ? [index] : []));
  const widest = near.toSorted((a, b) => gapBefore(b) - gapBefore(a))[0];
  if (widest !== undefined && gapBefore(widest) > size * 0.3) return widest;
  return Math.max(
    1,
    glyphs.findIndex((glyph) => glyph.x + glyph.width / 2 >= cut),
  );
}

/** Whether a line runs across the columns as only running text does. */
export function crossesColumns(line: TextLine, cuts: readonly number[]): boolean {
  return piecesOf(line, cellGap).some(({ box, size }) => {
    const inner = cuts.filter((cut) => cut > box.x + size * 2 && cut < box.x + box.width - size * 2);
    return inner.length >= 2 || (inner.length === 1 && cuts.length === 1);
  });
}

function columnAt(x: number, cuts: readonly number[]): number {
  const index = cuts.findIndex((cut) => x < cut);
  return index < 0 ? cuts.length : index;
}

function middle(line: TextLine): number {
  return line.box.x + line.box.width / 2;
}
