import type { GridCell, RuledGrid } from './layout-grid.ts';
import { linesOf, type TextLine } from './layout-lines.ts';
import type { Box, Glyph } from './layout-page.ts';

/** A table, or the part of one that stands on one page. */
export interface PageTable {
  readonly page: number;
  readonly box: Box;
  /** x of the column borders. */
  readonly xs: readonly number[];
  readonly rowCount: number;
  readonly cells: readonly PageCell[];
  /** Room between a cell's border and its text when it is known; measured otherwise. */
  readonly padding?: number;
}

export interface PageCell {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  readonly box: Box;
  readonly lines: readonly TextLine[];
  /** Why the cell's extent or text is not certain; Chinese. */
  readonly doubt?: string;
}

/** Puts text into the grid cells around it, and gives back what stands in none. */
export function fillGrids(grids: readonly RuledGrid[], glyphs: readonly Glyph[], page: number) {
  const smallestFirst = grids.toSorted((a, b) => a.box.width * a.box.height - b.box.width * b.box.height);
  const inside = new Map<GridCell, Glyph[]>();
  const outside: Glyph[] = [];
  for (const run of runsOf(glyphs)) {
    for (const [cell, part] of partsOf(run, smallestFirst)) {
      if (!cell) outside.push(...part);
      else if (inside.has(cell)) inside.get(cell)?.push(...part);
      else inside.set(cell, [...part]);
    }
  }
  const tables = grids.map((grid) => tableOf(grid, inside, page));
  return { tables, outside };
}

type CellPart = [cell: GridCell | undefined, glyphs: Glyph[]];

/**
 * Text that sticks out of a narrow cell, `（12` and its bracket, stays in the cell where it began; a text that fills
 * its cell up to the next one's text is cut at the border.
 */
function partsOf(run: readonly Glyph[], grids: readonly RuledGrid[]): CellPart[] {
  const parts: CellPart[] = [];
  for (const glyph of run) {
    const last = parts.at(-1);
    const cell = cellAround(grids, glyph);
    const sticksOut = last && /^[)）.．、。，；：”》〉]$/.test(glyph.text);
    if (last && (sticksOut || last[0] === cell)) last[1].push(glyph);
    else parts.push([cell, [glyph]]);
  }
  const longest = parts.toSorted((a, b) => b[1].length - a[1].length)[0];
  const isWord = run.length <= 8 && longest !== undefined && longest[1].length > run.length / 2;
  return isWord ? [[longest[0], [...run]]] : parts;
}

/** Characters drawn one after the other without a gap. */
function runsOf(glyphs: readonly Glyph[]): Glyph[][] {
  const runs: Glyph[][] = [];
  for (const glyph of glyphs) {
    const before = runs.at(-1)?.at(-1);
    if (before && touches(before, glyph)) runs.at(-1)?.push(glyph);
    else runs.push([glyph]);
  }
  return runs;
}

function touches(before: Glyph, glyph: Glyph): boolean {
  if (before.turn !== 0 || glyph.turn !== 0 || before.text.trim() === '' || glyph.text.trim() === '') return false;
  const gap = glyph.x - before.x - before.width;
  return Math.abs(glyph.baseline - before.baseline) < 1 && Math.abs(gap) < glyph.size * 0.1;
}

function cellAround(grids: readonly RuledGrid[], glyph: Glyph): GridCell | undefined {
  const [x, y] = middleOf(glyph);
  for (const grid of grids) {
    if (!contains(grid.box, x, y)) continue;
    const cell = grid.cells.find((candidate) => contains(candidate.box, x, y));
    if (cell) return cell;
  }
  return undefined;
}

export function middleOf(glyph: Glyph): [x: number, y: number] {
  const along = glyph.width / 2;
  const up = glyph.size * 0.38;
  if (glyph.turn === 90) return [glyph.x + up, glyph.baseline + along];
  if (glyph.turn === 180) return [glyph.x - along, glyph.baseline + up];
  if (glyph.turn === 270) return [glyph.x - up, glyph.baseline - along];
  return [glyph.x + along, glyph.baseline - up];
}

export function contains(box: Box, x: number, y: number): boolean {
  return x >= box.x && x < box.x + box.width && y >= box.y && y < box.y + box.height;
}

function tableOf(grid: RuledGrid, inside: ReadonlyMap<GridCell, Glyph[]>, page: number): PageTable {
  const cells = grid.cells.map((cell) => ({ ...cell, lines: linesOf(inside.get(cell) ?? []) }));
  return withoutEmptyTracks({ page, box: grid.box, xs: grid.xs, rowCount: grid.ys.length - 1, cells });
}

/** Lines drawn twice leave rows or columns a few points wide that hold nothing; they would only shift the others. */
function withoutEmptyTracks(table: PageTable): PageTable {
  const narrow = table.xs.slice(1).flatMap((x, index) => (x - (table.xs[index] ?? x) < 8 ? [index] : []));
  const column = narrow.find((index) =>
    table.cells.every((cell) => cell.column !== index || cell.columnSpan > 1 || cell.lines.length === 0),
  );
  if (column === undefined || table.xs.length <= 2) return table;
  const cells = table.cells.flatMap((cell) => {
    const covers = cell.column <= column && column < cell.column + cell.columnSpan;
    if (covers && cell.columnSpan === 1) return [];
    return {
      ...cell,
      column: cell.column > column ? cell.column - 1 : cell.column,
      columnSpan: covers ? cell.columnSpan - 1 : cell.columnSpan,
    };
  });
  return withoutEmptyTracks({ ...table, xs: table.xs.toSpliced(column === 0 ? 0 : column + 1, 1), cells });
}
