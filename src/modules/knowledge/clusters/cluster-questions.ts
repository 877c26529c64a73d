import type { LocalDate } from '../../../kernel/local-date.ts';
import { fold, isStopWord, type Segmenter } from '../../search/index.ts';
import { equivalentsOf } from '../answering/everyday-words.ts';
import { isEmptyWord, withoutAsking } from '../answering/question-words.ts';
import type { QuestionSource } from '../knowledge-words.ts';

/** One question, or one masked text that was asked several times. */
export interface Question {
  readonly source: QuestionSource;
  /** Id of a letter, or the text itself. */
  readonly key: string;
  /** What it is about, in short. */
  readonly title: string;
  /** What is asked at length; empty: nothing more. */
  readonly text: string;
  readonly times: number;
  readonly firstOn: LocalDate;
  readonly lastOn: LocalDate;
  readonly unitId: string | null;
  readonly policyNumber: number | null;
}

/** Of two groups that ask the same the questions are at least so near on the average; chosen on judged questions (clusters/judged-clusters.fixtures.ts). */
const SAME = 0.34;
/** Words of the question in full count less than those of its title. */
const IN_TEXT = 0.35;
const IN_PAIR = 0.25;
const TEXT_READ = 120;
/** A word that so large a share of all questions has tells nothing of what they ask. */
const EVERYWHERE = 0.12;
/** Of fewer questions it cannot be told which words are rare. */
const FEW = 150;

const EMPTY_TITLE = /咨询|求助|请教|反映|留言|有个|有一?个?问题|想问|问一?下|相关|情况|问题|关于|的事/gu;

type Vector = ReadonlyMap<string, number>;

/**
 * Questions that ask the same, in groups; alone stays who is alone. Deterministic: the order in which questions are given changes nothing.
 * Nearest pairs first, two groups are joined when all their questions are near enough on the average; rare words count more.
 */
export function clusterQuestions(questions: readonly Question[], segmenter: Segmenter): Question[][] {
  const ordered = [...questions].sort((a, b) => (idOf(a) < idOf(b) ? -1 : 1));
  const features = ordered.map((question) => featuresOf(question, segmenter));
  const vectors = weighted(features);
  const pairs = nearPairs(vectors);
  const groups = new Map(ordered.map((_, at) => [at, { members: [at], sum: vectors[at] as Vector }]));
  const groupOf = ordered.map((_, at) => at);
  for (const { one, other } of pairs) {
    const [left, right] = [groupOf[one] as number, groupOf[other] as number];
    if (left === right) continue;
    const [a, b] = [groups.get(left), groups.get(right)];
    if (!a || !b || dot(a.sum, b.sum) / (a.members.length * b.members.length) < SAME) continue;
    for (const member of b.members) groupOf[member] = left;
    groups.set(left, { members: [...a.members, ...b.members], sum: added(a.sum, b.sum) });
    groups.delete(right);
  }
  return [...groups.values()].map(({ members }) => members.map((at) => ordered[at] as Question));
}

/** The question that is nearest to all others of its group: by its words the group is called. */
export function nearestToAll(questions: readonly Question[], segmenter: Segmenter): Question {
  const vectors = weighted(questions.map((question) => featuresOf(question, segmenter)));
  const sum = vectors.reduce(added, new Map());
  const [first] = questions;
  if (!first) throw new Error('a group of no questions');
  return questions.reduce(
    (best, question, at) => {
      const near = dot(vectors[at] as Vector, sum);
      return near > best.near + 1e-9 ? { question, near } : best;
    },
    { question: first, near: -1 },
  ).question;
}

export function idOf({ source, key }: Pick<Question, 'source' | 'key'>): string {
  return `${source} ${key}`;
}

function featuresOf({ title, text }: Question, segmenter: Segmenter): Map<string, number> {
  const features = new Map<string, number>();
  const put = (word: string, weight: number) => features.set(word, Math.max(features.get(word) ?? 0, weight));
  let words = 0;
  const read = (part: string, weight: number) => {
    const plain = fold(withoutAsking(part));
    for (const { text: word, kind } of segmenter.cut(plain)) {
      if (kind === 'single' || isStopWord(word) || isEmptyWord(word)) continue;
      words += 1;
      put(sameWord(word), weight);
      for (const half of segmenter.parts(word)) if (half.length > 1) put(sameWord(half), weight * 0.35);
    }
    for (const run of plain.match(/\p{Script=Han}+/gu) ?? [])
      for (let at = 0; at + 1 < run.length; at += 1) put(`·${run.slice(at, at + 2)}`, weight * IN_PAIR);
  };
  read(title.replaceAll(EMPTY_TITLE, ' '), 1);
  // 咨询, 有个问题: only the text says what is asked.
  if (text !== '' && text !== title) read(text.slice(0, TEXT_READ), words === 0 ? 1 : IN_TEXT);
  return features;
}

/** One for all words that mean the same. */
function sameWord(word: string): string {
  return [word, ...equivalentsOf(word)].sort()[0] ?? word;
}

function weighted(features: readonly ReadonlyMap<string, number>[]): Vector[] {
  const standing = new Map<string, number>();
  for (const one of features) for (const word of one.keys()) standing.set(word, (standing.get(word) ?? 0) + 1);
  const count = Math.max(FEW, features.length);
  const most = Math.max(8, count * EVERYWHERE);
  return features.map((one) => {
    const vector = new Map<string, number>();
    for (const [word, weight] of one) {
      const times = standing.get(word) ?? 1;
      if (times > most) continue;
      vector.set(word, weight * Math.log(1 + count / times));
    }
    return unit(vector);
  });
}

/** Through the words that they share: most pairs share none. */
function nearPairs(
  vectors: readonly Vector[],
): { readonly one: number; readonly other: number; readonly near: number }[] {
  const places = new Map<string, number[]>();
  const found: { one: number; other: number; near: number }[] = [];
  for (const [at, vector] of vectors.entries()) {
    const near = new Map<number, number>();
    for (const [word, weight] of vector) {
      const before = places.get(word) ?? [];
      for (const other of before) near.set(other, (near.get(other) ?? 0) + weight * (vectors[other]?.get(word) ?? 0));
      before.push(at);
      places.set(word, before);
    }
    for (const [other, value] of near) if (value >= SAME) found.push({ one: other, other: at, near: value });
  }
  return found.sort((a, b) => b.near - a.near || a.one - b.one || a.other - b.other);
}

function added(a: Vector, b: Vector): Vector {
  const sum = new Map(a);
  for (const [word, weight] of b) sum.set(word, (sum.get(word) ?? 0) + weight);
  return sum;
}

function dot(a: Vector, b: Vector): number {
  const [less, more] = a.size <= b.size ? [a, b] : [b, a];
  let sum = 0;
  for (const [word, weight] of less) sum += weight * (more.get(word) ?? 0);
  return sum;
}

function unit(vector: Vector): Vector {
  const length = lengthOf(vector);
  return length === 0 ? vector : new Map([...vector].map(([word, weight]) => [word, weight / length]));
}

function lengthOf(vector: Vector): number {
  let sum = 0;
  for (const weight of vector.values()) sum += weight * weight;
  return Math.sqrt(sum);
}
