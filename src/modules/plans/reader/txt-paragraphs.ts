import type { SourceBlock } from './source-document.ts';
import { foldWidth, printedWidth } from './source-text.ts';
import type { TxtLine } from './txt-lines.ts';

/**
 * Running text of a dump: full lines grow together until one ends early, whether or not blank lines stand between them.
 */
export function paragraphsOfLines(lines: readonly TxtLine[]): SourceBlock[] {
  const widths = lines.map((line) => printedWidth(foldWidth(line.text).trim())).toSorted((a, b) => a - b);
  const full = (widths[Math.floor(widths.length * 0.9)] ?? 0) - 4.5;
  const groups: TxtLine[][] = [];
  for (const line of lines) {
    const before = groups.at(-1)?.at(-1);
    if (before && goesOn(before, line, full)) groups.at(-1)?.push(line);
    else groups.push([line]);
  }
  return groups.map((group) => ({
    kind: 'paragraph',
    text: group.map((line) => line.text.trim()).join(''),
    place: { line: group[0]?.line ?? 1 },
  }));
}

const newParagraph =
  /^(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[)）]|第[一二三四五六七八九十]+[章条]|附件|[\u3000 ]{2})/;

function goesOn(before: TxtLine, line: TxtLine, full: number): boolean {
  if (full < 15 || newParagraph.test(line.text)) return false;
  return printedWidth(foldWidth(before.text).trim()) >= full && !/[。：:]$/.test(before.text.trim());
}
