import type { LocalDate } from '../../../kernel/local-date.ts';
import type { OpenItem } from '../../publications/index.ts';
import type { AskedQuestionsService } from '../asked/asked-questions.service.ts';
import { type KnowledgeContext, unitRefs } from '../knowledge.context.ts';
import { AnswerModel } from '../model/answer-model.ts';
import type { CitedSentence } from '../model/check-answer.ts';
import type { ReadDocument } from '../passages/passage.ts';
import { passageHref } from '../passages/passage-href.ts';
import { AnswerFinder } from './answer-finder.ts';
import type { ScoredPassage } from './score-passages.ts';

/** A passage as an answer shows it: word for word, with the way to it. */
export interface CitedPassage {
  readonly number: number;
  readonly kind: string;
  readonly title: string;
  readonly documentNumber: string | null;
  readonly unit: string;
  readonly datedOn: LocalDate;
  /** Null: of a kind that has none. */
  readonly validity: string | null;
  readonly heading: string;
  readonly text: string;
  readonly href: string;
}

export interface Answer {
  /** False: nothing in it is a question; it is answered as not known, with how to ask. */
  readonly asksSomething: boolean;
  /** Empty: not known. */
  readonly passages: readonly CitedPassage[];
  /** What a model made of the passages, each sentence with its own; null: passages alone. */
  readonly sentences: readonly CitedSentence[] | null;
}

/** What nobody can rely on any more answers nothing. */
const OVER = new Set(['repealed', 'expired']);
const LONGEST_PASSAGE = 500;

/** Answers with what is public, word for word, and says when it does not know (SRCH-1). */
export class AnswersService {
  readonly #context: KnowledgeContext;
  readonly #asked: AskedQuestionsService;
  readonly #finder: AnswerFinder;
  readonly #model: AnswerModel | null;

  constructor(context: KnowledgeContext, asked: AskedQuestionsService) {
    this.#context = context;
    this.#asked = asked;
    this.#finder = new AnswerFinder({ search: context.search, read: (numbers) => this.#read(numbers) });
    const { answerModel } = context.platform.config;
    this.#model = answerModel ? new AnswerModel(answerModel) : null;
  }

  get hasModel(): boolean {
    return this.#model !== null;
  }

  /** What asks nothing (`askedPart`) is not looked for and not kept: it is no gap that anybody could fill. */
  async ask(written: string): Promise<Answer> {
    const question = this.#finder.asked(written);
    if (question === null) return { asksSomething: false, passages: [], sentences: null };
    const { passages: found } = await this.#finder.find(question);
    const masked = await this.#asked.masked(question);
    await this.#asked.count(masked, found.length > 0);
    if (found.length === 0) return { asksSomething: true, passages: [], sentences: null };
    const passages = await this.#cited(found);
    // What may name somebody never leaves this machine, masked or not.
    const asksModel = this.#model !== null && !masked.isUnclear;
    const sentences = asksModel
      ? await this.#model.answer(
          masked.text,
          passages.map((one) => told(one)),
        )
      : null;
    return { asksSomething: true, passages, sentences };
  }

  async #read(numbers: readonly number[]): Promise<readonly ReadDocument[]> {
    const { publications, library } = this.#context;
    const validities = await library.open.validities(numbers);
    const items = await Promise.all(numbers.map((number) => publications.open.item(number)));
    return items.flatMap((item) =>
      item?.status === 'public' && !OVER.has(validities.get(item.number) ?? '') ? readOf(item) : [],
    );
  }

  async #cited(found: readonly ScoredPassage[]): Promise<CitedPassage[]> {
    const { publications, library } = this.#context;
    const units = await unitRefs(this.#context);
    const validities = await library.open.validities(found.map((one) => one.document.number));
    return Promise.all(
      found.map(async ({ document, passage }) => {
        const item = await publications.open.item(document.number);
        const number = item?.fields.documentNumber;
        return {
          number: document.number,
          kind: document.kind,
          title: document.title,
          documentNumber: typeof number === 'string' && number !== '' ? number : null,
          unit: units.get(document.unitId)?.shortName ?? '',
          datedOn: document.datedOn,
          validity: validities.get(document.number) ?? null,
          heading: passage.heading,
          text: passage.text.length > LONGEST_PASSAGE ? `${passage.text.slice(0, LONGEST_PASSAGE)}……` : passage.text,
          href: passageHref(document.number, passage.anchor),
        };
      }),
    );
  }
}

function told({ title, heading, text }: CitedPassage): string {
  return `《${title}》${heading === '' ? '' : ` ${heading}`}：${text}`;
}

const NAMES = ['wordings', 'tags', 'audiences', 'issuer', 'question'];

function readOf(item: OpenItem): ReadDocument {
  return {
    number: item.number,
    ordinal: item.ordinal,
    kind: item.kind,
    unitId: item.unitId,
    title: item.title,
    names: NAMES.flatMap((field) => {
      const value = item.fields[field];
      return Array.isArray(value) ? value : typeof value === 'string' ? [value] : [];
    }),
    bodyHtml: item.bodyHtml,
    datedOn: item.datedOn,
  };
}
