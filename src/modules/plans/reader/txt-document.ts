import { AppError } from '../../../kernel/app-error.ts';
import { alignedTables } from './aligned-table.ts';
import { tableBlock } from './layout-document.ts';
import type { Place, SourceBlock, SourceDocument, SourceTable } from './source-document.ts';
import { foldKey } from './source-text.ts';
import { decodeText } from './txt-decode.ts';
import { type TxtHeader, txtHeaders } from './txt-header.ts';
import { isLaidOut, layoutSlack, lineAt, pagesOfLayout } from './txt-layout.ts';
import { type TxtLine, txtLines } from './txt-lines.ts';
import { rowNumbers } from './txt-numbers.ts';
import { paragraphsOfLines } from './txt-paragraphs.ts';
import { streamOf } from './txt-pieces.ts';
import { readStream, textColumns } from './txt-stream.ts';
import { tableOfStream } from './txt-table.ts';
import { isTabbed, tabbedTable } from './txt-tabs.ts';

/**
 * Text, mostly dumped from a PDF: rows set with tabs, or the lines of cells one after the other.
 * @throws AppError plan-unreadable when the bytes are no text
 */
export function readTxt(bytes: Uint8Array): SourceDocument {
  const text = decodeText(bytes);
  if (text === undefined) {
    throw new AppError(
      'plan-unreadable',
      422,
      '这个文件不是文本文件，或文字编码无法识别，请用 UTF-8 或 GB18030 编码另存后再试。',
    );
  }
  return { format: 'txt', blocks: blocksOfText(text) };
}

function blocksOfText(text: string): SourceBlock[] {
  const lines = txtLines(text);
  const laidOut = isLaidOut(lines) ? layoutBlocks(lines) : undefined;
  if (laidOut) return laidOut;
  const headers = txtHeaders(lines);
  const tables = ownHeaders(headers);
  const first = tables[0];
  if (!first) return isTabbed(lines) ? tabbedTable(lines, 0) : paragraphsOfLines(lines);
  const blocks = paragraphsOfLines(lines.slice(0, first.start));
  tables.forEach((header, index) => {
    const end = tables[index + 1]?.start ?? lines.length;
    blocks.push(...tableBlocks(lines, header, end, headers));
  });
  return blocks;
}

/** Undefined when nothing in the dump stands in columns under headings. */
function layoutBlocks(lines: readonly TxtLine[]): SourceBlock[] | undefined {
  const { tables, rest } = alignedTables(pagesOfLayout(lines), { slack: layoutSlack, isDumped: true });
  const [first] = tables;
  if (!first) return undefined;
  const isBefore = (y: number) => lineAt(y) < lineAt(first.box.y);
  const textOf = (before: boolean) =>
    lines.filter((line) =>
      rest.some((entry) => isBefore(entry.line.box.y) === before && lineAt(entry.line.box.y) === line.line),
    );
  return [...paragraphsOfLines(textOf(true)), withLines(tableBlock(tables)), ...paragraphsOfLines(textOf(false))];
}

/** In a dump a place is a line, not a rectangle on a page. */
function withLines(table: SourceTable): SourceTable {
  const lineOf = (place: Place): Place => (place.box ? { line: lineAt(place.box.y) } : {});
  return {
    ...table,
    place: lineOf(table.place),
    cells: table.cells.map((cell) => ({ ...cell, place: lineOf(cell.place) })),
  };
}

/** A header with other headings begins another table; the same ones, in whatever order, are a page top. */
function ownHeaders(headers: readonly TxtHeader[]): TxtHeader[] {
  let current: TxtHeader | undefined;
  return headers.filter((header) => {
    const isNew = !header.headings.every((heading) => current?.headings.includes(heading));
    if (isNew) current = header;
    return isNew;
  });
}

function tableBlocks(
  lines: readonly TxtLine[],
  header: TxtHeader,
  end: number,
  headers: readonly TxtHeader[],
): SourceBlock[] {
  const headerLine = lines[header.start]?.line ?? 1;
  const own = lines.slice(header.start, end);
  if (isTabbed(own)) return tabbedTable(own, header.headings.length);
  const body = bodyLines(lines, header, end, headers);
  const numbers = rowNumbers(body);
  const reading = readStream(streamOf(body, numbers, 0), textColumns(header.roles));
  const rest = reading.rest.map(
    (piece): SourceBlock => ({ kind: 'paragraph', text: piece.text, place: { line: piece.line } }),
  );
  return [tableOfStream(header, reading, headerLine), ...rest];
}

/**
 * The lines below a header, without its repetitions, each of which is the top of a page; scrambled dumps scatter their
 * headings.
 */
function bodyLines(
  lines: readonly TxtLine[],
  header: TxtHeader,
  end: number,
  headers: readonly TxtHeader[],
): TxtLine[] {
  const body: TxtLine[] = [];
  // Scrambled dumps print headings anywhere on a page; form feeds are the better witness where there are any.
  const hasFeeds = lines.slice(header.end, end).some((line) => line.pageBefore);
  let page = false;
  for (let index = header.end; index < end; index++) {
    const repeated = headers.find((other) => other.start === index);
    const line = lines[index];
    if (repeated) {
      page = page || !hasFeeds || lines.slice(index, repeated.end).some((heading) => heading.pageBefore);
      index = repeated.end - 1;
    } else if (line && header.headings.includes(foldKey(line.text))) page = page || !hasFeeds || line.pageBefore;
    else if (line) {
      body.push(page ? { ...line, pageBefore: true } : line);
      page = false;
    }
  }
  return body;
}
