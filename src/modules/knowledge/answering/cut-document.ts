import type { Passage, ReadDocument } from '../passages/passage.ts';
import type { AskedWord } from './asked-terms.ts';
import { type Audience, audienceOf, namesAudience } from './audience-words.ts';
import { withoutAsking } from './question-words.ts';

/** Words of a text as the index has them: words, halves of words, pairs of neighbours. */
export interface CutText {
  /** Folded. */
  readonly text: string;
  readonly words: ReadonlySet<string>;
}

/** A document cut into passages, each with its words. */
export interface CutDocument {
  readonly document: ReadDocument;
  readonly title: CutText;
  /** Whatever else it is called by. */
  readonly named: CutText;
  readonly whole: CutText;
  /** Of an answer to a question: the question, in each of its wordings. */
  readonly questions: readonly CutText[];
  readonly passages: readonly CutPassage[];
}

export interface CutPassage {
  readonly passage: Passage;
  readonly words: CutText;
  readonly heading: CutText;
  readonly sentences: readonly CutText[];
  /** Whom it is meant for, by its own words, else its heading's, else the title's. */
  readonly audience: Audience;
}

/** Each is the answer to one question, and read whole. */
const QUESTION_KINDS = new Set(['faq', 'selectedReply']);

export function answersOneQuestion({ kind }: ReadDocument): boolean {
  return QUESTION_KINDS.has(kind);
}

export function cutDocument(
  document: ReadDocument,
  passages: readonly Passage[],
  wordsOf: (text: string) => CutText,
): CutDocument {
  const read = answersOneQuestion(document) ? asOne(passages) : passages;
  const questions = answersOneQuestion(document) ? [document.title, ...document.names] : [];
  return {
    document,
    title: wordsOf(document.title),
    named: wordsOf(document.names.join(' ')),
    whole: wordsOf(read.map((passage) => `${passage.heading} ${passage.text}`).join('\n')),
    questions: questions.map((text) => wordsOf(withoutAsking(text))),
    passages: read.map((passage) => ({
      passage,
      words: wordsOf(passage.text),
      heading: wordsOf(passage.heading),
      sentences: sentencesOf(passage.text).map(wordsOf),
      audience: [passage.text, passage.heading, document.title].map(audienceOf).find(namesAudience) ?? audienceOf(''),
    })),
  };
}

function asOne(passages: readonly Passage[]): readonly Passage[] {
  const [first] = passages;
  return first ? [{ ...first, text: passages.map((passage) => passage.text).join('\n') }] : [];
}

function sentencesOf(text: string): string[] {
  return text.split(/[。；！？\n]/u).filter((sentence) => sentence.length > 1);
}

/** As words, or letter by letter: what the cutter took apart in the question may stand whole in the text. */
export function stands({ text, alternatives }: AskedWord, cut: CutText): boolean {
  if (cut.text.includes(text)) return true;
  return alternatives.some((all) =>
    all.every((word) => cut.words.has(word) || (word.length !== 2 && cut.text.includes(word))),
  );
}
