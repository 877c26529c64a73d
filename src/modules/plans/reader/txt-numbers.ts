import { looksLikeDeadline } from './deadline.ts';
import { foldWidth } from './source-text.ts';
import { gluedNumber, isChineseNumber, taskNumber } from './task-number.ts';
import type { TxtLine } from './txt-lines.ts';

/** A row number found in a dump: alone on its line, before the text of a cell, or behind a deadline. */
export interface RowNumber {
  readonly value: number;
  /** Index of the line. */
  readonly line: number;
  readonly form: 'alone' | 'before' | 'glued' | 'behind' | 'stuck';
  /** What else the line says. */
  readonly rest: string;
}

const weights = { alone: 1, before: 0.8, glued: 0.5, behind: 0.5, stuck: 0.3 } as const;

/** Everything in the lines that could be a row number. */
function numberCandidates(lines: readonly TxtLine[]): RowNumber[] {
  return lines.flatMap((line, index) => candidatesOf(foldWidth(line.text).trim(), index));
}

function candidatesOf(text: string, line: number): RowNumber[] {
  const words = text.split(/\s+/);
  const values = words.map(plainNumber);
  if (values.every((value) => value !== null)) {
    return values.map((value) => ({ value, line, form: 'alone' as const, rest: '' }));
  }
  const [first] = values;
  if (first !== null && first !== undefined) {
    return [{ value: first, line, form: 'before', rest: text.slice(words[0]?.length).trim() }];
  }
  const glued = gluedNumber(text);
  if (glued) return [{ value: glued.number, line, form: 'glued', rest: glued.rest }];
  const last = values.at(-1);
  const rest = words.slice(0, -1).join(' ');
  if (last !== null && last !== undefined && looksLikeDeadline(words.at(-2) ?? '')) {
    return [{ value: last, line, form: 'behind', rest }];
  }
  return stuck(text, line);
}

/** At equal heights a row's number may follow the last line of a name that stands over several rows: 送30. */
function stuck(text: string, line: number): RowNumber[] {
  const [, rest, digits] = /^(.{0,12}\p{Script=Han})(\d{1,3})$/u.exec(text) ?? [];
  return rest === undefined ? [] : [{ value: Number(digits), line, form: 'stuck', rest }];
}

function plainNumber(word: string): number | null {
  return isChineseNumber(word) ? null : taskNumber(word);
}

/**
 * The candidates that count up through the document. Digits inside texts and page numbers do not fit into the sequence
 * and fall away; a missing number costs, so that a chain of chance is never longer than the real one.
 */
function risingNumbers(candidates: readonly RowNumber[]): RowNumber[] {
  const best = new Map<number, { score: number; index: number }>();
  const from: (number | undefined)[] = [];
  let top = { score: 0, index: -1 };
  candidates.forEach((candidate, index) => {
    const { value } = candidate;
    let score = value === 1 ? 0 : -2;
    from[index] = undefined;
    for (const [step, cost] of [
      [1, 0],
      [2, 1.2],
      [3, 2.4],
    ] as const) {
      const before = best.get(value - step);
      if (before && before.score - cost > score) {
        score = before.score - cost;
        from[index] = before.index;
      }
    }
    score += weights[candidate.form];
    const known = best.get(value);
    if (!known || score > known.score) best.set(value, { score, index });
    if (score > top.score) top = { score, index };
  });
  const chain: RowNumber[] = [];
  for (let index: number | undefined = top.index; index !== undefined && index >= 0; index = from[index]) {
    const candidate = candidates[index];
    if (candidate) chain.unshift(candidate);
  }
  return chain;
}

/** The numbers of all rows: counting up through the text or, where a dump put them elsewhere, page by page. */
export function rowNumbers(lines: readonly TxtLine[]): RowNumber[] {
  const candidates = numberCandidates(lines);
  const rising = risingNumbers(candidates);
  const first = rising[0]?.value ?? 1;
  const count = (rising.at(-1)?.value ?? 0) - first + 1;
  if (rising.length === count) return rising;
  const hasOne = candidates.some(({ value, form }) => value === 1 && form === 'alone');
  const paged = numbersByPage(lines, candidates, hasOne ? 1 : first);
  return paged.length > rising.length ? paged.toSorted((a, b) => a.line - b.line) : rising;
}

function numbersByPage(lines: readonly TxtLine[], candidates: readonly RowNumber[], first: number): RowNumber[] {
  const starts = lines.flatMap((line, index) => (line.pageBefore || index === 0 ? [index] : []));
  // A number that stands alone somewhere is not the one that begins a piece of text.
  const alone = new Set(candidates.flatMap(({ value, form }) => (form === 'alone' ? [value] : [])));
  const found: RowNumber[] = [];
  starts.forEach((start, page) => {
    const end = starts[page + 1] ?? lines.length;
    const own = candidates.filter(
      ({ line, value, form }) => line >= start && line < end && (form === 'alone' || !alone.has(value)),
    );
    for (let value = first + found.length; ; value++) {
      const matches = own.filter((candidate) => candidate.value === value);
      const match = matches.find((candidate) => candidate.form === 'alone') ?? matches[0];
      if (!match) break;
      found.push(match);
    }
  });
  return found;
}
