/** One sentence of a model's answer with the passages that it names, counted from 1. */
export interface CitedSentence {
  readonly text: string;
  readonly cites: readonly number[];
}

const LONGEST = 1200;
const MOST_SENTENCES = 12;
const CITE = /[[［【]\s*(\d{1,2}(?:\s*[,，、]\s*\d{1,2})*)\s*[\]］】]/gu;
/** A sentence with what stands behind its end: marks come before or after the full stop. */
const SENTENCE = /[^。！？；\n]+[。！？；]?(?:\s*[[［【]\s*\d{1,2}(?:\s*[,，、]\s*\d{1,2})*\s*[\]］】])*/gu;
const FIGURE = /\d+(?:[.,]\d+)*|百分之[零一二三四五六七八九十百点]+|[一二三四五六七八九十百千万]{2,}/gu;
/** So much of what a sentence says must stand in the passages that it names. */
const LEAST_SAID = 0.7;

/**
 * What a model wrote, sentence by sentence; null when any sentence names no passage, names one that it was not given, holds a figure that
 * does not stand there, or says mostly what does not: then nothing of it is shown (SRCH-1).
 * @param passages as the model was given them
 */
export function checkedAnswer(text: string, passages: readonly string[]): readonly CitedSentence[] | null {
  const plain = text.trim();
  if (plain === '' || plain.length > LONGEST) return null;
  const sentences = [...plain.matchAll(SENTENCE)].map(([one]) => one.trim()).filter((one) => bare(one) !== '');
  if (sentences.length === 0 || sentences.length > MOST_SENTENCES) return null;
  const checked = sentences.map((sentence) => checkedSentence(sentence, passages));
  return checked.every((one) => one !== null) ? checked : null;
}

function checkedSentence(sentence: string, passages: readonly string[]): CitedSentence | null {
  const cites = [...sentence.matchAll(CITE)].flatMap(([, numbers = '']) => numbers.split(/[,，、]/).map(Number));
  if (cites.length === 0 || cites.some((cite) => cite < 1 || cite > passages.length)) return null;
  const text = sentence.replaceAll(CITE, '').trim();
  const said = cites.map((cite) => plainOf(passages[cite - 1] ?? '')).join('\n');
  const figures = plainOf(text).match(FIGURE) ?? [];
  if (figures.some((figure) => !said.includes(figure))) return null;
  return shareSaid(bare(text), said) >= LEAST_SAID ? { text, cites: [...new Set(cites)].sort((a, b) => a - b) } : null;
}

/** Share of the pairs of characters that stand in the passages. */
function shareSaid(text: string, said: string): number {
  const characters = [...text];
  if (characters.length < 2) return 0;
  const pairs = characters.slice(1).map((character, at) => `${characters[at]}${character}`);
  return pairs.filter((pair) => said.includes(pair)).length / pairs.length;
}

function bare(text: string): string {
  return plainOf(text.replaceAll(CITE, '')).replaceAll(/[^\p{L}\p{N}]/gu, '');
}

function plainOf(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}
