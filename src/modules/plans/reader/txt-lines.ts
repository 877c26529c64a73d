import { isPageNumber } from './layout-furniture.ts';
import { foldKey, foldWidth, printedWidth } from './source-text.ts';

/** A line that is not blank. */
export interface TxtLine {
  readonly text: string;
  /** 1-based in the file. */
  readonly line: number;
  readonly blankBefore: boolean;
  readonly pageBefore: boolean;
}

/** Lines of a dump without page numbers and running heads; blank lines and form feeds become marks on the next line. */
export function txtLines(text: string): TxtLine[] {
  const lines: TxtLine[] = [];
  let [blank, page] = [false, false];
  text.split(/\r\n|[\n\r\u2028\u2029]/).forEach((raw, index) => {
    if (raw.includes('\f')) page = true;
    // Tabs at the end stand for empty cells.
    const content = raw.replaceAll('\f', '').replace(/(?<![^\S\t])[^\S\t]+$/u, '');
    if (content.trim() === '') blank = true;
    else {
      lines.push({ text: content, line: index + 1, blankBefore: blank, pageBefore: page });
      [blank, page] = [false, false];
    }
  });
  return rejoined(withoutFurniture(lines, text.includes('\f')));
}

/** Between two marks as wide as letters, ”“, some dumps see room for a column and break the line. */
function rejoined(lines: readonly TxtLine[]): TxtLine[] {
  const widths = lines.map(({ text }) => printedWidth(foldWidth(text).trim())).toSorted((a, b) => a - b);
  const widest = (widths[Math.floor(widths.length * 0.97)] ?? 0) + 0.5;
  const result: TxtLine[] = [];
  for (const line of lines) {
    const before = result.at(-1);
    const isCut =
      before && !line.blankBefore && !line.pageBefore && /[”’》、，]$/.test(before.text) && /^[“‘《]/.test(line.text);
    const whole = `${before?.text ?? ''}${line.text}`;
    if (before && isCut && printedWidth(foldWidth(whole).trim()) <= widest)
      result[result.length - 1] = { ...before, text: whole };
    else result.push(line);
  }
  return result;
}

/** A bare number may be a row's own; only a decorated one is surely a page number. */
function withoutFurniture(lines: readonly TxtLine[], hasFeeds: boolean): TxtLine[] {
  const heads = runningHeads(lines);
  const result: TxtLine[] = [];
  let page = false;
  for (const line of lines) {
    const bare = foldWidth(line.text).trim();
    const isFurniture = (isPageNumber(bare) && !/^\d+$/.test(bare)) || (line.pageBefore && heads.has(headKey(line)));
    // Where a dump kept no form feeds, what follows a page number stands on the next page.
    if (isFurniture) page = page || line.pageBefore || !hasFeeds;
    else {
      result.push(page ? { ...line, pageBefore: true } : line);
      page = false;
    }
  }
  return result;
}

function headKey(line: TxtLine): string {
  return foldKey(line.text).replace(/\d/g, '');
}

/** First lines of pages that say the same on most pages; a table's own header is told from them by its headings. */
function runningHeads(lines: readonly TxtLine[]): Set<string> {
  const counts = new Map<string, number>();
  const starts = lines.filter((line) => line.pageBefore && !/序\s*号/.test(line.text));
  for (const line of starts) counts.set(headKey(line), (counts.get(headKey(line)) ?? 0) + 1);
  return new Set(
    [...counts].filter(([key, count]) => key !== '' && count >= Math.max(3, starts.length / 2)).map(([key]) => key),
  );
}
