import { parse } from 'csv-parse/sync';
import { unreadable } from './office-zip.ts';
import type { SourceBlock, SourceCell, SourceDocument } from './source-document.ts';
import { decodeText } from './txt-decode.ts';

const DELIMITERS = [',', '\t', ';', '|', '，'] as const;
const SAMPLE_LENGTH = 200_000;
const MOST_RECORDS = 20_000;
const MOST_FIELDS = 256;

interface CsvRecord {
  readonly fields: readonly string[];
  /** 1-based line of the file on which the record begins. */
  readonly line: number;
}

/**
 * Reads separated values in UTF-8, UTF-16 or GB18030 with `,` `;` tab or `|`; quoted fields may hold line ends.
 * @throws AppError `plan-unreadable` when no separator makes a table of it
 */
export function readCsv(bytes: Uint8Array): SourceDocument {
  const text = decodeText(bytes);
  const delimiter = text === undefined ? null : csvDelimiter(text);
  if (text === undefined || delimiter === null)
    throw unreadable('这个文本文件不是可以识别的表格，请确认它是 CSV 文件。');
  const records = recordsOf(text, delimiter);
  if (records.length > MOST_RECORDS) throw unreadable('这个表格行数过多，不是任务分解表，请确认选对了文件。');
  return { format: 'csv', blocks: blocksOf(records) };
}

/** The separator that gives most records the same number of fields (three or more); null for running text. */
export function csvDelimiter(text: string): string | null {
  const sample = text.length > SAMPLE_LENGTH ? text.slice(0, text.lastIndexOf('\n', SAMPLE_LENGTH)) : text;
  let best: { delimiter: string; weight: number } | null = null;
  for (const delimiter of DELIMITERS) {
    if (!sample.includes(delimiter)) continue;
    const counts = fieldCounts(sample, delimiter);
    if (counts.length < 2) continue;
    const usual = mode(counts.filter((n) => n >= 3));
    const alike = counts.filter((n) => n === usual).length;
    const share = alike / counts.length;
    // A narrative above the table has lines of one field; then the separated lines must agree all the more.
    const underNarrative = usual >= 4 && share >= 0.3 && alike / counts.filter((n) => n > 1).length >= 0.9;
    if (usual < 3 || (share < 0.6 && !underNarrative)) continue;
    const weight = share * Math.min(usual, 8);
    if (!best || weight > best.weight) best = { delimiter, weight };
  }
  return best?.delimiter ?? null;
}

/** Without quotes every line is a record; a long text is not parsed five times to find out that it is none. */
function fieldCounts(sample: string, delimiter: string): number[] {
  if (sample.includes('"')) return recordsOf(sample, delimiter).map((record) => record.fields.length);
  const lines = sample.split(/\r\n?|\n/).map((line) => line.split(delimiter));
  return lines.filter((fields) => fields.some((field) => field.trim() !== '')).map((fields) => fields.length);
}

function mode(counts: readonly number[]): number {
  const tally = new Map<number, number>();
  for (const n of counts) tally.set(n, (tally.get(n) ?? 0) + 1);
  let [usual, most] = [0, 0];
  for (const [n, times] of tally) if (times > most) [usual, most] = [n, times];
  return usual;
}

function recordsOf(text: string, delimiter: string): CsvRecord[] {
  try {
    const rows = parse(text.replace(/\r\n?/g, '\n'), {
      bom: true,
      delimiter,
      relax_quotes: true,
      relax_column_count: true,
      info: true,
      to: MOST_RECORDS + 1,
      record_delimiter: '\n',
    }) as unknown as { record: string[]; info: { lines: number } }[];
    return rows
      .map(({ record, info }) => {
        const height = record.reduce((lines, field) => lines + field.split('\n').length - 1, 0);
        return { fields: record, line: info.lines - height };
      })
      .filter(({ fields }) => fields.some((field) => field.trim() !== ''));
  } catch {
    return [];
  }
}

/** Just above the rows it is a group of theirs (一、…), not the document's narrative. */
const GROUP_HEADING = /^[一二三四五六七八九十]+、.{2,30}$/;

/** Records before the first that is wide are caption and narrative; narrow ones further down belong to the table. */
function blocksOf(records: readonly CsvRecord[]): SourceBlock[] {
  const width = Math.min(
    MOST_FIELDS,
    records.reduce((most, r) => Math.max(most, usedWidth(r.fields)), 0),
  );
  const wide = Math.max(
    0,
    records.findIndex((r) => usedWidth(r.fields) > 1),
  );
  const first = GROUP_HEADING.test(records[wide - 1]?.fields[0]?.trim() ?? '') ? wide - 1 : wide;
  const captions = records.slice(0, first);
  const rows = records.slice(first);
  const cells = rows.flatMap(({ fields, line }, row) =>
    fields.slice(0, width).map((text, column): SourceCell => {
      return { row, column, rowSpan: 1, columnSpan: 1, text: text.trim(), place: { line, row: row + 1 } };
    }),
  );
  const paragraphs = captions.map(({ fields, line }): SourceBlock => {
    return { kind: 'paragraph', text: fields.filter((field) => field.trim() !== '').join(' '), place: { line } };
  });
  const place = { line: rows[0]?.line ?? 1 };
  return [...paragraphs, { kind: 'table', rowCount: rows.length, columnCount: width, cells, place }];
}

function usedWidth(fields: readonly string[]): number {
  return fields.findLastIndex((field) => field.trim() !== '') + 1;
}
