import type { FindingType } from '../finding.ts';

/** A labelled piece of text. Spans are [type, start, end]; a type with a question mark may be found or not. */
export interface Snippet {
  /** Kind of document, Chinese. */
  readonly k: string;
  readonly t: string;
  readonly f: readonly (readonly [FindingType | `?${FindingType}`, number, number])[];
}

/** Marks a value inside a template; `?` before the type when a careful reader could go either way. */
export function marked(type: FindingType | `?${FindingType}`, value: string): string {
  return `⟦${type}¦${value}⟧`;
}

/** Takes the marks out of a template and notes where their values stand. */
export function snippet(kind: string, template: string): Snippet {
  const spans: [FindingType | `?${FindingType}`, number, number][] = [];
  let text = '';
  let from = 0;
  for (const match of template.matchAll(/⟦(\??\w+)¦([^⟧]*)⟧/g)) {
    text += template.slice(from, match.index);
    const value = match[2] ?? '';
    spans.push([match[1] as FindingType, text.length, text.length + value.length]);
    text += value;
    from = match.index + match[0].length;
  }
  return { k: kind, t: text + template.slice(from), f: spans };
}
