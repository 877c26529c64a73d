import { Parser } from 'htmlparser2';
import type { SourceCell, SourceTable } from './source-document.ts';
import { type DatePatterns, showDate } from './xlsx-formats.ts';

export interface XlsxTexts {
  readonly shared: readonly string[];
  readonly patterns: DatePatterns;
  readonly from1904: boolean;
}

const MOST_CELLS = 200_000;
const MOST_ROWS = 20_000;
const MOST_COLUMNS = 256;

/** One worksheet as a table; undefined when it holds no text. */
export function readSheet(xml: string, sheet: string, texts: XlsxTexts): SourceTable | undefined {
  const found = new Map<string, { row: number; column: number; text: string }>();
  const merges: Range[] = [];
  let cell: { row: number; column: number; type: string; style: number; value: string } | null = null;
  let row = -1;
  let column = -1;
  let collecting = false;
  let phonetic = 0;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        const local = localName(name);
        if (local === 'row') {
          row = attributes.r ? Number(attributes.r) - 1 : row + 1;
          column = -1;
        } else if (local === 'c') {
          const at = position(attributes.r);
          row = at?.row ?? row;
          column = at?.column ?? column + 1;
          cell = { row, column, type: attributes.t ?? 'n', style: Number(attributes.s ?? 0), value: '' };
        } else if (local === 'rPh') phonetic += 1;
        else if (local === 'v' || local === 't') collecting = phonetic === 0;
        else if (local === 'mergeCell') {
          const range = rangeOf(attributes.ref ?? '');
          if (range) merges.push(range);
        }
      },
      ontext(text) {
        if (collecting && cell) cell.value += text;
      },
      onclosetag(name) {
        const local = localName(name);
        if (local === 'rPh') phonetic -= 1;
        if (local === 'v' || local === 't') collecting = false;
        if (local !== 'c' || !cell) return;
        const text = shown(cell, texts);
        const inside = cell.row < MOST_ROWS && cell.column < MOST_COLUMNS && found.size < MOST_CELLS;
        if (text !== '' && inside)
          found.set(`${cell.row},${cell.column}`, { row: cell.row, column: cell.column, text });
        cell = null;
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.end(xml);
  return tableOf([...found.values()], merges, sheet);
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

function shown(cell: { type: string; style: number; value: string }, texts: XlsxTexts): string {
  const { value } = cell;
  if (cell.type === 's') return texts.shared[Number(value)]?.trim() ?? '';
  if (cell.type === 'e') return '';
  if (cell.type === 'd') return value.slice(0, 10);
  if (cell.type !== 'n' || value === '') return value.replace(/_x000[dD]_/g, '').trim();
  const number = Number(value);
  const pattern = texts.patterns[cell.style];
  if (pattern && Number.isFinite(number) && number > 0 && number < 200_000)
    return showDate(number, pattern, texts.from1904);
  return Number.isFinite(number) ? String(Number(number.toPrecision(12))) : value;
}

interface Range {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

function rangeOf(reference: string): Range | null {
  const [from, to] = reference.split(':').map(position);
  return from && to ? { top: from.row, left: from.column, bottom: to.row, right: to.column } : null;
}

function position(reference: string | undefined): { row: number; column: number } | null {
  const match = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(reference ?? '');
  if (!match?.[1] || !match[2]) return null;
  let column = 0;
  for (const letter of match[1]) column = column * 26 + letter.charCodeAt(0) - 64;
  return { row: Number(match[2]) - 1, column: column - 1 };
}

function tableOf(
  cells: readonly { row: number; column: number; text: string }[],
  merges: readonly Range[],
  sheet: string,
): SourceTable | undefined {
  if (cells.length === 0) return undefined;
  const top = cells.reduce((least, c) => Math.min(least, c.row), Number.POSITIVE_INFINITY);
  const bottom = cells.reduce((most, c) => Math.max(most, c.row), 0);
  const left = cells.reduce((least, c) => Math.min(least, c.column), Number.POSITIVE_INFINITY);
  const right = cells.reduce((most, c) => Math.max(most, c.column), 0);
  const spans = new Map(merges.map((m) => [`${m.top},${m.left}`, m]));
  const placed = cells.map(({ row, column, text }): SourceCell => {
    const span = spans.get(`${row},${column}`);
    const rowSpan = span ? Math.min(span.bottom, Math.max(bottom, row)) - row + 1 : 1;
    const columnSpan = span ? Math.min(span.right, Math.max(right, column)) - column + 1 : 1;
    return { row: row - top, column: column - left, rowSpan, columnSpan, text, place: { sheet, row: row + 1 } };
  });
  return { kind: 'table', rowCount: bottom - top + 1, columnCount: right - left + 1, cells: placed, place: { sheet } };
}
