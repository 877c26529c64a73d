import type { Box, Ruling } from './layout-page.ts';

/** Cells that ruling lines enclose; rows and columns are those of the finest division of the whole grid. */
export interface RuledGrid {
  readonly box: Box;
  /** x of the column borders and y of the row borders, ascending. */
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  readonly cells: readonly GridCell[];
}

export interface GridCell {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  readonly box: Box;
}

const mostLines = 3000;

/** Lines nearer than this, in points, are one line: double borders, and the ends of lines drawn cell by cell. */
const near = 3.5;

/** Every grid of at least two cells that the lines of a page make up, top to bottom. */
export function gridsOf(rulings: readonly Ruling[]): RuledGrid[] {
  const lines = mergedRulings(rulings);
  // A drawing, not a table; comparing each line with each would take for ever.
  if (lines.length > mostLines) return [];
  return connected(lines)
    .flatMap((group) => gridOf(group) ?? [])
    .toSorted((a, b) => a.box.y - b.box.y);
}

/** Collinear lines that touch become one; what is too short to border a character goes away. */
export function mergedRulings(rulings: readonly Ruling[]): Ruling[] {
  const result: Ruling[] = [];
  for (const direction of ['horizontal', 'vertical'] as const) {
    const lines = rulings.filter((line) => line.direction === direction);
    for (const [at, group] of byPosition(lines)) {
      let current: Ruling | undefined;
      for (const line of group.toSorted((a, b) => a.from - b.from)) {
        if (current && line.from <= current.to + near) current = { ...current, to: Math.max(current.to, line.to) };
        else {
          if (current) result.push(current);
          current = { direction, at, from: line.from, to: line.to };
        }
      }
      if (current) result.push(current);
    }
  }
  return result.filter((line) => line.to - line.from > 5);
}

function byPosition(lines: readonly Ruling[]): [number, Ruling[]][] {
  const groups: [number, Ruling[]][] = [];
  for (const line of lines.toSorted((a, b) => a.at - b.at)) {
    const last = groups.at(-1);
    if (last && line.at - last[0] <= near) last[1].push(line);
    else groups.push([line.at, [line]]);
  }
  return groups;
}

function connected(lines: readonly Ruling[]): Ruling[][] {
  const groups: Ruling[][] = [];
  for (const line of lines) {
    const touching = groups.filter((group) => group.some((other) => touches(line, other)));
    for (const group of touching) groups.splice(groups.indexOf(group), 1);
    groups.push([line, ...touching.flat()]);
  }
  return groups;
}

function touches(a: Ruling, b: Ruling): boolean {
  if (a.direction === b.direction) return false;
  return within(a.at, b.from, b.to) && within(b.at, a.from, a.to);
}

function within(value: number, from: number, to: number): boolean {
  return value >= from - near && value <= to + near;
}

function gridOf(lines: readonly Ruling[]): RuledGrid | undefined {
  const horizontals = lines.filter((line) => line.direction === 'horizontal');
  const verticals = lines.filter((line) => line.direction === 'vertical');
  // The ends count as borders too: many tables leave out the outer lines, and page breaks cut them off.
  const xs = positions([...verticals.map((line) => line.at)], horizontals);
  const ys = positions([...horizontals.map((line) => line.at)], verticals);
  if (xs.length < 2 || ys.length < 2 || (xs.length - 1) * (ys.length - 1) < 2) return undefined;
  const box = boxOf(xs, ys, 0, 0, xs.length - 1, ys.length - 1);
  return { box, xs, ys, cells: cellsOf(xs, ys, horizontals, verticals) };
}

function positions(drawn: readonly number[], crossing: readonly Ruling[]): number[] {
  const first = Math.min(...crossing.map((line) => line.from));
  const last = Math.max(...crossing.map((line) => line.to));
  const result: number[] = [];
  for (const value of [...drawn].sort((a, b) => a - b)) {
    if (result.length === 0 || value - (result.at(-1) ?? 0) > near) result.push(value);
  }
  if (crossing.length > 0 && (result[0] ?? Number.POSITIVE_INFINITY) - first > 8) result.unshift(first);
  if (crossing.length > 0 && last - (result.at(-1) ?? Number.NEGATIVE_INFINITY) > 8) result.push(last);
  return result;
}

/** Each cell grows right, then down, until a drawn line stops it; so it is a rectangle whatever is missing. */
function cellsOf(xs: number[], ys: number[], horizontals: Ruling[], verticals: Ruling[]): GridCell[] {
  const taken = ys.map(() => xs.map(() => false));
  const cells: GridCell[] = [];
  for (let row = 0; row < ys.length - 1; row++) {
    for (let column = 0; column < xs.length - 1; column++) {
      if (taken[row]?.[column]) continue;
      let columnSpan = 1;
      while (
        column + columnSpan < xs.length - 1 &&
        !taken[row]?.[column + columnSpan] &&
        !drawn(verticals, xs[column + columnSpan], ys[row], ys[row + 1])
      ) {
        columnSpan++;
      }
      let rowSpan = 1;
      while (
        row + rowSpan < ys.length - 1 &&
        !drawn(horizontals, ys[row + rowSpan], xs[column], xs[column + columnSpan])
      ) {
        rowSpan++;
      }
      for (let r = row; r < row + rowSpan; r++) taken[r]?.fill(true, column, column + columnSpan);
      cells.push({ row, column, rowSpan, columnSpan, box: boxOf(xs, ys, column, row, columnSpan, rowSpan) });
    }
  }
  return cells;
}

/** Whether lines at `at` cover at least half of the stretch. */
function drawn(lines: readonly Ruling[], at = 0, from = 0, to = 0): boolean {
  let covered = 0;
  for (const line of lines) {
    if (Math.abs(line.at - at) <= near) covered += Math.max(0, Math.min(line.to, to) - Math.max(line.from, from));
  }
  return covered > (to - from) * 0.5;
}

function boxOf(
  xs: readonly number[],
  ys: readonly number[],
  column: number,
  row: number,
  columnSpan: number,
  rowSpan: number,
): Box {
  const x = xs[column] ?? 0;
  const y = ys[row] ?? 0;
  return { x, y, width: (xs[column + columnSpan] ?? x) - x, height: (ys[row + rowSpan] ?? y) - y };
}
