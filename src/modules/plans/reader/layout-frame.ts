import { gridsOf, type RuledGrid } from './layout-grid.ts';
import type { LayoutPage, Ruling } from './layout-page.ts';

/** How far apart, in points, the same border stands on two pages. */
const near = 4;

/**
 * The grids of all pages. Where a joined cell takes a whole page, browsers print that page without the cell's borders,
 * so that its column is missing or parts the table in two; the page before shows where it stood.
 */
export function gridsOfPages(pages: readonly LayoutPage[]): Map<number, RuledGrid[]> {
  const found = new Map<number, RuledGrid[]>();
  let before: { page: number; xs: readonly number[] } | undefined;
  for (const page of pages) {
    const drawn = gridsOf(page.rulings);
    const lost = before?.page === page.number - 1 ? lostFrame(drawn, before.xs) : [];
    const grids = lost.length > 0 ? gridsOf([...page.rulings, ...lost]) : drawn;
    const last = grids.at(-1);
    before = last && { page: page.number, xs: last.xs };
    found.set(page.number, grids);
  }
  return found;
}

/** The lines around the columns of the page before that the topmost grids of this page leave open. */
function lostFrame(grids: readonly RuledGrid[], xs: readonly number[]): Ruling[] {
  const [top] = grids;
  if (!top) return [];
  const row = grids.filter((grid) => grid.box.y < top.box.y + top.box.height);
  const known = row.flatMap((grid) => grid.xs);
  if (!known.every((x) => xs.some((other) => Math.abs(other - x) <= near)) || known.length * 2 < xs.length) return [];
  const isOpen = (from: number, to: number) =>
    !row.some(({ box }) => box.x <= from + near && box.x + box.width >= to - near);
  const open = xs
    .slice(1)
    .flatMap((to, index) => (isOpen(xs[index] ?? to, to) ? [[xs[index] ?? to, to] as const] : []));
  const from = Math.min(...row.map(({ box }) => box.y));
  const to = Math.max(...row.map(({ box }) => box.y + box.height));
  return open.flatMap(([left, right]): Ruling[] => [
    ...[left, right].map((at) => ({ direction: 'vertical' as const, at, from, to })),
    ...[from, to].map((at) => ({ direction: 'horizontal' as const, at, from: left, to: right })),
  ]);
}
