import { joinLines, printedWidth } from './source-text.ts';

const ENDS_SENTENCE = /[。；;：:！!？?]$/;
const LEAST_LINE_ENDS = 5;

/**
 * Whether line ends inside cells come from a printed column instead of the author: documents converted from PDF carry
 * every printed line as a paragraph. In running text such lines end in the midst of a sentence.
 * @param texts contents of tasks, lines joined by '\n'
 */
export function areLinesWrapped(texts: readonly string[]): boolean {
  let lineEnds = 0;
  let midway = 0;
  for (const text of texts) {
    const lines = text
      .split('\n')
      .map(joinLines)
      .filter((line) => line !== '');
    for (const line of lines.slice(0, -1)) {
      lineEnds += 1;
      if (!ENDS_SENTENCE.test(line)) midway += 1;
    }
  }
  return lineEnds >= LEAST_LINE_ENDS && midway / lineEnds >= 0.6;
}

/** Width that at least two lines come near to: the column's; 0 without enough lines. */
export function columnWidth(texts: readonly string[]): number {
  const lines = texts.flatMap((text) => text.split('\n'));
  const widths = lines.map(lineExtent).sort((a, b) => b - a);
  return lines.length === texts.length ? 0 : (widths.find((width, i) => (widths[i + 1] ?? 0) >= width - 0.5) ?? 0);
}

/** Printed width of a line without closing punctuation, which may hang over the edge of a column. */
export function lineExtent(line: string): number {
  return printedWidth(line.trim().replace(/[、，,；;。）)]+$/, ''));
}
