import { type DocumentBody, renderBody } from '../../../kernel/document-body.ts';
import { isLocalDate } from '../../../kernel/local-date.ts';
import type { Database } from '../../../platform/db/database.ts';
import { longDay } from '../../../portal/index.ts';
import type { PublicationsServices } from '../../publications/index.ts';
import {
  type CityDocument,
  type CityQuery,
  cityChoices,
  cityPointers,
  cityTitles,
  cityVersion,
  findCityItem,
  listCityItems,
} from '../receiving/city-items.store.ts';
import { withOutsideLinks } from '../receiving/outside-links.ts';
import { filesOf } from '../receiving/received.store.ts';

export interface CityRelated {
  readonly label: string;
  readonly title: string;
  readonly href: string;
  /** It leads to the site where it comes from, or to another one. */
  readonly isOutside: boolean;
}

/** 全市主动公开公文库: what other installations disclosed and filed here, and nothing else (IX-2, DOC-5, DOC-7). */
export class CityLibrary {
  readonly #database: Database;
  readonly #kinds: PublicationsServices['kinds'];

  constructor(database: Database, kinds: PublicationsServices['kinds']) {
    this.#database = database;
    this.#kinds = kinds;
  }

  list(query: CityQuery) {
    return listCityItems(this.#db, query);
  }

  choices() {
    return cityChoices(this.#db);
  }

  document(peerCode: string, number: number): Promise<CityDocument | undefined> {
    return findCityItem(this.#db, peerCode, number);
  }

  /** Rendered here from the model: whatever the sender's page held, only our own tags come out. */
  text(document: CityDocument): string {
    if (!document.body) return '';
    const inside = cityHref(document.peerCode, document.number);
    return renderBody(withOutsideLinks(document.body, document.peerUrl), {
      imageAddress: (sha256) => `${inside}/files/${sha256}/picture`,
    });
  }

  kindName(code: string): string {
    return this.#kinds.has(code) ? this.#kinds.get(code).name : '公开信息';
  }

  /** Public fields with the labels of their kind, in its order. */
  facts({ kind, fields }: CityDocument): { readonly label: string; readonly value: string }[] {
    if (!this.#kinds.has(kind)) return [];
    return this.#kinds.get(kind).fields.flatMap(({ code, label, choices, internal, type }) => {
      const value = fields[code];
      const nameOf = (one: unknown) => choices?.find((choice) => choice.value === one)?.label ?? String(one);
      if (internal || value === null || value === undefined || value === '' || type === 'longText') return [];
      if (typeof value === 'boolean') return [{ label, value: value ? '是' : '否' }];
      if (Array.isArray(value)) return value.length > 0 ? [{ label, value: value.map(nameOf).join('、') }] : [];
      if (type === 'date' && typeof value === 'string' && isLocalDate(value)) return [{ label, value: longDay(value) }];
      return [{ label, value: nameOf(value) }];
    });
  }

  /** Both ways: to documents here when they are here, else to where they stand. */
  async related(document: CityDocument): Promise<CityRelated[]> {
    const { peerId, peerCode, peerUrl, number, relations } = document;
    const here = await cityTitles(
      this.#db,
      peerId,
      relations.flatMap((relation) => (relation.number === null ? [] : [relation.number])),
    );
    const to = relations.flatMap((relation): CityRelated[] => {
      const label = this.#relationLabel(document.kind, relation.type, 'label');
      if (relation.number !== null) {
        const title = here.get(relation.number);
        if (title === undefined) {
          const address = `${peerUrl}/documents/${relation.number}`;
          return [{ label, title: relation.title ?? address, href: address, isOutside: true }];
        }
        return [{ label, title, href: cityHref(peerCode, relation.number), isOutside: false }];
      }
      if (relation.address === null || !/^https?:\/\//i.test(relation.address)) return [];
      return [{ label, title: relation.title ?? relation.address, href: relation.address, isOutside: true }];
    });
    const from = (await cityPointers(this.#db, peerId, number)).map((one) => ({
      label: this.#reverseLabel(one.relations.find((relation) => relation.number === number)?.type ?? ''),
      title: one.title,
      href: cityHref(peerCode, Number(one.number)),
      isOutside: false,
    }));
    return [...to, ...from];
  }

  /** A file of a document that is shown now; as its own name and by its own content. */
  async file(peerCode: string, number: number, sha256: string) {
    const document = await this.document(peerCode, number);
    if (!document || (document.status !== 'public' && document.status !== 'withdrawn')) return undefined;
    const attachment = document.attachments.find((file) => file.sha256 === sha256);
    if (!attachment && !picturesIn(document.body).has(sha256)) return undefined;
    const mediaType = (await filesOf(this.#db, document.peerId, [sha256])).get(sha256);
    return mediaType === undefined ? undefined : { hash: sha256, name: attachment?.name ?? '图片', mediaType };
  }

  /** Changes with everything the city library shows. */
  dataVersion(): Promise<string> {
    return cityVersion(this.#db);
  }

  #relationLabel(kind: string, type: string, which: 'label' | 'reverseLabel'): string {
    const known = this.#kinds.has(kind) ? this.#kinds.get(kind).relations.find((one) => one.code === type) : undefined;
    return known?.[which] ?? '相关';
  }

  #reverseLabel(type: string): string {
    for (const { code } of this.#kinds.all) {
      const label = this.#relationLabel(code, type, 'reverseLabel');
      if (label !== '相关') return label;
    }
    return '相关';
  }

  get #db() {
    return this.#database.kysely;
  }
}

export function cityHref(peerCode: string, number: number): string {
  return `/city-library/${peerCode}/${number}`;
}

function picturesIn(body: DocumentBody | null): ReadonlySet<string> {
  const found = new Set<string>();
  const look = (value: unknown): void => {
    if (Array.isArray(value)) for (const one of value) look(one);
    else if (typeof value === 'object' && value !== null) {
      for (const [key, one] of Object.entries(value)) {
        if (key === 'fileSha256' && typeof one === 'string') found.add(one);
        else look(one);
      }
    }
  };
  look(body);
  return found;
}
