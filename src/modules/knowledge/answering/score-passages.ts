import type { Passage, ReadDocument } from '../passages/passage.ts';
import type { AskedWord } from './asked-terms.ts';
import { isForOthers } from './audience-words.ts';
import { answersOneQuestion, type CutDocument, type CutPassage, type CutText, stands } from './cut-document.ts';
import { answersTo, isEmptyWord } from './question-words.ts';
import { type WeighedQuestion, weighQuestion } from './weigh-question.ts';

export interface ScoredPassage {
  readonly document: ReadDocument;
  readonly passage: Passage;
  /** Orders passages of one question. */
  readonly score: number;
  /** 0 to 1: how much of what the question is about is spoken of here; what decides whether it is an answer at all. */
  readonly cover: number;
}

/** What a word of the question counts, by where it is found. */
const PLACES = { own: 1, title: 1, named: 0.84, heading: 0.65, elsewhere: 0.55 } as const;
type Place = keyof typeof PLACES;

/** What orders passages that cover as much: words of the passage itself, together in one sentence, with an answer of the kind asked for. */
const ORDER = {
  own: 0.2,
  sentence: 0.15,
  sentenceAnswers: 0.14,
  answers: 0.1,
  askedBefore: 0.15,
  missed: 0.85,
} as const;

/** What makes doubtful that it is an answer at all: factors on what is covered. */
const DOUBTS = {
  /** Asked when, a passage that names no time; asked how much, one without an amount. */
  missed: 0.35,
  /** What is asked about stands in no title, no name and no heading: the text is about something else. */
  beside: 0.5,
  /** What the question is about before all stands nowhere in the text, or in another passage. */
  headless: 0.95,
  headFar: 0.9,
  /** The words stand there, but each in a sentence of its own. */
  scattered: 0.55,
  /** It tells what was done, seldom what holds. */
  report: 0.85,
} as const;
const REPORTS = new Set(['statutoryContent', 'opennessReport', 'interpretationContest']);
/** So much of an earlier question must be asked again for its words to count as those of the answer. */
const ASKED_AGAIN = 0.65;
/** A sentence that holds so many of the words is about them, whatever the title says. */
const TOLD_TOGETHER = 3;

/**
 * Passages that speak of what is asked, the best first, without those that are meant for others. Pure: the same question over the same texts
 * gives the same answer.
 */
export function scorePassages(
  written: string,
  asked: readonly AskedWord[],
  documents: readonly CutDocument[],
): ScoredPassage[] {
  const question = weighQuestion(written, asked);
  if (question.whole === 0) return [];
  const scored = documents.flatMap((cut) => {
    const again = askedAgain(question, cut);
    return cut.passages
      .filter((one) => !isForOthers(question.audience, one.audience))
      .map((one) => scored1(question, cut, one, again));
  });
  return scored.sort(
    (a, b) =>
      b.score - a.score ||
      (a.document.datedOn < b.document.datedOn ? 1 : a.document.datedOn > b.document.datedOn ? -1 : 0) ||
      a.document.number - b.document.number ||
      a.passage.place - b.passage.place,
  );
}

/** @param again how much of an earlier question this one asks again */
function scored1(question: WeighedQuestion, cut: CutDocument, one: CutPassage, again: number): ScoredPassage {
  const { words, whole, wanted } = question;
  const wasAsked = again >= ASKED_AGAIN;
  let [cover, own, isAbout] = [0, 0, wasAsked];
  for (const { word, weight } of words) {
    const place = placeOf(word, cut, one);
    const isOwn = place === 'own' || (wasAsked && (place === 'title' || place === 'named'));
    cover += weight * (isOwn ? PLACES.own : place === null ? 0 : PLACES[place]);
    if (isOwn || place === 'heading') own += weight;
    isAbout ||= word.text.length > 1 && [cut.title, cut.named, one.heading].some((name) => stands(word, name));
  }
  const together = bestSentence(question, one);
  const answered = wanted.filter((kind) => answersTo(kind, one.passage.text)).length / Math.max(1, wanted.length);
  const isMissed = wanted.length > 0 && answered === 0;
  const kind = REPORTS.has(cut.document.kind) ? DOUBTS.report : 1;
  const score =
    cover / whole + (ORDER.own * own) / whole + together.value + ORDER.answers * answered + ORDER.askedBefore * again;
  const doubt =
    (isMissed ? DOUBTS.missed : 1) *
    (isAbout ? 1 : DOUBTS.beside + (together.words >= TOLD_TOGETHER ? (1 - DOUBTS.beside) * together.share : 0)) *
    doubtOfHead(question, cut, one) *
    (DOUBTS.scattered + (1 - DOUBTS.scattered) * (own > 0 ? Math.min(1, (together.share * whole) / own) : 1)) *
    kind;
  return {
    document: cut.document,
    passage: one.passage,
    score: score * (isMissed ? ORDER.missed : 1) * kind,
    cover: own > 0 ? (cover / whole) * doubt : 0,
  };
}

interface Together {
  /** Of all that is asked about, by weight. */
  readonly share: number;
  /** Words of two characters and more. */
  readonly words: number;
  /** What it adds to the order. */
  readonly value: number;
}

function bestSentence({ words, whole, wanted }: WeighedQuestion, { sentences }: CutPassage): Together {
  let best: Together = { share: 0, words: 0, value: 0 };
  for (const sentence of sentences) {
    const held = words.filter(({ word }) => stands(word, sentence));
    const share = held.reduce((sum, { weight }) => sum + weight, 0) / whole;
    const answers = wanted.some((kind) => answersTo(kind, sentence.text));
    best = {
      share: Math.max(best.share, share),
      words: Math.max(best.words, held.filter(({ word }) => word.text.length > 1).length),
      value: Math.max(best.value, share * (ORDER.sentence + (answers ? ORDER.sentenceAnswers : 0))),
    };
  }
  return best;
}

function doubtOfHead({ head }: WeighedQuestion, cut: CutDocument, one: CutPassage): number {
  const place = head ? placeOf(head, cut, one) : 'own';
  if (place === null) return DOUBTS.headless;
  return place === 'elsewhere' ? DOUBTS.headFar : 1;
}

/** How much of the question that a text answers the new one asks, too; the best of its wordings. */
function askedAgain({ words }: WeighedQuestion, { document, questions }: CutDocument): number {
  if (!answersOneQuestion(document)) return 0;
  const said = new Set(words.flatMap(({ word }) => [word.text, ...word.alternatives.flat()]));
  const shares = questions.map((earlier) => {
    const all = [...earlier.words].filter((word) => word.length > 1 && !isEmptyWord(word));
    const telling = all.filter((word) => !all.some((longer) => longer !== word && longer.includes(word)));
    return telling.length === 0 ? 0 : telling.filter((word) => said.has(word)).length / telling.length;
  });
  return Math.max(0, ...shares);
}

function placeOf(word: AskedWord, { title, named, whole }: CutDocument, { words, heading }: CutPassage): Place | null {
  const places: readonly (readonly [Place, CutText])[] = [
    ['own', words],
    ['heading', heading],
    ['title', title],
    ['named', named],
    ['elsewhere', whole],
  ];
  return places.find(([, cut]) => stands(word, cut))?.[0] ?? null;
}
