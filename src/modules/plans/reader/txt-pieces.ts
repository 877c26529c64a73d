import { looksLikeDeadline } from './deadline.ts';
import { foldKey, foldWidth, printedWidth } from './source-text.ts';
import type { TxtLine } from './txt-lines.ts';
import type { RowNumber } from './txt-numbers.ts';

/** What the text stands in: one line of one cell, as far as the dump shows it. */
export interface Piece {
  readonly text: string;
  /** Without blanks and folded. */
  readonly key: string;
  /** Printed width in Chinese characters. */
  readonly width: number;
  /** Width of what must not be parted at its start: an opening mark with its letter, a number, a closing mark behind. */
  readonly chunk: number;
  /** What parts it from the piece before. */
  readonly joint: 'line' | 'blank' | 'glued' | 'page';
  /** 1-based line of the file. */
  readonly line: number;
  readonly isDeadline: boolean;
  /** Its letters were spread over the width of a column, so it is a full line however few they are. */
  readonly isStretched: boolean;
  /** How many cells of the document say exactly this. */
  count: number;
}

/** The text of some lines in order, cut into pieces, with the row numbers between them. */
export type StreamItem =
  | { readonly number: number; readonly line: number; readonly page: number }
  | { readonly piece: Piece; readonly page: number }
  | { readonly group: string; readonly line: number; readonly page: number };

/** A category in a row of its own: numbered in Chinese, and the next row's number right below. */
const groupHeading = /^(?:[一二三四五六七八九十]+[、.．]|[（(][一二三四五六七八九十]+[)）])\S.{0,38}$/;

/** @param numbers row numbers by index of their line */
export function streamOf(lines: readonly TxtLine[], numbers: readonly RowNumber[], offset: number): StreamItem[] {
  const items: StreamItem[] = [];
  let page = 0;
  lines.forEach((line, index) => {
    const own = numbers.filter((number) => number.line === index + offset);
    const text = own.length === 0 ? line.text : (own[0]?.rest ?? '');
    if (line.pageBefore) page++;
    const marks = own.map((number) => ({ number: number.value, line: line.line, page }));
    const isBehind = own.some(({ form }) => form === 'behind' || form === 'stuck');
    const isGroup =
      own.length === 0 &&
      groupHeading.test(foldWidth(text).trim()) &&
      numbers.some((n) => n.line === index + 1 + offset);
    if (isGroup) {
      items.push({ group: foldWidth(text).trim(), line: line.line, page });
      return;
    }
    if (!isBehind) items.push(...marks);
    const joint = line.pageBefore ? 'page' : line.blankBefore ? 'blank' : 'line';
    items.push(...piecesOf(text, line.line, joint).map((piece) => ({ piece, page })));
    if (isBehind) items.push(...marks);
  });
  const counts = new Map<string, number>();
  const pieces = items.flatMap((item) => ('piece' in item ? [item.piece] : []));
  for (const piece of pieces) counts.set(piece.key, (counts.get(piece.key) ?? 0) + 1);
  for (const piece of pieces) piece.count = counts.get(piece.key) ?? 1;
  return items;
}

function piecesOf(text: string, line: number, joint: Piece['joint']): Piece[] {
  return cut(text.trim())
    .filter((part) => part !== '')
    .map((part, index) => pieceOf(part, line, index === 0 ? joint : 'glued'));
}

export function pieceOf(text: string, line: number, joint: Piece['joint']): Piece {
  const clean = withoutJustification(text);
  const key = foldKey(clean);
  return {
    text: clean,
    key,
    // As printed: full-width digits are as wide as letters.
    width: printedWidth(text.replace(/[\s\u3000]/g, '')),
    chunk: firstChunk(key),
    joint,
    line,
    isDeadline: isBareDeadline(key),
    isStretched: isSpread(text),
    count: 1,
  };
}

/**
 * A line may carry the ends of neighbouring cells. It is cut where a deadline begins, and wherever a blank stands between
 * two Chinese words; cuts inside a cell are healed when the pieces are placed.
 */
function cut(text: string): string[] {
  const words = text.split(/[\s\u3000]+/);
  for (let at = 1; at < words.length; at++) {
    const tail = words.slice(at).join(' ');
    const head = words.slice(0, at).join(' ');
    if (isBareDeadline(tail) && !(isBareDeadline(text) && timeWords.test(head)))
      return [...cutWords(words.slice(0, at)), tail];
  }
  return cutWords(words);
}

/** Brackets before a deadline belong to it only where they speak of time: 镇（园区） 9月底前. */
const timeWords = /[\d一二三四五六七八九十年月日季旬底前内后]|印发|出台|下发|长期|适时/;

function cutWords(words: readonly string[]): string[] {
  if (isSpread(words.join(' '))) return [words.join(' ')];
  const parts: string[] = [];
  for (const word of words) {
    const before = parts.at(-1);
    const parted =
      before !== undefined && /[\p{Script=Han}。；，、”）》]$/u.test(before) && /^[\p{Script=Han}*＊“《（]/u.test(word);
    if (before === undefined || parted) parts.push(word);
    else parts[parts.length - 1] = `${before} ${word}`;
  }
  return parts;
}

/** A deadline and nothing else; `各部门9月底前` has one but is none. */
export function isBareDeadline(text: string): boolean {
  const isTalking = /[。“”局委办府厅]|部门|单位|街镇|街道|中心|公司|不低于|不少于|工作(?!日)|公开|信息/.test(
    foldKey(text),
  );
  return !isTalking && speaksOfTime(foldKey(text)) && looksLikeDeadline(text);
}

/** A long line of another cell may hold a word like 同步, or the years of a programme; a deadline has few other words. */
function speaksOfTime(key: string): boolean {
  return key.length <= 7 || key.replace(timeLetters, '').length <= key.length * 0.25;
}

const timeLetters =
  /[\d一二三四五六七八九十年月日季旬周天底末初前后内上下半中每次当全长期实时个起至到和、，;-]|(?:出台|印发|下发|发布|实施|完成|规定|新规|本文|文件|收到|之|工作|持续|推进|动态|更新|适时)/g;

/**
 * Narrow justified columns print `各区 政 府、市 政 府`: a word of one letter shows that the blanks are no separators.
 * Between two words of more letters a blank may part two names, so it stays.
 */
function withoutJustification(text: string): string {
  const words = foldBlanks(text).split(' ');
  const glue = (before: string, after: string) =>
    isSpread(text) || !/[\p{Script=Han}；;]$/u.test(before) || !/^[\p{Script=Han}*＊]/u.test(after);
  return words.reduce((joined, word) =>
    glue(joined, word) && !bothLatin(joined, word) ? joined + word : `${joined} ${word}`,
  );
}

function isSpread(text: string): boolean {
  return foldBlanks(text)
    .split(' ')
    .some((word, index) => /^\p{Script=Han}[，、；]?$/u.test(word) && index > 0);
}

function foldBlanks(text: string): string {
  return foldWidth(text).replace(/\s+/g, ' ').trim();
}

function bothLatin(before: string, after: string): boolean {
  return /[A-Za-z]$/.test(before) && /^[A-Za-z]/.test(after);
}

function firstChunk(key: string): number {
  const match = /^[（(《〈“‘【〔]*(?:[A-Za-z0-9.%]+|.)[，。、；：！？）》〉”’】〕]*/u.exec(key);
  return match ? printedWidth(match[0]) : 1;
}
