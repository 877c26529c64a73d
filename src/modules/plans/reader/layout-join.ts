import type { PageCell, PageTable } from './layout-cells.ts';
import type { TextLine } from './layout-lines.ts';
import { isFull } from './layout-wrap.ts';

/** A whole table, its page breaks healed. A cell that was cut by a break has a part on each page. */
export interface WholeTable {
  readonly columnCount: number;
  readonly rowCount: number;
  readonly cells: readonly WholeCell[];
}

export interface WholeCell {
  row: number;
  column: number;
  rowSpan: number;
  columnSpan: number;
  readonly parts: CellPart[];
  doubt?: string;
}

export interface CellPart {
  readonly page: number;
  readonly box: PageCell['box'];
  readonly lines: readonly TextLine[];
}

/** Whether the second table is the first one going on: same borders, on the page after (or again below on the same). */
export function goesOn(before: PageTable, after: PageTable): boolean {
  if (after.page - before.page > 1) return false;
  const a = relative(before.xs);
  const b = relative(after.xs);
  const [fewer, more] = a.length <= b.length ? [a, b] : [b, a];
  if (Math.abs((a.at(-1) ?? 0) - (b.at(-1) ?? 0)) > 12) return false;
  return fewer.length > 2 && fewer.every((x) => more.some((other) => Math.abs(other - x) <= 8));
}

function relative(xs: readonly number[]): number[] {
  return xs.map((x) => x - (xs[0] ?? 0));
}

/** Joins the parts of one table; they must go on in each other. */
export function joinParts(parts: readonly PageTable[]): WholeTable {
  const borders = parts.map((part) => relative(part.xs)).toSorted((a, b) => b.length - a.length)[0] ?? [];
  const whole: WholeCell[] = [];
  let rowCount = 0;
  for (const part of parts) {
    const cells = part.cells.map((cell) => wholeCell(cell, part, borders));
    const header = rowCount === 0 ? 0 : repeatedRows(whole, cells, rowCount);
    const fresh = dropRows(cells, header);
    rowCount = append(whole, fresh, rowCount, part.rowCount - header, part.padding === undefined);
  }
  return { columnCount: borders.length - 1, rowCount, cells: whole };
}

function wholeCell(cell: PageCell, part: PageTable, borders: readonly number[]): WholeCell {
  const xs = relative(part.xs);
  const column = nearest(borders, xs[cell.column] ?? 0);
  const end = nearest(borders, xs[cell.column + cell.columnSpan] ?? 0);
  return {
    row: cell.row,
    column,
    rowSpan: cell.rowSpan,
    columnSpan: Math.max(1, end - column),
    parts: [{ page: part.page, box: cell.box, lines: cell.lines }],
    ...(cell.doubt ? { doubt: cell.doubt } : {}),
  };
}

function nearest(values: readonly number[], value: number): number {
  let best = 0;
  values.forEach((candidate, index) => {
    if (Math.abs(candidate - value) < Math.abs((values[best] ?? 0) - value)) best = index;
  });
  return best;
}

/** How many rows at the top say again what the table's own first rows said. */
function repeatedRows(whole: readonly WholeCell[], cells: readonly WholeCell[], rowCount: number): number {
  const first = rowText(cells, 0);
  if (first.replaceAll('|', '') === '') return 0;
  for (let start = 0; start < Math.min(4, rowCount); start++) {
    let count = 0;
    while (
      start + count < 4 &&
      rowText(whole, start + count) === rowText(cells, count) &&
      isHeading(rowText(cells, count))
    ) {
      count++;
    }
    if (count > 0) return count;
  }
  return 0;
}

/** A heading is short and says no sentence; equal data rows at two page tops would be chance. */
function isHeading(text: string): boolean {
  return text.replaceAll('|', '') !== '' && !/[。；]/.test(text);
}

function rowText(cells: readonly WholeCell[], row: number): string {
  return cells
    .filter((cell) => cell.row === row)
    .toSorted((a, b) => a.column - b.column)
    .map((cell) => textOf(cell).replace(/\s/g, ''))
    .join('|');
}

export function textOf(cell: WholeCell): string {
  return cell.parts.flatMap((part) => part.lines.map((line) => line.text)).join('');
}

function dropRows(cells: readonly WholeCell[], count: number): WholeCell[] {
  return cells.flatMap((cell) => {
    const row = Math.max(0, cell.row - count);
    const rowSpan = cell.row + cell.rowSpan - count - row;
    return rowSpan > 0 ? [{ ...cell, row, rowSpan }] : [];
  });
}

