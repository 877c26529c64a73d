import { columnEvidence } from './column-evidence.ts';
import { type Grid, type GridRow, gridOf, rowKey, soleCell } from './grid.ts';
import type { SourceBlock, SourceDocument, SourceTable } from './source-document.ts';
import { isHeadingText, joinLines } from './source-text.ts';
import { type ColumnRoles, type ColumnsAnswer, readColumns } from './table-columns.ts';
import { isHeadingRow, readHead, type TableHead } from './table-head.ts';

/** One table, or one page's piece of it, that belongs to the breakdown. */
export interface BreakdownPart {
  readonly grid: Grid;
  readonly roles: ColumnRoles;
  readonly rows: readonly GridRow[];
  /** It goes on from the part before: same columns, no headings of its own or the same ones again. */
  readonly continues: boolean;
  /** Chapter headings in the paragraphs just above (一、…, （一）…), outermost first. */
  readonly chapter: readonly string[];
}

export interface Breakdown {
  readonly parts: readonly BreakdownPart[];
  /** Candidates for the plan's title: rows above the headings and the paragraphs just before the first part. */
  readonly captions: readonly string[];
  readonly doubts: readonly string[];
  /** Headings, captions and notes around the tables, where the signs of the unit column are explained. */
  readonly remarks: readonly string[];
}

const ENOUGH = 5;
const ENOUGH_WITH_TITLE = 4;
const CAPTION_PARAGRAPHS = 4;
const TITLE_WORDS = /工作要点|任务分解|分解表|责任分工|任务清单|政务公开/;

/** Finds the table or tables that break the plan down, wherever they stand in the document; null when there is none. */
export function findBreakdown(document: SourceDocument): Breakdown | null {
  const parts: BreakdownPart[] = [];
  const doubts: string[] = [];
  let captions: string[] = [];
  const titled = document.blocks.some((block) => TITLE_WORDS.test(textOf(block)));
  for (const [index, block] of document.blocks.entries()) {
    if (block.kind !== 'table') continue;
    const answer = readPart(block, parts.at(-1) ?? null, titled ? ENOUGH_WITH_TITLE : ENOUGH, doubts);
    if (!answer) continue;
    const above = paragraphsBefore(document.blocks, index);
    if (block.doubt) doubts.push(block.doubt);
    if (parts.length === 0) captions = [...above, ...answer.titles];
    parts.push({ ...answer, chapter: chapterOf(above) });
  }
  return parts.length > 0 ? { parts, captions, doubts, remarks: remarksOf(document, parts) } : null;
}

interface PartAnswer extends Omit<BreakdownPart, 'chapter'> {
  readonly titles: readonly string[];
}

function remarksOf(document: SourceDocument, parts: readonly BreakdownPart[]): string[] {
  const short = document.blocks.flatMap((block) =>
    block.kind === 'paragraph' && block.text.length <= 120 ? [block.text] : [],
  );
  const inTables = parts.flatMap((part) => part.grid.table.cells.filter((cell) => cell.row < 3 || cell.columnSpan > 2));
  return [...short, ...inTables.map((cell) => cell.text)].map((text) => joinLines(text));
}

function readPart(
  table: SourceTable,
  before: BreakdownPart | null,
  enough: number,
  doubts: string[],
): PartAnswer | null {
  const grid = gridOf(table);
  const head = readHead(grid);
  const rows = grid.rows.slice(head.firstRow).filter((row) => !head.keys.has(rowKey(row)) && !isHeadingRow(row));
  if (rows.length === 0) return null;
  const plain = rows.filter((row) => soleCell(row, table.columnCount) === null);
  const continued = before && continuation(grid, head, plain, before.roles);
  if (continued) return { grid, rows, roles: continued, continues: true, titles: head.titles };
  const answer = readColumns(grid, head.headings, plain);
  if (answer.score < enough || answer.roles.content === null) return null;
  doubts.push(...answer.doubts);
  return {
    grid,
    rows,
    roles: answer.roles,
    continues: before !== null && sameShape(answer, before),
    titles: head.titles,
  };
}

/** A piece without headings goes on with the columns before it when what stands in them fits. */
function continuation(grid: Grid, head: TableHead, rows: readonly GridRow[], roles: ColumnRoles): ColumnRoles | null {
  if (head.hasHeadings || grid.table.columnCount !== roles.columnCount) return null;
  if (rows.length === 0) return roles;
  const { deadline, units, number } = roles;
  const shares = [
    deadline === null ? null : columnEvidence(grid, deadline, rows).deadline,
    number === null ? null : columnEvidence(grid, number, rows).number,
    ...units.map((u) => columnEvidence(grid, u.column, rows).units),
  ].filter((share) => share !== null);
  const fitting = shares.filter((share) => share >= 0.5).length;
  return fitting * 2 >= shares.length ? roles : null;
}

function sameShape(answer: ColumnsAnswer, before: BreakdownPart): boolean {
  return JSON.stringify(answer.roles) === JSON.stringify(before.roles);
}

/** The last paragraphs before the table, as long as they are numbered headings. */
function chapterOf(paragraphs: readonly string[]): string[] {
  const first = paragraphs.findLastIndex((text) => !isHeadingText(text));
  return paragraphs.slice(first + 1);
}

function textOf(block: SourceBlock): string {
  return block.kind === 'paragraph'
    ? block.text
    : block.cells
        .slice(0, 6)
        .map((cell) => cell.text)
        .join('\n');
}

function paragraphsBefore(blocks: readonly SourceBlock[], index: number): string[] {
  const texts: string[] = [];
  for (let i = index - 1; i >= 0 && texts.length < CAPTION_PARAGRAPHS; i -= 1) {
    const block = blocks[i];
    if (block?.kind !== 'paragraph') break;
    if (block.text.trim() !== '') texts.unshift(joinLines(block.text));
  }
  return texts;
}
