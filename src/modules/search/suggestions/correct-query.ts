import type { Queryable } from '../../../platform/db/database.ts';
import { soundOf } from '../words/pinyin.ts';
import type { Segmenter } from '../words/segmenter.ts';
import { knownWords, nearestWord } from './words.store.ts';

const HAN_RUN = /^\p{Script=Han}{2,12}$/u;
const LETTERS = /^[a-z]{4,40}$/;

/**
 * What the reader may have meant when nothing was found: words the index does not know are replaced by those that sound the same or differ in
 * one character; a query in pinyin by the word it spells.
 *
 * @param text folded query
 * @returns undefined when nothing nearer is known
 */
export async function correctQuery(db: Queryable, segmenter: Segmenter, text: string): Promise<string | undefined> {
  if (LETTERS.test(text)) return nearestWord(db, text, text);
  if (HAN_RUN.test(text)) {
    const whole = await nearestWord(db, text, soundOf(text), !isWord(segmenter, text));
    if (whole) return whole;
  }
  const runs = runsOf(segmenter, text);
  const known = await knownWords(db, runs);
  let corrected = text;
  for (const run of runs) {
    if (known.has(run) || !HAN_RUN.test(run)) continue;
    const nearest = await nearestWord(db, run, soundOf(run), !isWord(segmenter, run));
    if (nearest) corrected = corrected.replace(run, nearest);
  }
  return corrected === text ? undefined : corrected;
}

/** A word of the dictionary is rightly written (停车费), however near another one is (停车场); only a slip of the ear may stand behind it. */
function isWord(segmenter: Segmenter, text: string): boolean {
  const pieces = segmenter.cut(text);
  return pieces.length === 1 && pieces[0]?.kind === 'word';
}

/** Words, and neighbouring single characters taken together: a mistyped word falls apart into them. */
function runsOf(segmenter: Segmenter, text: string): string[] {
  const runs: string[] = [];
  let open = '';
  for (const piece of segmenter.cut(text)) {
    if (piece.kind === 'single') {
      open += piece.text;
      continue;
    }
    if (open.length > 1) runs.push(open);
    open = '';
    runs.push(piece.text);
  }
  if (open.length > 1) runs.push(open);
  return runs;
}
