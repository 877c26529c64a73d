import { parse } from 'csv-parse/sync';
import { isImage, KINDS } from '../opening/file-kind.ts';
import { inspectFile } from '../opening/inspect-file.ts';
import { judgeKind } from '../opening/judge-kind.ts';
import { refusal } from '../opening/refusal.ts';
import type { Preview, PreviewTable } from '../preview.contract.ts';
import { decodeText } from '../text/decode-text.ts';
import { previewSheets } from './preview-sheets.ts';

const MOST_CHARACTERS = 20_000;
const MOST_ROWS = 50;
const MOST_COLUMNS = 30;
const LONGEST_CELL = 300;

/** @throws AppError `file-refused` when the file cannot be opened */
export async function previewFile(bytes: Uint8Array): Promise<Preview> {
  const file = judgeKind(bytes);
  const { mediaType } = KINDS[file.kind];
  const inspection = await inspectFile(bytes, '');
  const broken = inspection.problems.find((problem) => problem.code === 'broken');
  if (broken) throw refusal(broken.code, broken.message);
  const tables = file.kind === 'xlsx' ? previewSheets(file) : file.kind === 'csv' ? [previewCsv(file.bytes)] : [];
  const text = tables.length > 0 ? '' : inspection.text.trim();
  return {
    shownBy: file.kind === 'pdf' || isImage(file.kind) ? 'browser' : tables.length > 0 ? 'tables' : 'text',
    mediaType,
    ...(inspection.pages === undefined ? {} : { pages: inspection.pages }),
    text: text.slice(0, MOST_CHARACTERS).toWellFormed(),
    textCut: text.length > MOST_CHARACTERS,
    tables,
  };
}

function previewCsv(bytes: Buffer): PreviewTable {
  const text = (decodeText(bytes) ?? '').slice(0, 2_000_000);
  const records: string[][] = parse(text, {
    bom: true,
    skip_empty_lines: true,
    relax_column_count: true,
    relax_quotes: true,
    to: MOST_ROWS + 1,
  });
  const rows = records
    .slice(0, MOST_ROWS)
    .map((record) =>
      record.slice(0, MOST_COLUMNS).map((cell) => ({ text: cell.slice(0, LONGEST_CELL).toWellFormed() })),
    );
  return { name: '', hidden: false, rows, more: records.length > MOST_ROWS };
}
