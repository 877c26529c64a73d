import type { TextLine } from './layout-lines.ts';
import { looksLikeUnit } from './unit-pieces.ts';

/** A line of a cell, and whether it ended because the cell was full, not because somebody ended it. */
export interface CellLine {
  readonly text: string;
  readonly wrapped: boolean;
}

const opening = /[（(《〈“‘「『【〔[{«‹]/;
const closing = /[，。、；：！？）)》〉”’」』】〕\]}»›,.;:!?%％…·—]/;
const unbreakable = /[\p{Script=Latin}\p{N}.,:/%+*#@_-]/u;

/**
 * Tells wrapped lines from ended ones: a line is wrapped when what the next one starts with would no longer have fitted.
 * @param width room for text in the cell, points
 */
export function wrapLines(lines: readonly TextLine[], width: number): CellLine[] {
  const centred = isCentred(lines);
  const left = Math.min(...lines.map((line) => line.box.x));
  return lines.map((line, index) => {
    const next = lines[index + 1];
    const used = centred ? line.box.width : line.box.x + line.box.width - left;
    // A space that stands at the line's end was a separator that the wrap swallowed.
    const space = line.glyphs.at(-1)?.text.trim() === '' ? ' ' : '';
    return { text: line.text + space, wrapped: next !== undefined && isFull(line, used, next, width) };
  });
}

/** Whether what `next` starts with would no longer have fitted behind the `used` part of the width. */
export function isFull(line: TextLine, used: number, next: TextLine, width: number): boolean {
  return used + firstChunkWidth(next) > width - line.size * 0.25;
}

/** Ended lines, and those that may be, stay apart by '\n'; wrapped ones become whole again. */
export function joinLines(lines: readonly CellLine[]): string {
  let text = '';
  lines.forEach((line, index) => {
    const before = lines[index - 1];
    if (before) text += before.wrapped && !startsName(before.text, line.text) ? between(before.text, line.text) : '\n';
    text += line.text;
  });
  return text.trim();
}

const nameStart = /^(?:[*＊★]|区|市|县|各|相关|有关|其他)/;
const separators = /[、，,；;：:\s]/;
const label = /^\S{2,4}(?:单位|部门)[:：]/;

/** A full line may end with a whole unit name before another begins: then somebody may have ended it, too. */
function startsName(before: string, after: string): boolean {
  if (label.test(after)) return true;
  const [last, first] = [before.split(separators).at(-1) ?? '', after.split(separators)[0] ?? ''];
  return looksLikeUnit(last) && (nameStart.test(after) || looksLikeUnit(first));
}

function between(before: string, after: string): string {
  return /\p{Script=Latin}$/u.test(before) && /^\p{Script=Latin}/u.test(after) ? ' ' : '';
}

/** Chinese may break between any two characters but not after an opening mark, before a closing one or within a number. */
function firstChunkWidth(line: TextLine): number {
  const glyphs = line.glyphs.filter((glyph) => glyph.text.trim() !== '');
  let index = 0;
  while (opening.test(glyphs[index]?.text ?? '')) index++;
  if (unbreakable.test(glyphs[index]?.text ?? '') && !isWide(glyphs[index]?.text)) {
    while (unbreakable.test(glyphs[index]?.text ?? '') && !isWide(glyphs[index]?.text)) index++;
  } else index++;
  while (closing.test(glyphs[index]?.text ?? '')) index++;
  const last = glyphs[Math.min(index, glyphs.length) - 1];
  return last ? last.x + last.width - line.box.x : 0;
}

function isWide(text = ''): boolean {
  return /[\uff00-\uffef]/.test(text);
}

function isCentred(lines: readonly TextLine[]): boolean {
  if (lines.length < 2) return false;
  const lefts = lines.map((line) => line.box.x);
  const centres = lines.map((line) => line.box.x + line.box.width / 2);
  return spread(lefts) > 2 && spread(centres) < spread(lefts) * 0.6;
}

function spread(values: readonly number[]): number {
  return Math.max(...values) - Math.min(...values);
}
