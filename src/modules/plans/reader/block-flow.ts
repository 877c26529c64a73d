import type { SourceBlock, SourceCell, SourceParagraph, SourceTable } from './source-document.ts';

/** How a cell joins others: spans as HTML counts them, or WordprocessingML's "goes on from the cell above". */
export interface CellSpan {
  readonly columnSpan: number;
  readonly rowSpan: number;
  readonly continuesAbove?: boolean;
}

interface OpenCell {
  readonly row: number;
  readonly column: number;
  readonly columnSpan: number;
  rowSpan: number;
  readonly blocks: SourceBlock[];
}

interface OpenTable {
  readonly cells: OpenCell[];
  readonly number: number;
  row: number;
  column: number;
  columnCount: number;
  /** Column → first row below which it is free again. */
  readonly taken: Map<number, number>;
  /** Column → cell that a vertical merge goes on from. */
  readonly above: Map<number, OpenCell>;
  current: OpenCell | null;
  rows: number;
}

const MOST_COLUMNS = 1000;
const MOST_CELLS = 300_000;
/** Deeper tables are read as the text of the cell that holds them. */
const DEEPEST = 12;

/**
 * Collects the paragraphs and tables of a document written as nested markup (docx, html). Tables that only arrange a
 * page are dissolved into what they hold; small tables inside a cell become the cell's text.
 */
export class BlockFlow {
  readonly #blocks: SourceBlock[] = [];
  readonly #tables: OpenTable[] = [];
  #text = '';
  #lines = 0;
  #tableCount = 0;
  #cellCount = 0;
  #tooDeep = 0;

  text(text: string): void {
    this.#text += text;
  }

  endParagraph(): void {
    const text = this.#text.trim();
    this.#text = '';
    if (text === '') return;
    this.#lines += 1;
    this.#target().push({ kind: 'paragraph', text, place: { line: this.#lines } });
  }

  openTable(): void {
    this.endParagraph();
    if (this.#tables.length >= DEEPEST) this.#tooDeep += 1;
    if (this.#tooDeep > 0) return;
    this.#tableCount += 1;
    const [taken, above] = [new Map<number, number>(), new Map<number, OpenCell>()];
    const number = this.#tableCount;
    this.#tables.push({ cells: [], number, row: -1, column: 0, columnCount: 0, taken, above, current: null, rows: 0 });
  }

  /** @param skip grid columns left out at the beginning of the row */
  openRow(skip = 0): void {
    const table = this.#current();
    if (!table) return;
    this.closeCell();
    table.row += 1;
    table.column = skip;
  }

  openCell(span: CellSpan): void {
    const table = this.#current();
    if (!table) return;
    this.closeCell();
    if (table.row < 0) table.row = 0;
    while ((table.taken.get(table.column) ?? 0) > table.row) table.column += 1;
    const columnSpan = Math.max(1, Math.min(span.columnSpan || 1, MOST_COLUMNS - table.column));
    if (table.column >= MOST_COLUMNS || this.#cellCount > MOST_CELLS) return;
    this.#cellCount += 1;
    const rowSpan = Math.max(1, span.rowSpan || 1);
    const cell: OpenCell = { row: table.row, column: table.column, columnSpan, rowSpan, blocks: [] };
    const origin = span.continuesAbove ? table.above.get(table.column) : undefined;
    if (origin) origin.rowSpan = Math.max(origin.rowSpan, table.row - origin.row + 1);
    else table.cells.push(cell);
    for (let i = table.column; i < table.column + columnSpan; i += 1) {
      if (rowSpan > 1) table.taken.set(i, table.row + rowSpan);
      if (!origin) table.above.delete(i);
    }
    if (!origin) table.above.set(table.column, cell);
    // Text under a "goes on from above" mark is not shown by word processors.
    table.current = cell;
    table.column += columnSpan;
    table.columnCount = Math.max(table.columnCount, table.column);
  }

  closeCell(): void {
    const table = this.#current();
    if (!table?.current) return;
    this.endParagraph();
    table.current = null;
  }

  /** A row that is deleted in the tracked changes leaves nothing behind. */
  dropRow(): void {
    const table = this.#current();
    if (!table) return;
    const kept = table.cells.filter((cell) => cell.row !== table.row);
    table.cells.length = 0;
    table.cells.push(...kept);
    table.current = null;
    table.row -= 1;
    this.#text = '';
  }

  closeTable(): void {
    if (this.#tooDeep > 0) {
      this.#tooDeep -= 1;
      return;
    }
    this.closeCell();
    const table = this.#tables.pop();
    if (!table) return;
    this.endParagraph();
    const target = this.#target();
    for (const block of finished(table)) target.push(block);
  }

  finish(): SourceBlock[] {
    this.#tooDeep = 0;
    while (this.#tables.length > 0) this.closeTable();
    this.endParagraph();
    return this.#blocks;
  }

  /** The table that rows and cells belong to; none while inside a table that is read as text. */
  #current(): OpenTable | undefined {
    return this.#tooDeep > 0 ? undefined : this.#tables.at(-1);
  }

  #target(): SourceBlock[] {
    return this.#tables.at(-1)?.current?.blocks ?? this.#tables.at(-2)?.current?.blocks ?? this.#blocks;
  }
}

/** The table itself, or what it holds when it only arranges a page around a real table. */
function finished(table: OpenTable): SourceBlock[] {
  const rowCount = table.row + 1;
  const holdsTable = table.cells.some((cell) => cell.blocks.some(isSubstantial));
  if (holdsTable && !isSubstantialGrid(table)) return table.cells.flatMap((cell) => cell.blocks);
  const cells = table.cells.map((cell): SourceCell => {
    const rowSpan = Math.min(cell.rowSpan, rowCount - cell.row);
    const { row, column, columnSpan } = cell;
    const place = { table: table.number, row: row + 1 };
    return { row, column, rowSpan, columnSpan, text: cell.blocks.map(flatText).join('\n'), place };
  });
  if (cells.length === 0) return [];
  const place = { table: table.number };
  return [{ kind: 'table', rowCount, columnCount: table.columnCount, cells, place } satisfies SourceTable];
}

function isSubstantial(block: SourceBlock): boolean {
  return block.kind === 'table' && block.rowCount >= 2 && block.columnCount >= 3;
}

/** Many rows of several own cells: data, whatever else its cells hold. */
function isSubstantialGrid(table: OpenTable): boolean {
  const perRow = Map.groupBy(table.cells, (cell) => cell.row);
  return [...perRow.values()].filter((cells) => cells.length >= 3).length >= 4;
}

function flatText(block: SourceBlock): string {
  if (block.kind === 'paragraph') return (block satisfies SourceParagraph).text;
  return block.cells.map((cell) => cell.text).join('\n');
}
