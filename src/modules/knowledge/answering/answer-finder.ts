import { fold, indexWords, type SearchService, Segmenter } from '../../search/index.ts';
import type { ReadDocument } from '../passages/passage.ts';
import { passagesOf } from '../passages/passages-of.ts';
import { askedPart } from './asked-part.ts';
import { askedWords, lookedFor } from './asked-terms.ts';
import { type CutDocument, cutDocument } from './cut-document.ts';
import { type ScoredPassage, scorePassages } from './score-passages.ts';

export interface FinderSources {
  readonly search: { relevant: SearchService['relevant'] };
  /** Those of the numbers that are public and hold today; others are left out. */
  read(numbers: readonly number[]): Promise<readonly ReadDocument[]>;
}

export interface FoundPassages {
  /** Empty: not known. The best first, at most three. */
  readonly passages: readonly ScoredPassage[];
  /** Of the best passage that was found, shown or not. */
  readonly cover: number;
}

/** Texts looked into for one question. */
const DOCUMENTS = 20;
const ANSWERS = 4;
const SHOWN = 3;
/**
 * Below this share of what is asked the best passage merely uses some of the words. Chosen on the half of the judged questions that was looked
 * at (demo/knowledge): wrong answers cost more trust than silence.
 */
export const LEAST_COVER = 0.46;
/** A second passage is shown when it speaks of nearly as much. */
const NEARLY = 0.75;
const KEPT_DOCUMENTS = 500;

/**
 * Finds the passages that answer a question among what is public, or none (SRCH-1). Whole texts are found by the index; passages are weighed here,
 * in the words of the same index.
 */
export class AnswerFinder {
  readonly #sources: FinderSources;
  readonly #segmenter = new Segmenter();
  readonly #cut = new Map<string, CutDocument>();

  constructor(sources: FinderSources) {
    this.#sources = sources;
  }

  async find(question: string): Promise<FoundPassages> {
    const scored = await this.scored(question);
    const [best] = scored;
    const cover = best?.cover ?? 0;
    if (!best || cover < LEAST_COVER) return { passages: [], cover };
    const near = scored.filter((one) => one.cover >= LEAST_COVER && one.score >= best.score * NEARLY);
    return { passages: near.slice(0, SHOWN), cover };
  }

  /** The part of what was written that asks something, null when nothing does. */
  asked(written: string): string | null {
    return askedPart(written, this.#segmenter);
  }

  /** Every passage of the texts looked into, the best first, whether it is an answer or not. */
  async scored(question: string): Promise<readonly ScoredPassage[]> {
    const { search } = this.#sources;
    const cut = (text: string) => this.#segmenter.cut(fold(text)).map((piece) => piece.text);
    const { written, alsoSaid } = lookedFor(question, cut, (word) => this.#segmenter.parts(word));
    const [all, kept] = await Promise.all([
      search.relevant(written, DOCUMENTS, undefined, alsoSaid),
      search.relevant(written, ANSWERS, 'faq', alsoSaid),
    ]);
    const documents = await this.#sources.read([...new Set([...kept.numbers, ...all.numbers])]);
    const asked = askedWords(all.terms, (word) => this.#segmenter.isThing(word));
    return scorePassages(
      question,
      asked,
      documents.map((document) => this.#cutOf(document)),
    );
  }

  #cutOf(document: ReadDocument): CutDocument {
    const key = `${document.number}.${document.ordinal}`;
    const known = this.#cut.get(key);
    if (known) return known;
    const words = (text: string) => ({ text: fold(text), words: indexWords(this.#segmenter, fold(text)) });
    const cut = cutDocument(document, passagesOf(document.bodyHtml), words);
    this.#cut.set(key, cut);
    for (const oldest of this.#cut.keys()) {
      if (this.#cut.size <= KEPT_DOCUMENTS) break;
      this.#cut.delete(oldest);
    }
    return cut;
  }
}
