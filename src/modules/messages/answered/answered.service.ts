import { excerpt } from '../../../portal/index.ts';
import type { Organisations } from '../../organisations/index.ts';
import type { OpenPublications } from '../../publications/index.ts';
import type { AnsweredItem } from './answered.contract.ts';
import { type AnsweredQuestion, AnsweredQuestions } from './answered-questions.ts';

const SHOWN = 5;
/** A district selects some hundreds a year. */
const MOST = 5000;

/** What was asked and answered in public before (MSG-12), from public records alone. */
export class AnsweredService {
  readonly #open: OpenPublications;
  readonly #organisations: Organisations;
  #kept: { readonly version: string; readonly questions: Promise<AnsweredQuestions> } | undefined;

  constructor(open: OpenPublications, organisations: Organisations) {
    this.#open = open;
    this.#organisations = organisations;
  }

  async like(text: string): Promise<AnsweredItem[]> {
    const found = (await this.#questions()).like(text, SHOWN);
    if (found.length === 0) return [];
    const units = await this.#organisations.units.all();
    const items = await Promise.all(found.map((one) => this.#open.item(one.number)));
    return items.flatMap((item) =>
      item?.status === 'public'
        ? {
            number: item.number,
            title: item.title,
            unit: textOf(item.fields.answeringUnit) || (units.find((unit) => unit.id === item.unitId)?.name ?? ''),
            answeredOn: item.datedOn,
            excerpt: excerpt(item.bodyText, 120),
          }
        : [],
    );
  }

  /** Read once for each state of what is public. */
  async #questions(): Promise<AnsweredQuestions> {
    const version = await this.#open.dataVersion();
    if (this.#kept?.version !== version) {
      const questions = this.#read();
      this.#kept = { version, questions };
      // The next one who asks tries again.
      questions.catch(() => {
        this.#kept = undefined;
      });
    }
    return this.#kept.questions;
  }

  async #read(): Promise<AnsweredQuestions> {
    const { items } = await this.#open.items({ kinds: ['selectedReply'], sort: '-datedOn', page: 1, pageSize: MOST });
    return new AnsweredQuestions(
      items.map(
        ({ number, title, fields }): AnsweredQuestion => ({ number, title, question: textOf(fields.question) }),
      ),
    );
  }
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
