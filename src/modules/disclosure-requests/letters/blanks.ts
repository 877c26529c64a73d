import { BLANKS, type Blank } from './letter-words.ts';

const BY_LABEL: ReadonlyMap<string, Blank> = new Map(
  (Object.entries(BLANKS) as [Blank, string][]).map(([blank, label]) => [label, blank]),
);
const BLANK = /【([^【】\n]*)】/g;

export type TextPart =
  | { readonly text: string }
  | { readonly blank: Blank }
  /** Stands in brackets but is no blank that we know. */
  | { readonly unknown: string };

/** A line of a template in its parts, in order; nothing of the line is lost. */
export function partsOf(line: string): TextPart[] {
  const parts: TextPart[] = [];
  let at = 0;
  for (const match of line.matchAll(BLANK)) {
    if (match.index > at) parts.push({ text: line.slice(at, match.index) });
    const blank = BY_LABEL.get((match[1] ?? '').trim());
    parts.push(blank ? { blank } : { unknown: match[1] ?? '' });
    at = match.index + match[0].length;
  }
  if (at < line.length) parts.push({ text: line.slice(at) });
  return parts;
}

/** Blanks of a template's text, each once, in order of appearance. */
export function blanksOf(text: string): Blank[] {
  const found = partsOf(text.replaceAll('\n', ' ')).flatMap((part) => ('blank' in part ? [part.blank] : []));
  return [...new Set(found)];
}

export function blankText(blank: Blank): string {
  return `【${BLANKS[blank]}】`;
}
