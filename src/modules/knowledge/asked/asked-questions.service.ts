import { createHmac } from 'node:crypto';
import { addDays, localDateAt } from '../../../kernel/local-date.ts';
import { fold, keptQuery, Segmenter } from '../../search/index.ts';
import type { KnowledgeContext } from '../knowledge.context.ts';
import { askedFigures, askedInVain, countQuestion, forgetQuestions, noteUnclear } from './asked-questions.store.ts';

const QUESTIONS_A_DAY = 5000;
const LONGEST_KEPT = 80;
const KEPT_DAYS = 180;
/** What may name a person is kept once so many days have seen it: then many ask it, and hardly of themselves. */
const COMMON_DAYS = 3;

/** A question as it may leave the page it was written on. */
export interface MaskedQuestion {
  readonly text: string;
  /** It may still name a person or a home, which no rule can settle. */
  readonly isUnclear: boolean;
}

/** What people ask the portal: masked, counted by day, never with who asked. */
export class AskedQuestionsService {
  readonly #context: KnowledgeContext;
  readonly #segmenter = new Segmenter();

  constructor(context: KnowledgeContext) {
    this.#context = context;
  }

  async masked(question: string): Promise<MaskedQuestion> {
    const kept = keptQuery(question, this.#segmenter);
    return { text: kept.text, isUnclear: await this.#context.words.isUnclear(kept) };
  }

  async count({ text, isUnclear }: MaskedQuestion, isAnswered: boolean): Promise<void> {
    const { platform } = this.#context;
    const day = localDateAt(platform.clock.now());
    const kept = fold(text);
    if (kept === '' || kept.length > LONGEST_KEPT) return;
    if (isUnclear) {
      const digest = createHmac('sha256', platform.secrets.key('asked questions')).update(kept).digest();
      if ((await noteUnclear(this.#db, digest, day, QUESTIONS_A_DAY)) < COMMON_DAYS) return;
    }
    await countQuestion(this.#db, { text: kept, day, isAnswered }, QUESTIONS_A_DAY);
  }

  inVain(days: number, limit: number) {
    return askedInVain(this.#db, addDays(localDateAt(this.#context.platform.clock.now()), -days), limit);
  }

  figures(days: number) {
    return askedFigures(this.#db, addDays(localDateAt(this.#context.platform.clock.now()), -days));
  }

  async forgetOld(): Promise<void> {
    await forgetQuestions(this.#db, addDays(localDateAt(this.#context.platform.clock.now()), -KEPT_DAYS));
  }

  get #db() {
    return this.#context.platform.database.kysely;
  }
}
