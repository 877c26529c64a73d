import type { Block, Body, Table, TextBlock } from './nodes.ts';
import { type PlacedCell, tableGrid } from './table-grid.ts';

/** A paragraph, heading or picture with its words; findings and remarks are placed by `id`, offsets count in `text`. */
export interface PlacedText {
  readonly id: string;
  readonly type: TextBlock['type'];
  /** UTF-16; of a picture: its alternative text. */
  readonly text: string;
  readonly kind: 'body' | 'table';
  /** In a table: words of the top cell of the column, below a title over all columns; else of the nearest heading above. */
  readonly heading: string | null;
  /** In a table: which one, and where in it as people see it. */
  readonly cell?: { readonly tableId: string; readonly row: number; readonly column: number };
  /** Id of the block of the document's first level that holds it. */
  readonly topId: string;
}

/** Every place that holds words, in reading order, at any depth; lists, quotations and tables come apart into theirs. */
export function textBlocks(body: Body): PlacedText[] {
  let heading: string | null = null;
  return body.content.flatMap((block) => {
    if (block.type === 'heading') heading = ownText(block);
    return placed(block, { kind: 'body', heading, topId: block.attrs.id });
  });
}

/** Blocks of the first level with all their words: what differences are shown by. */
export function blocks(body: Body): { id: string; type: Block['type']; text: string; block: Block }[] {
  return body.content.map((block) => ({ id: block.attrs.id, type: block.type, text: blockText(block), block }));
}

/** All words: a line per paragraph, cells of a table's row apart by tabs. */
export function bodyText(body: Body): string {
  return body.content.map(blockText).join('\n');
}

export function blockText(block: Block): string {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
    case 'image':
      return ownText(block);
    case 'bulletList':
    case 'orderedList':
      return block.content.flatMap((item) => item.content.map(blockText)).join('\n');
    case 'blockquote':
      return block.content.map(blockText).join('\n');
    case 'table':
      return block.content
        .map((row) => (row.content ?? []).map((cell) => cell.content.map(blockText).join(' ')).join('\t'))
        .join('\n');
    case 'horizontalRule':
      return '';
  }
}

function ownText(block: TextBlock): string {
  if (block.type === 'image') return block.attrs.alt;
  return (block.content ?? []).map((text) => text.text).join('');
}

type Around = Pick<PlacedText, 'kind' | 'heading' | 'topId' | 'cell'>;

function placed(block: Block, around: Around): PlacedText[] {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
    case 'image':
      return [{ id: block.attrs.id, type: block.type, text: ownText(block), ...around }];
    case 'bulletList':
    case 'orderedList':
      return block.content.flatMap((item) => item.content.flatMap((inner) => placed(inner, around)));
    case 'blockquote':
      return block.content.flatMap((inner) => placed(inner, around));
    case 'table':
      return inTable(block, around);
    case 'horizontalRule':
      return [];
  }
}

function inTable(table: Table, around: Around): PlacedText[] {
  const cells = tableGrid(table);
  const headings: string[] = [];
  const head = headRow(cells);
  for (const { row, column, cell } of cells) {
    if (row !== head) continue;
    const words = cell.content.map(blockText).join('');
    for (let offset = 0; offset < (cell.attrs?.colspan ?? 1); offset += 1) headings[column + offset] = words;
  }
  return cells.flatMap(({ row, column, cell }) => {
    const heading = row <= head ? null : (headings[column] ?? null);
    const at = { tableId: table.attrs.id, row, column };
    return cell.content.flatMap((inner) => placed(inner, { ...around, kind: 'table', heading, cell: at }));
  });
}

/** The first row that is no title over all columns. */
function headRow(cells: readonly PlacedCell[]): number {
  const width = Math.max(...cells.map(({ column, cell }) => column + (cell.attrs?.colspan ?? 1)));
  const titles = new Set(cells.flatMap(({ row, cell }) => (width > 1 && cell.attrs?.colspan === width ? [row] : [])));
  let row = 0;
  while (titles.has(row)) row += 1;
  return row;
}
