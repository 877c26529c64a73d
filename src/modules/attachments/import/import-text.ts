import type { JudgedFile } from '../opening/judge-kind.ts';
import { refusal } from '../opening/refusal.ts';
import { decodeText } from '../text/decode-text.ts';
import type { BodyBuilder } from './body-builder.ts';
import { guessHeading } from './heading-guess.ts';

/** A line is a paragraph, as office programs write plain text. */
export function importText({ bytes }: JudgedFile, body: BodyBuilder): void {
  const text = decodeText(bytes)?.replace(/^\ufeff/, '');
  if (text === undefined || text.trim() === '') throw refusal('no-text', '文件里没有文字，请重新选择文件。');
  const lines = text.split(/\r\n?|\n|\u2028|\u2029/);
  for (const line of lines) {
    const words = line.replace(/\s+/g, ' ').trim();
    body.paragraph({ runs: [{ type: 'text', text: words }], level: guessHeading(words), align: alignOf(line) });
  }
  if (looksWrapped(lines)) body.doubt('文本似乎按固定宽度换了行，段落可能被断开，请核对。', '全文');
  if (/\t/.test(text)) body.doubt('文本里的制表符已改为空格；如原为表格，请重新插入表格。', '全文');
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
