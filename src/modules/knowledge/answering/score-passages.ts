import type { Passage, ReadDocument } from '../passages/passage.ts';
import type { AskedWord } from './asked-terms.ts';
import { answersTo, wantedOf } from './question-words.ts';

/** A text with the words that it is found by: whole words, their halves, pairs of neighbours. */
export interface CutText {
  /** Folded. */
  readonly text: string;
  readonly words: ReadonlySet<string>;
}

/** A document cut into passages, each with its words. */
export interface CutDocument {
  readonly document: ReadDocument;
  /** Of title and names. */
  readonly named: CutText;
  readonly whole: CutText;
  readonly passages: readonly CutPassage[];
}

export interface CutPassage {
  readonly passage: Passage;
  readonly words: CutText;
  readonly heading: CutText;
}

export interface ScoredPassage {
  readonly document: ReadDocument;
  readonly passage: Passage;
  /** Orders passages of one question. */
  readonly score: number;
  /** 0 to 1: how much of what the question is about is spoken of here; what decides whether it is an answer at all. */
  readonly cover: number;
}

/** What a word of the question counts, by where it is found. */
const PLACES = { own: 1, heading: 0.8, named: 0.7, elsewhere: 0.25 } as const;
/** What the passage itself says decides between passages of one document. */
const OWN_AGAIN = 0.45;
const WANTED = 0.12;
const SINGLE = 0.3;
/** Asked when, a passage that names no time is hardly an answer. */
const UNWANTED = 0.8;
/** What is asked about stands in no title and no heading: the text is about something else. */
const BESIDE = 0.55;

export function cutDocument(
  document: ReadDocument,
  passages: readonly Passage[],
  wordsOf: (text: string) => CutText,
): CutDocument {
  return {
    document,
    named: wordsOf([document.title, ...document.names].join(' ')),
    whole: wordsOf(passages.map((passage) => `${passage.heading} ${passage.text}`).join('\n')),
    passages: passages.map((passage) => ({
      passage,
      words: wordsOf(passage.text),
      heading: wordsOf(passage.heading),
    })),
  };
}

/**
 * Passages that speak of what is asked, the best first. Pure: the same question over the same texts gives the same answer.
 * @param asked with the number of texts in which each stands: rare words tell more
 */
export function scorePassages(
  question: string,
  asked: readonly AskedWord[],
  documents: readonly CutDocument[],
): ScoredPassage[] {
  const most = Math.max(1, ...asked.map((word) => word.entries));
  const weights = asked.map((word) => ({ word, weight: weightOf(word, most) }));
  const whole = weights.reduce((sum, one) => sum + one.weight, 0);
  if (whole === 0) return [];
  const wanted = wantedOf(question);
  const scored = documents.flatMap((cut) => {
    const everywhere = cut.whole;
    return cut.passages.map(({ passage, words, heading }) => {
      let [cover, own, isAbout] = [0, 0, false];
      for (const { word, weight } of weights) {
        const place = placeOf(word, { words, heading, named: cut.named, everywhere });
        cover += weight * place;
        if (place === PLACES.own) own += weight;
        isAbout ||= word.text.length > 1 && (stands(word, cut.named) || stands(word, heading));
      }
      const answered = wanted.filter((one) => answersTo(one, passage.text)).length / Math.max(1, wanted.length);
      const score = cover / whole + (OWN_AGAIN * own) / whole + (wanted.length > 0 ? WANTED * answered : 0);
      const less = (isAbout ? 1 : BESIDE) * (wanted.length > 0 && answered === 0 ? UNWANTED : 1);
      return { document: cut.document, passage, score, cover: own > 0 ? (cover / whole) * less : 0 };
    });
  });
  return scored.sort(
    (a, b) =>
      b.score - a.score ||
      (a.document.datedOn < b.document.datedOn ? 1 : a.document.datedOn > b.document.datedOn ? -1 : 0) ||
      a.document.number - b.document.number ||
      a.passage.place - b.passage.place,
  );
}

/** A single character tells little: it stands in many words. */
function weightOf({ text, entries }: AskedWord, most: number): number {
  const weight = Math.log(1 + (most + 1) / (1 + entries)) + 0.3;
  return text.length === 1 ? weight * SINGLE : weight;
}

interface Around {
  readonly words: CutText;
  readonly heading: CutText;
  readonly named: CutText;
  readonly everywhere: CutText;
}

function placeOf(word: AskedWord, { words, heading, named, everywhere }: Around): number {
  if (stands(word, words)) return PLACES.own;
  if (stands(word, heading)) return PLACES.heading;
  if (stands(word, named)) return PLACES.named;
  return stands(word, everywhere) ? PLACES.elsewhere : 0;
}

/** As words, or letter by letter: what the cutter took apart in the question may stand whole in the text. */
function stands({ text, alternatives }: AskedWord, cut: CutText): boolean {
  if (cut.text.includes(text)) return true;
  return alternatives.some((all) =>
    all.every((word) => cut.words.has(word) || (word.length !== 2 && cut.text.includes(word))),
  );
}
