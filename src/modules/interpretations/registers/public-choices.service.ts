import type { LibraryServices } from '../../library/index.ts';
import type { OpenPublications } from '../../publications/index.ts';
import { INTERPRETATION_FORMS } from '../interpretation-words.ts';
import { INTERPRETATION_KINDS } from './public-names.ts';
import type { PublicChoice } from './records.contract.ts';

const SHOWN = 20;
const LOOKED_THROUGH = 2000;

/** Public documents and interpretations that a row may name, found by words of the title or the document number. */
export class PublicChoices {
  readonly #open: OpenPublications;
  readonly #library: LibraryServices['open'];

  constructor(open: OpenPublications, library: LibraryServices['open']) {
    this.#open = open;
    this.#library = library;
  }

  async find(of: 'document' | 'interpretation', text: string): Promise<PublicChoice[]> {
    return of === 'document' ? this.#documents(text) : this.#interpretations(text);
  }

  async #documents(text: string): Promise<PublicChoice[]> {
    const { items } = await this.#library.list(text === '' ? {} : { q: text });
    return items.slice(0, SHOWN).map(({ number, title, documentNumber, datedOn }) => ({
      number,
      title,
      note: documentNumber ?? datedOn,
    }));
  }

  async #interpretations(text: string): Promise<PublicChoice[]> {
    const { items } = await this.#open.items({ kinds: INTERPRETATION_KINDS, page: 1, pageSize: LOOKED_THROUGH });
    return items
      .filter((item) => item.title.includes(text))
      .slice(0, SHOWN)
      .map(({ number, title, fields, datedOn }) => {
        const form = INTERPRETATION_FORMS[fields.form as keyof typeof INTERPRETATION_FORMS] ?? '';
        return { number, title, note: `${form} ${datedOn}`.trim() };
      });
  }
}
