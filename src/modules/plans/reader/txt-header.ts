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
  for (let index = 0; index < lines.length; index++) {
    const header = repetitionAt(lines, index, headers) ?? headerAt(lines, index);
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

/** Headings may share a line or have one each; they end where a line holds anything else. */
function headerAt(lines: readonly TxtLine[], start: number): TxtHeader | undefined {
  const headings: string[] = [];
  let end = start;
  while (end < lines.length && end - start < longest) {
    const words = headingWords(lines[end]?.text ?? '');
    if (!words || (end > start && words.some((word) => headings.includes(word)))) break;
    headings.push(...words);
    end++;
  }
  // Ends of cells above may read like headings; the number column comes first wherever there is one.
  const roles = headings.map((heading) => headerRole(heading) ?? 'other');
  return isHeader(roles) && roles.indexOf('number') <= 0 ? { headings, roles, start, end } : undefined;
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
  const has = (...wanted: HeaderRole[]) => roles.some((role) => wanted.includes(role));
  const points = [has('number'), has('units', 'lead', 'support'), has('deadline'), has('task', 'content', 'name')];
  return points.filter(Boolean).length >= 3;
}
