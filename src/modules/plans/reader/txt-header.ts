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
    const header = headerAt(lines, index);
    if (!header) continue;
    headers.push(header);
    index = header.end - 1;
  }
  return headers;
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
  const roles = headings.map((heading) => headerRole(heading) ?? 'other');
  return isHeader(roles) ? { headings, roles, start, end } : undefined;
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
