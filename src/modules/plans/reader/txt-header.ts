import { type HeaderRole, headerRole } from './header-words.ts';
import { foldKey } from './source-text.ts';
import type { TxtLine } from './txt-lines.ts';

/** The headings of a table in a dump, in column order, and the lines that they take. */
export interface TxtHeader {
  readonly headings: readonly string[];
  readonly roles: readonly HeaderRole[];
  /** Index of its first line and of the line after it. */
  readonly start: number;
  readonly end: number;
}

const longest = 12;

/** All headers of a text: a table's own and their repetitions on later pages. */
export function txtHeaders(lines: readonly TxtLine[]): TxtHeader[] {
  const headers: TxtHeader[] = [];
  // A line is looked at as the end of every header that may begin above it.
  const known = new Map<number, HeadingWord[]>();
  const wordsAt = (index: number): HeadingWord[] => {
    const words = known.get(index) ?? wordsOf(lines[index]?.text ?? '', index);
    known.set(index, words);
    return words;
  };
  for (let index = 0; index < lines.length; index++) {
    const header = repetitionAt(lines, index, headers) ?? headerAt(lines, index, wordsAt);
    if (!header) continue;
    headers.push(header);
    index = header.end - 1;
  }
  return headers;
}

/** Lines that say nothing but headings known from a header before, at least two of them. */
function repetitionAt(lines: readonly TxtLine[], start: number, headers: readonly TxtHeader[]): TxtHeader | undefined {
  const known = headers.findLast((header) => header.roles.includes('number')) ?? headers.at(-1);
  if (!known) return undefined;
  const headings: string[] = [];
  let end = start;
  for (; end < lines.length; end++) {
    const words = headingWords(lines[end]?.text ?? '');
    if (!words?.every((word) => known.headings.includes(word) && !headings.includes(word))) break;
    headings.push(...words);
  }
  const roles = headings.map((heading) => headerRole(heading) ?? 'other');
  return headings.length >= 2 ? { headings, roles, start, end } : undefined;
}

/** Headings may share a line or have one each, and may be wrapped; they end where a line holds anything else. */
function headerAt(
  lines: readonly TxtLine[],
  start: number,
  wordsAt: (index: number) => readonly HeadingWord[],
): TxtHeader | undefined {
  let best: TxtHeader | undefined;
  let words: HeadingWord[] = [];
  for (let end = start; end < Math.min(start + longest, lines.length); end++) {
    const next = wordsAt(end);
    // What follows the last of all headings is a cell, even when it reads like one: 推进重 / 点领域.
    if (best && pointsOf(best.roles) === 4 && whole.test(words.at(-1)?.text ?? '') && !next.every(({ role }) => role))
      break;
    if (next.length === 0 || next.some(({ text }) => /[，。；,;\d]|^[一二三四五六七八九十]+[、.]/.test(text))) break;
    const joined = withWrapped(words, next);
    // A header that fills its line goes on only where a heading is wrapped.
    const isWrapped = joined.length < words.length + next.length;
    const below = wordsAt(end + 1);
    const isOpen = withWrapped(joined, below).length < joined.length + below.length;
    if (best && !isWrapped && !isOpen && words.filter(({ line }) => line === start).length > 2) break;
    words = joined;
    if (words.slice(0, -1).some(({ role }) => role === null)) break;
    if (words.at(-1)?.role === null && next.length < 3 && !isOpen) break;
    best = headerOf(words, end + 1) ?? best;
  }
  return best;
}

interface HeadingWord {
  readonly text: string;
  readonly role: HeaderRole | null;
  /** Index of its line. */
  readonly line: number;
}

function wordsOf(text: string, line: number): HeadingWord[] {
  return (
    headingWords(text) ??
    text
      .trim()
      .split(/[\s\u3000|]+/)
      .map(foldKey)
      .filter(Boolean)
  ).map((word) => ({
    text: word,
    role: headerRole(word),
    line,
  }));
}

/** A heading says what it is about with its last letters; 时间节 and 责任单 go on. */
const whole =
  /(?:单位|部门|科室|主体|责任人|时间|时限|期限|节点|日期|名称|事项|内容|任务|工作|目标|要点|要求|措施|举措|分解|类别|分类|领域|序号|备注|情况)$/;

/** A word that is no heading alone may be one with the first word of the next line: 完成 / 情况. */
function withWrapped(words: readonly HeadingWord[], next: readonly HeadingWord[]): HeadingWord[] {
  const [last, first] = [words.at(-1), next[0]];
  if (!last || !first || words.length < 2) return [...words, ...next];
  const joined = `${last.text}${first.text}`;
  const isCut = last.role === null || !whole.test(last.text) || last.text.length < 4;
  const isRest = last.role === null || (first.role === null && /^\p{Script=Han}{1,2}$/u.test(first.text));
  const role = headerRole(joined);
  if (!isCut || !isRest || joined.length > 8 || role === null) return [...words, ...next];
  return [...words.slice(0, -1), { text: joined, role, line: last.line }, ...next.slice(1)];
}

function headerOf(words: readonly HeadingWord[], end: number): TxtHeader | undefined {
  // A title or the end of a cell above may read like a heading; the line of the number column begins the header.
  const number = words.findIndex(({ role }) => role === 'number');
  const line = words[number]?.line ?? 0;
  const isAhead = ({ text, role }: HeadingWord) => (role === 'category' || role === 'name') && text.length <= 4;
  const start = words.findLastIndex((word, index) => index < number && word.line < line && !isAhead(word)) + 1;
  const own = words.filter((word, index) => index >= start || word.line >= line);
  const roles = own.map(({ role }) => role ?? 'other');
  const headings = own.map(({ text }) => text);
  const isSound = own.every(({ role }) => role !== null) && new Set(headings).size === headings.length;
  return isSound && isHeader(roles) ? { headings, roles, start: own[0]?.line ?? 0, end } : undefined;
}

/** `牵头单位 (*) /责任单位` is one heading though it has blanks. */
function headingWords(text: string): string[] | undefined {
  const words: string[] = [];
  for (const word of text
    .trim()
    .split(/[\s\u3000|]+/)
    .map(foldKey)
    .filter(Boolean)) {
    if (/^[(/、]/.test(word) && words.length > 0) words.push(`${words.pop()}${word}`);
    else words.push(word);
  }
  const spaced = words.join('');
  const known = words.length > 0 && words.every((word) => headerRole(word) !== null && !/[，。；,;]/.test(word));
  if (known) return words;
  return headerRole(spaced) !== null && words.every((word) => word.length === 1) ? [spaced] : undefined;
}

function isHeader(roles: readonly HeaderRole[]): boolean {
  return pointsOf(roles) >= 3;
}

function pointsOf(roles: readonly HeaderRole[]): number {
  const has = (...wanted: HeaderRole[]) => roles.some((role) => wanted.includes(role));
  const points = [has('number'), has('units', 'lead', 'support'), has('deadline'), has('task', 'content', 'name')];
  return points.filter(Boolean).length;
}
