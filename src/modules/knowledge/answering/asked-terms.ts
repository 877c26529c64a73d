import { fold, type Relevant } from '../../search/index.ts';
import { equivalentsOf } from './everyday-words.ts';
import { tellingTerms, withoutAsking } from './question-words.ts';

/** Something that the question is about, in every way in which a text may say it. */
export interface AskedWord {
  readonly text: string;
  /** Each a set of words that must all stand there. */
  readonly alternatives: readonly (readonly string[])[];
  /** In how many texts it stands, however it is said. */
  readonly entries: number;
  /** Names a thing or a matter; what is done with it tells less. */
  readonly isThing: boolean;
}

/** What a search is to look for, for the question. */
export interface LookedFor {
  /** Without the words of asking, everyday words apart from their neighbours. */
  readonly written: string;
  /** In which words offices write the everyday ones. */
  readonly alsoSaid: ReadonlyMap<string, readonly string[]>;
}

/** Words that spell an everyday word together (打疫苗) are taken as one. */
const LONGEST_RUN = 4;

/**
 * @param cut into words, singles apart
 * @param halves the smaller words in a word
 */
export function lookedFor(
  question: string,
  cut: (text: string) => readonly string[],
  halves: (word: string) => readonly string[],
): LookedFor {
  const alsoSaid = new Map<string, readonly string[]>();
  const parts = withoutAsking(question)
    .split(' ')
    .map((part) => {
      const words = cut(part).flatMap((word) => everydayHalves(word, halves));
      const pieces: string[] = [];
      let written = '';
      for (let at = 0; at < words.length; ) {
        const length = longestEverydayWord(words, at);
        const text = words.slice(at, at + Math.max(1, length)).join('');
        at += Math.max(1, length);
        if (length === 0) {
          written += text;
          continue;
        }
        alsoSaid.set(text, equivalentsOf(text));
        if (written !== '') pieces.push(written);
        pieces.push(text);
        written = '';
      }
      return [...pieces, written].join(' ');
    });
  return { written: parts.join(' '), alsoSaid };
}

/** A long word that no table has, of which a half is an everyday word (民办小学), is taken by its halves. */
function everydayHalves(word: string, halves: (word: string) => readonly string[]): readonly string[] {
  if (equivalentsOf(word).length > 0) return [word];
  const parts = halves(word).filter((part) => part.length > 1);
  const isWhole = parts.join('') === word;
  return isWhole && parts.some((part) => equivalentsOf(part).length > 0) ? parts : [word];
}

function longestEverydayWord(words: readonly string[], at: number): number {
  for (let length = Math.min(LONGEST_RUN, words.length - at); length > 0; length -= 1) {
    if (equivalentsOf(words.slice(at, at + length).join('')).length > 0) return length;
  }
  return 0;
}

/** @param terms of what `lookedFor` gave */
export function askedWords(terms: Relevant['terms'], isThing: (word: string) => boolean): AskedWord[] {
  return tellingTerms(terms.flatMap(apart)).map((term) => ({ ...term, isThing: isThing(term.text) }));
}

/** Characters that belong to no word are looked for by the pairs with their neighbours; asked freely (能养几只), the pairs say nothing. */
function apart(term: Relevant['terms'][number]): Relevant['terms'][number][] {
  const isWord = term.alternatives.some((all) => all.join('') === term.text) && term.text.length > 1;
  const isSpelled = !isWord && /^\p{Script=Han}{1,4}$/u.test(term.text);
  if (!isSpelled || term.alternatives.some((all) => all.some((word) => !isPairOf(word, term.text)))) return [term];
  return [...fold(term.text)].map((character) => ({ ...term, text: character, alternatives: [[character]] }));
}

function isPairOf(word: string, text: string): boolean {
  return word.length <= 2 && [...word].some((character) => text.includes(character));
}
