import type { CellBlock, Table, TableCell, TableRow } from '../../../kernel/document-body.ts';

interface PlacedCell {
  readonly cell: TableCell & { attrs: { colspan?: number | undefined; rowspan?: number | undefined } };
  readonly width: number;
}

export interface CellSpans {
  readonly columnSpan?: number;
  readonly rowSpan?: number;
  /** Word's way: the cell goes on from the row above. */
  readonly continuesAbove?: boolean;
}

const MOST_COLUMNS = 100;
const MOST_ROWS = 2000;
const LONGEST_HEAD = 20;

/** Rows and cells as they come; joined cells end as one cell with spans. */
export class TableBuilder {
  readonly #id: string;
  readonly #rows: TableRow[] = [];
  /** By column: the cell that reaches into it from above. */
  #above: (PlacedCell | undefined)[] = [];
  #current: (PlacedCell | undefined)[] = [];
  #column = 0;
  #header = false;
  #headers = 0;

  constructor(id: string) {
    this.#id = id;
  }

  openRow(header: boolean): void {
    this.#above = this.#current.slice();
    this.#current = [];
    this.#column = 0;
    this.#header = header && this.#headers === this.#rows.length;
    if (this.#header) this.#headers += 1;
    this.#rows.push({ type: 'tableRow', content: [] });
  }

  cell(content: CellBlock[], { columnSpan = 1, rowSpan = 1, continuesAbove = false }: CellSpans): void {
    const row = this.#rows.at(-1);
    if (!row || this.#column >= MOST_COLUMNS) return;
    const width = Math.min(Math.max(1, columnSpan), MOST_COLUMNS - this.#column);
    const above = this.#above[this.#column];
    if (continuesAbove && above && above.width === width) {
      above.cell.attrs.rowspan = Math.min((above.cell.attrs.rowspan ?? 1) + 1, MOST_ROWS);
      above.cell.content.push(...content.filter((block) => block.type !== 'paragraph' || block.content !== undefined));
      this.#occupy(above);
      return;
    }
    const attrs = {
      ...(width > 1 ? { colspan: width } : {}),
      ...(rowSpan > 1 ? { rowspan: Math.min(rowSpan, MOST_ROWS) } : {}),
    };
    const cell: PlacedCell['cell'] = { type: this.#header ? 'tableHeader' : 'tableCell', attrs, content };
    row.content?.push(cell);
    this.#occupy({ cell, width });
  }

  #occupy(placed: PlacedCell): void {
    for (let offset = 0; offset < placed.width; offset++) this.#current[this.#column + offset] = placed;
    this.#column += placed.width;
  }

  /** Undefined when nothing stands in it. */
  finish(): Table | undefined {
    const rows = this.#rows.slice(0, MOST_ROWS);
    if (!rows.some((row) => (row.content?.length ?? 0) > 0)) return undefined;
    if (this.#headers === 0 && rows.length > 1) markHead(rows[0]);
    for (const row of rows) for (const cell of row.content ?? []) keepWithin(cell);
    return { type: 'table', attrs: { id: this.#id }, content: rows };
  }
}

/** Few documents declare their table's head; short words in every cell of the first row are one. */
function markHead(row: TableRow | undefined): void {
  const cells = row?.content ?? [];
  const words = cells.map((cell) => wordsOf(cell));
  if (cells.length < 2 || !words.every((text) => text !== '' && text.length <= LONGEST_HEAD && !/[。；]/.test(text)))
    return;
  for (const cell of cells) cell.type = 'tableHeader';
}

function wordsOf(cell: TableCell): string {
  return cell.content
    .map((block) => (block.type === 'paragraph' ? (block.content ?? []).map((run) => run.text).join('') : ''))
    .join('');
}

function keepWithin(cell: TableCell): void {
  if (cell.attrs && Object.keys(cell.attrs).length === 0) delete cell.attrs;
}
