import { localDateAt } from '../../../kernel/local-date.ts';
import { excerpt } from '../../../portal/index.ts';
import type { Organisations } from '../../organisations/index.ts';
import type { OpenPublications } from '../../publications/index.ts';
import { mayHold, shareIn } from './alike.ts';
import type { PublicItem } from './already-public.contract.ts';

/** Finds numbers of what is public by words; the module that knows how lies above this one. */
export type FindPublic = (text: string, limit: number) => Promise<readonly number[]>;

const SHOWN = 5;
/** The finder orders by any of the words; which of these may be the very thing is seen in their texts. */
const LOOKED_AT = 20;
const LONGEST = 500;
/** Numbers of identity cards and telephones are looked for nowhere. */
const PERSONAL = /\d[\d\s-]{5,}[\dX]?/gi;

/** First look whether it is public already (art 36 (1)): nobody has to ask, nor wait, for what can be read. */
export class AlreadyPublicService {
  readonly #open: OpenPublications;
  readonly #organisations: Pick<Organisations, 'units'>;
  #find: FindPublic = async () => [];

  constructor(open: OpenPublications, organisations: Pick<Organisations, 'units'>) {
    this.#open = open;
    this.#organisations = organisations;
  }

  /** Once, when the program is put together. */
  findBy(find: FindPublic): void {
    this.#find = find;
  }

  /** @param text name of the information, then what describes it: either may be enough to tell */
  async like(text: string): Promise<PublicItem[]> {
    const words = text.replace(PERSONAL, ' ').trim().slice(0, LONGEST);
    if (words === '') return [];
    const items = await Promise.all((await this.#find(words, LOOKED_AT)).map((number) => this.#open.item(number)));
    const units = await this.#organisations.units.all();
    const [name = '', ...rest] = words.split('\n');
    return items
      .flatMap((item) => {
        if (item?.status !== 'public') return [];
        const whole = `${item.title} ${item.bodyText}`;
        if (![name, ...rest].some((part) => mayHold(part, whole))) return [];
        const { number, title } = item;
        const unit = units.find(({ id }) => id === item.unitId)?.name ?? '';
        const publishedOn = localDateAt(item.firstPublishedAt);
        return [{ number, title, unit, publishedOn, excerpt: excerpt(item.bodyText, 120) }];
      })
      .sort((one, other) => shareIn(name, other.title) - shareIn(name, one.title))
      .slice(0, SHOWN);
  }
}
