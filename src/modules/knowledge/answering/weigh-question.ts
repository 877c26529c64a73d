import type { AskedWord } from './asked-terms.ts';
import { type Audience, audienceOf, namesAudience } from './audience-words.ts';
import { type Wanted, wantedOf } from './question-words.ts';

export interface WeighedWord {
  readonly word: AskedWord;
  readonly weight: number;
}

/** A question as passages are held against it. */
export interface WeighedQuestion {
  readonly words: readonly WeighedWord[];
  /** Of all words together. */
  readonly whole: number;
  /** The weightiest word of two characters and more: what the question is about before all. */
  readonly head: AskedWord | null;
  readonly wanted: readonly Wanted[];
  readonly audience: Audience;
}

/** A single character tells little: it stands in many words. */
const SINGLE = 0.28;
/** For whom is asked is judged apart; as a word it tells less of what about. */
const WHOM = 0.65;
/** What is done tells less than what it is done with. */
const DEED = 0.65;
/** 能办, 好不好, 给发: how it is asked, in a word that no text has. */
const MODAL = /^[能可要会想不没好太很就给有还该别去来]/u;
const MODAL_WEIGHT = 0.3;
/** Rarity, flattened a little. */
const POWER = 0.93;

/** @param asked with the number of texts in which each stands: rare words tell more */
export function weighQuestion(written: string, asked: readonly AskedWord[]): WeighedQuestion {
  const most = Math.max(1, ...asked.map((word) => word.entries));
  const words = asked.map((word) => ({ word, weight: weightOf(word, most) }));
  const [head] = words.filter(({ word }) => word.text.length > 1).sort((a, b) => b.weight - a.weight);
  return {
    words,
    whole: words.reduce((sum, one) => sum + one.weight, 0),
    head: head?.word ?? null,
    wanted: wantedOf(written),
    audience: audienceOf(written),
  };
}

function weightOf({ text, entries, isThing }: AskedWord, most: number): number {
  const weight = (Math.log(1 + (most + 1) / (1 + entries)) + 0.3) ** POWER;
  if (namesAudience(audienceOf(text))) return weight * WHOM;
  if (text.length === 1) return weight * SINGLE;
  if (isThing) return weight;
  if (entries > 0) return weight * DEED;
  return MODAL.test(text) ? weight * MODAL_WEIGHT : weight;
}
