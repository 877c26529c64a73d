import type { JudgedFile } from '../opening/judge-kind.ts';
import { refusal } from '../opening/refusal.ts';
import { decodeText } from '../text/decode-text.ts';
import type { BodyBuilder } from './body-builder.ts';
import { guessHeading } from './heading-guess.ts';

const MOST_ROWS = 2000;

/** A line is a paragraph, as office programs write plain text; lines with tabs that follow each other are a table. */
export function importText({ bytes }: JudgedFile, body: BodyBuilder): void {
  const text = decodeText(bytes)?.replace(/^\ufeff/, '');
  if (text === undefined || text.trim() === '') throw refusal('no-text', '文件里没有文字，请重新选择文件。');
  const lines = unwrapped(text.split(/\r\n?|\n|\u2028|\u2029/), body);
  for (let index = 0; index < lines.length; ) {
    const rows = tableAt(lines, index);
    if (rows.length >= 2) writeTable(rows, body);
    else writeLine(lines[index] ?? '', body);
    index += Math.max(1, rows.length >= 2 ? rows.length : 1);
  }
}

function writeLine(line: string, body: BodyBuilder): void {
  const words = line.replace(/\s+/g, ' ').trim();
  body.paragraph({ runs: [{ type: 'text', text: words }], level: guessHeading(words), align: alignOf(line) });
}

function tableAt(lines: readonly string[], from: number): string[][] {
  const rows: string[][] = [];
  for (const line of lines.slice(from, from + MOST_ROWS)) {
    const cells = line.trim().split('\t');
    if (cells.length < 2 || (rows[0] && rows[0].length !== cells.length)) break;
    rows.push(cells);
  }
  return rows;
}

function writeTable(rows: readonly (readonly string[])[], body: BodyBuilder): void {
  body.openTable();
  for (const row of rows) {
    body.openRow();
    for (const cell of row) {
      body.openCell();
      body.paragraph({ runs: [{ type: 'text', text: cell }] });
      body.closeCell();
    }
  }
  body.closeTable();
  body.doubt('用制表符分隔的文字已作为表格导入，请核对。', '表格', body.lastId);
}

/** Programs that break lines at a fixed width fill every line but a paragraph's last. */
function unwrapped(lines: readonly string[], body: BodyBuilder): string[] {
  if (!looksWrapped(lines)) return [...lines];
  body.doubt('文本按固定宽度换了行，已把断开的行接起来，请核对分段。', '全文');
  const full = lines.map((line) => width(line.trimEnd())).sort((a, b) => b - a)[Math.floor(lines.length / 20)] ?? 0;
  const joined: string[] = [];
  let goesOn = false;
  for (const line of lines) {
    if (goesOn && continues(line)) joined[joined.length - 1] += line.trim();
    else joined.push(line);
    goesOn = width(line.trimEnd()) >= full - 2 && !line.includes('\t');
  }
  return joined;
}

/** A paragraph begins with two blanks; a heading and a row of a table are not the rest of a line either. */
function continues(line: string): boolean {
  return line.trim() !== '' && !/^(?:\u3000{2}| {4}|\t)|\t/.test(line) && guessHeading(line.trim()) === undefined;
}

/** In Chinese letters. */
function width(line: string): number {
  let sum = 0;
  for (const letter of line) sum += letter.charCodeAt(0) < 0x2000 ? 0.5 : 1;
  return sum;
}

/** Signature and date are pushed to the right, titles to the middle, with blanks. */
function alignOf(line: string): 'right' | 'center' | undefined {
  const blanks = /^[ \t\u3000]*/.exec(line)?.[0] ?? '';
  const width = [...blanks].reduce((sum, blank) => sum + (blank === ' ' ? 0.5 : blank === '\t' ? 2 : 1), 0);
  if (width < 6 || line.trim().length > 40) return undefined;
  return width >= 14 ? 'right' : 'center';
}

function looksWrapped(lines: readonly string[]): boolean {
  const long = lines.map((line) => line.trim()).filter((line) => line.length >= 20);
  const unfinished = long.filter((line) => !/[。：；！？:;.!?”）)]$/.test(line));
  return long.length >= 8 && unfinished.length > long.length / 2;
}
