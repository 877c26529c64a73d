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
}

/** What a search is to look for, for the question: its own words and those in which offices write the same. */
export function searchedFor(question: string, cut: (text: string) => readonly string[]): string {
  const about = withoutAsking(question);
  const others = cut(about).flatMap(equivalentsOf);
  return [about, ...new Set(others)].join(' ');
}

/** @param terms of what `searchedFor` gave, of which those of the question itself are kept */
export function askedWords(question: string, terms: Relevant['terms']): AskedWord[] {
  const about = fold(withoutAsking(question));
  const entriesOf = new Map(terms.map((term) => [term.text, term.entries]));
  const asked = terms.filter((term) => about.includes(term.text)).flatMap(apart);
  return tellingTerms(asked).map(({ text, alternatives, entries }) => {
    const others = equivalentsOf(text);
    return {
      text,
      alternatives: [...alternatives, ...others.map((other) => [other])],
      entries: Math.max(entries, ...others.map((other) => entriesOf.get(other) ?? 0)),
    };
  });
}

/** Characters that belong to no word are looked for by the pairs with their neighbours; asked freely (能养几只), the pairs say nothing. */
function apart(term: Relevant['terms'][number]): Relevant['terms'][number][] {
  const isWord = term.alternatives.some((all) => all.join('') === term.text) && term.text.length > 1;
  const isSpelled = !isWord && /^\p{Script=Han}{1,4}$/u.test(term.text);
  if (!isSpelled || term.alternatives.some((all) => all.some((word) => !isPairOf(word, term.text)))) return [term];
  return [...term.text].map((character) => ({ ...term, text: character, alternatives: [[character]] }));
}

function isPairOf(word: string, text: string): boolean {
  return word.length <= 2 && [...word].some((character) => text.includes(character));
}