/** Adds a page's rows below; gives the new number of rows. */
function append(
  whole: WholeCell[],
  cells: readonly WholeCell[],
  rowCount: number,
  added: number,
  isRuled: boolean,
): number {
  if (rowCount === 0 || added <= 0) {
    whole.push(...cells);
    return Math.max(added, rowCount);
  }
  const top = cells.filter((cell) => cell.row === 0);
  const broken = isBrokenRow(whole, top, rowCount);
  const joining = joiningColumns(whole, rowCount);
  for (const cell of cells) {
    const above = whole.find((other) => other.column === cell.column && other.row + other.rowSpan === rowCount);
    const shifted = { ...cell, row: cell.row + rowCount - (broken ? 1 : 0) };
    if (cell.row > 0 || !above) {
      if (!(broken && cell.row === 0)) whole.push(shifted);
    } else if (broken) {
      above.parts.push(...cell.parts);
      above.rowSpan += cell.rowSpan - 1;
    } else if (
      joining.has(cell.column) &&
      above.columnSpan === cell.columnSpan &&
      belongsAbove(whole, above, cell, isRuled)
    ) {
      if (textOf(cell) !== '') above.doubt = cutDoubt;
      above.rowSpan += cell.rowSpan;
      above.parts.push(...cell.parts);
    } else whole.push(shifted);
  }
  return rowCount + added - (broken ? 1 : 0);
}

/** Columns in which cells are joined somewhere: an empty cell at a page top belongs to the one above the break. */
function joiningColumns(whole: readonly WholeCell[], rowCount: number): Set<number> {
  return new Set(whole.filter((cell) => cell.rowSpan > 1 && cell.rowSpan < rowCount).map((cell) => cell.column));
}

const cutDoubt = '这一格跨页，按前后文字接续为一格，请对照原文';
const taskVerbs =
  /^(?:做好|加强|加大|加快|推进|推动|完善|优化|规范|强化|提升|提高|健全|建立|落实|严格|深化|扩大|拓展|探索|继续|持续|公开|开展|组织|全面|进一步|切实|抓好|依托|围绕|聚焦|创新|统筹|巩固|编制|发布|实施)/;

/** An empty cell goes on from above; a text does when the one above stopped at a full line and no cell begins like it. */
function belongsAbove(whole: readonly WholeCell[], above: WholeCell, cell: WholeCell, isRuled: boolean): boolean {
  const text = textOf(cell).trim();
  if (text === '' || !isRuled) return text === '';
  const last = above.parts.at(-1)?.lines.at(-1);
  const next = cell.parts[0]?.lines[0];
  const box = above.parts.at(-1)?.box;
  // A text that a page cut filled its cell down to the bottom.
  const isFilled =
    box !== undefined && last !== undefined && box.y + box.height - last.box.y - last.box.height < last.size;
  const column = whole.filter((other) => other.column === cell.column && other !== above);
  const startsAnew = taskVerbs.test(text) || column.some((other) => textOf(other).trim()[0] === text[0]);
  // Twice the usual padding stands for the unknown one, so a line counts as full rather late.
  return !startsAnew && isFilled && next !== undefined && isFull(last, last.box.width, next, box.width - 10);
}

const numberText = /^[（(]?\s*(?:[\d０-９]{1,4}|[一二三四五六七八九十百]+)\s*[)）.．、]?$/;

/** The row at a page top is the rest of the one before the break when its number is missing, or is the same again. */
function isBrokenRow(whole: readonly WholeCell[], top: readonly WholeCell[], rowCount: number): boolean {
  if (top.length < 2 || top.every((cell) => textOf(cell) === '')) return top.every((cell) => textOf(cell) === '');
  const key = keyColumn(whole, rowCount);
  const above = whole.filter((cell) => cell.row + cell.rowSpan === rowCount);
  if (above.length < 2) return false;
  if (key === undefined) return endsOpen(above) && top.some((cell) => textOf(cell) === '');
  const number = top.find((cell) => cell.column === key);
  const before = above.find((cell) => cell.column === key);
  if (!number || !before || before.columnSpan > 1) return false;
  const text = textOf(number).trim();
  if (text !== '') return numberText.test(text) && text === textOf(before).trim();
  return top.some((cell) => cell.column !== key && textOf(cell) === '') || endsOpen(above);
}

/** The column whose cells are numbers, if there is one. */
export function keyColumn(whole: readonly WholeCell[], rowCount: number): number | undefined {
  const counts = new Map<number, number>();
  for (const cell of whole) {
    if (numberText.test(textOf(cell).trim())) counts.set(cell.column, (counts.get(cell.column) ?? 0) + cell.rowSpan);
  }
  const best = [...counts].toSorted((a, b) => b[1] - a[1])[0];
  return best && best[1] * 2 >= rowCount - 1 ? best[0] : undefined;
}

/** Whether the longest text of the row stops in the middle of a sentence. */
function endsOpen(row: readonly WholeCell[]): boolean {
  const longest = row.toSorted((a, b) => textOf(b).length - textOf(a).length)[0];
  return longest !== undefined && !/[。；！？.;!?）)”]$/.test(textOf(longest).trim());
}
