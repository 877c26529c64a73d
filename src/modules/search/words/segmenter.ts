import { Jieba } from '@node-rs/jieba';
import { dict } from '@node-rs/jieba/dict.js';
import { DOMAIN_WORDS } from './domain-words.ts';

/** One piece of a text: a word of the dictionary, a Latin word or number, or a single Han character that belongs to no word. */
export interface Piece {
  readonly text: string;
  readonly kind: 'word' | 'latin' | 'single';
  readonly start: number;
}

const HAN = /^\p{Script=Han}+$/u;
const LATIN = /^[\p{L}\p{N}][\p{L}\p{N}.+#-]*$/u;

/**
 * Cuts Chinese text into the words of a dictionary. Words that the dictionary lacks are left as single characters instead of being guessed
 * from their neighbours: a guess depends on the sentence, and a query has none.
 */
export class Segmenter {
  readonly #jieba: Jieba;
  readonly #halves = new Map<string, readonly string[]>();

  /** @param names proper names of this place that no dictionary has, for example of its units */
  constructor(names: Iterable<string> = []) {
    this.#jieba = Jieba.withDict(dict);
    this.learn([...DOMAIN_WORDS, ...names]);
  }

  learn(words: Iterable<string>): void {
    const lines = [...words].filter((word) => HAN.test(word) && word.length > 1).map((word) => `${word} 5000`);
    if (lines.length > 0) this.#jieba.loadDict(Buffer.from(`${lines.join('\n')}\n`));
    this.#halves.clear();
  }

  /** Pieces in order; punctuation and blanks are left out. `start` counts UTF-16 units of the folded text. */
  cut(text: string): Piece[] {
    const pieces: Piece[] = [];
    let at = 0;
    for (const token of this.#jieba.cut(text, false)) {
      const kind = kindOf(token);
      if (kind) pieces.push({ text: token, kind, start: at });
      at += token.length;
    }
    return joinLatin(pieces);
  }

  /**
   * The smaller words a long word is made of: 人民政府 → 人民, 政府 and never 民政, which only happens to stand in it.
   * Empty when it has no smaller words.
   */
  parts(word: string): readonly string[] {
    const known = this.#halves.get(word);
    if (known) return known;
    const found = HAN.test(word) && word.length > 2 ? this.#split(word) : [];
    this.#halves.set(word, found);
    return found;
  }

  /** Whether the dictionary has it as the name of a person. */
  isPersonsName(word: string): boolean {
    return this.#jieba.tag(word, false).every(({ tag }) => tag.startsWith('nr'));
  }

  /** Whether it names a thing, a place or a matter: what the dictionary has as a verb, an adjective or a particle does not; learned words do. */
  isThing(word: string): boolean {
    return this.#jieba.tag(word, false).some(({ tag }) => !/^(?:v(?!n)|a(?!n)|[dpcmqrfuyzeo])/.test(tag));
  }

  #split(word: string): string[] {
    const at = splitPoints(word.length).find((point) => this.#stands(word.slice(0, point), word.slice(point)));
    if (at === undefined) return [];
    return [word.slice(0, at), word.slice(at)].flatMap((half) => [
      ...(half.length > 1 ? [half] : []),
      ...this.parts(half),
    ]);
  }

  /** Both halves are words; one may be a single character (养老|院), never both. */
  #stands(left: string, right: string): boolean {
    return (left.length > 1 || right.length > 1) && this.#isWord(left) && this.#isWord(right);
  }

  #isWord(text: string): boolean {
    return text.length === 1 || this.#jieba.cut(text, false).length === 1;
  }
}

/** Even halves first, then the longer half in front: Chinese nouns carry their class at the end (学|校, 补贴|款). */
function splitPoints(length: number): number[] {
  const middle = length / 2;
  return Array.from({ length: length - 1 }, (_, i) => i + 1).sort(
    (a, b) => Math.abs(a - middle) - Math.abs(b - middle) || b - a,
  );
}

function kindOf(token: string): Piece['kind'] | undefined {
  if (HAN.test(token)) return token.length === 1 || [...token].length === 1 ? 'single' : 'word';
  return LATIN.test(token) ? 'latin' : undefined;
}

/** The cutter parts wi-fi and 3.5 at the sign; people look for the whole. */
function joinLatin(pieces: readonly Piece[]): Piece[] {
  const joined: Piece[] = [];
  for (const piece of pieces) {
    const last = joined.at(-1);
    if (piece.kind === 'latin' && last?.kind === 'latin' && last.start + last.text.length === piece.start) {
      joined[joined.length - 1] = { ...last, text: last.text + piece.text };
    } else joined.push(piece);
  }
  return joined;
}
