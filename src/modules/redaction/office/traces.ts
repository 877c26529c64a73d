import type { OfficeParts } from './office-parts.ts';
import { decodeXml } from './xml-pieces.ts';

/** Shorter values, such as names, may rightly stand elsewhere. */
const LEAST_DIGITS = 6;

/** Masked numbers that still stand in a part, be it in its text, split by tags, or in an attribute. */
export function tracesIn(parts: OfficeParts, values: readonly string[]): string[] {
  const numbers = values.map(bare).filter((value) => value.replaceAll(/\D/g, '').length >= LEAST_DIGITS);
  if (numbers.length === 0) return [];
  return [...parts].flatMap(([name, content]) => {
    const raw = new TextDecoder('latin1').decode(content);
    const text = bare(decodeXml(new TextDecoder().decode(content).replaceAll(/<[^>]*>/g, '')));
    return numbers.filter((value) => raw.includes(value) || text.includes(value)).map((value) => `${name}: ${value}`);
  });
}

/** Words that stand anywhere in the text of a part, however short they are. */
export function wordsIn(parts: OfficeParts, words: readonly string[]): string[] {
  if (words.length === 0) return [];
  const texts = [...parts.values()].map((content) =>
    bare(decodeXml(new TextDecoder().decode(content).replaceAll(/<[^>]*>/g, ''))),
  );
  return words.filter((word) => texts.some((text) => text.includes(bare(word))));
}

function bare(text: string): string {
  return text.normalize('NFKC').replaceAll(/[\s-]/g, '');
}
