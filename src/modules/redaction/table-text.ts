import { type LabelKind, labelOf } from './labels.ts';

/** A cell of a table that stands in running text, with what the head of its column says. */
export interface TextCell {
  readonly start: number;
  readonly end: number;
  readonly row: number;
  readonly label: LabelKind | null;
}

/** One table: the kinds of its columns and its cells below the head, in the order of the text. */
export interface TextTable {
  readonly labels: readonly (LabelKind | null)[];
  readonly start: number;
  readonly end: number;
  readonly cells: readonly TextCell[];
}

interface Line {
  readonly start: number;
  readonly cells: readonly { readonly text: string; readonly start: number }[];
}

export const CELL = '\ue002';
export const ROW = '\ue003';

/** Tables that text extraction left in the text: cells apart by tab, bar, comma or wide space, under a head of labels. */
export function tablesIn(plain: string): TextTable[] {
  const isGrid = plain.includes(ROW);
  // A head alone is no table, and most texts are paragraphs of one line.
  if (!isGrid && !plain.includes('\n')) return [];
  const tables: TextTable[] = [];
  let offset = 0;
  let open: { labels: (LabelKind | null)[]; start: number; rows: Line[]; cut: RegExp } | null = null;
  const close = () => {
    if (open && open.rows.length > 0) tables.push(tableOf(open.labels, open.start, open.rows));
    open = null;
  };
  for (const text of plain.split(isGrid ? ROW : '\n')) {
    const head = headOf(text, isGrid ? GRID_CUTS : TEXT_CUTS);
    if (head) {
      // A head of two rows: what the lower one does not say, the upper one does.
      const above = open?.rows.length === 0 && open.labels.length === head.labels.length ? open.labels : [];
      for (const [column, label] of above.entries()) head.labels[column] ??= label;
      close();
      open = { labels: head.labels, start: offset, rows: [], cut: head.cut };
    } else if (open) {
      const line = cellsOf(text, offset, open.cut);
      if (line.cells.length >= 2 && Math.abs(line.cells.length - open.labels.length) <= 1) open.rows.push(line);
      else if (text.trim() !== '' && line.cells.length < 2) close();
    }
    offset += text.length + 1;
  }
  close();
  return tables;
}

const GRID_CUTS: readonly RegExp[] = [/\ue002/g];
const TEXT_CUTS: readonly RegExp[] = [/\t/g, /\|/g, / {2,}/g, /[,，]/g, / /g];

function headOf(text: string, cuts: readonly RegExp[]): { labels: (LabelKind | null)[]; cut: RegExp } | null {
  if (text.length > 300) return null;
  for (const cut of cuts) {
    const { cells } = cellsOf(text, 0, cut);
    if (cells.length < 2 || cells.some((cell) => cell.text.length > 24 || /\d{4}/.test(cell.text))) continue;
    const labels = cells.map((cell) => (/[:：。]/.test(cell.text) ? null : labelOf(cell.text)));
    const known = labels.filter((label) => label !== null).length;
    // Where blanks part the cells, running words could look the same: all of a head are labels then.
    if (known >= 2 && known * 2 >= cells.length && (cut.source !== ' ' || known === cells.length))
      return { labels, cut };
  }
  return null;
}

function cellsOf(text: string, start: number, cut: RegExp): Line {
  const cells: { text: string; start: number }[] = [];
  let from = 0;
  for (const match of [...text.matchAll(cut), null]) {
    const to = match?.index ?? text.length;
    const part = text.slice(from, to);
    const lead = part.length - part.trimStart().length;
    cells.push({ text: part.trim(), start: start + from + lead });
    from = to + (match?.[0].length ?? 0);
  }
  // A bar may also stand before the first and after the last cell.
  if (cut.source === '\\|') {
    if (cells[0]?.text === '') cells.shift();
    if (cells.at(-1)?.text === '') cells.pop();
  }
  return { start, cells };
}

function tableOf(labels: (LabelKind | null)[], start: number, rows: readonly Line[]): TextTable {
  const cells = rows.flatMap((line, row) =>
    line.cells.map(({ text, start: from }, column) => ({
      start: from,
      end: from + text.length,
      row,
      label: labels[column] ?? null,
    })),
  );
  return { labels, start, end: cells.at(-1)?.end ?? start, cells };
}
