import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { localDate } from '../src/kernel/local-date.ts';
import type { SearchEntry } from '../src/modules/search/entries/search-entry.ts';

const CHARACTERS = 1500;
const UNITS = Array.from({ length: 66 }, (_, i) => `00000000-0000-4000-8000-${String(i).padStart(12, '0')}`);
const VALIDITIES = ['inForce', 'inForce', 'inForce', 'expired', 'repealed', 'amended'];
const TOPICS = Array.from({ length: 15 }, (_, i) => `主题${i + 1}`);

/**
 * Numbers from 0 to 1, the same sequence in every run, so that runs can be compared. Its cycle is of 2^32 steps: a shorter one makes texts
 * of few words, each in every sixth document.
 */
export function sequence(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const dictionary = readFileSync(fileURLToPath(import.meta.resolve('@node-rs/jieba/dict.txt')), 'utf8')
  .split('\n')
  .map((line) => line.split(' '))
  .filter(([word]) => /^\p{Script=Han}{1,4}$/u.test(word ?? ''))
  .map(([word, times]) => ({ word: word ?? '', times: Number(times) }))
  .sort((a, b) => b.times - a.times)
  .slice(0, 60_000);
const sums: number[] = [];
for (const { times } of dictionary) sums.push((sums.at(-1) ?? 0) + times ** 0.9);

function drawnWord(random: () => number): string {
  const aim = random() * (sums.at(-1) ?? 0);
  let [low, high] = [0, sums.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sums[middle] ?? 0) < aim) low = middle + 1;
    else high = middle;
  }
  return dictionary[low]?.word ?? '';
}

function textOf(random: () => number, characters: number): string {
  let text = '';
  while (text.length < characters) text += drawnWord(random) + (random() < 0.1 ? '，' : '');
  return text;
}

/** A document of 1,500 characters, the same for its place in every run. */
export function drawnEntry(at: number, documents: number): SearchEntry {
  const random = sequence(at);
  const year = 2000 + Math.floor((at / documents) * 27);
  return {
    number: at + 1,
    kind: at % 5 === 0 ? 'interpretation' : 'policyDocument',
    unitId: UNITS[at % UNITS.length] ?? '',
    year,
    validity: VALIDITIES[at % VALIDITIES.length] ?? null,
    topics: [TOPICS[at % TOPICS.length] ?? ''],
    datedOn: localDate(`${year}-06-01`),
    documentNumber: `明府办〔${year}〕${at + 1}号`,
    title: `关于${textOf(random, 14)}的通知`,
    names: ['明湖区教育局'],
    body: textOf(random, CHARACTERS),
  };
}
