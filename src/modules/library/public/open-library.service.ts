import { addDays, type LocalDate, localDateAt } from '../../../kernel/local-date.ts';
import type { Platform } from '../../../platform/platform.ts';
import type { Organisations, Unit } from '../../organisations/index.ts';
import type { OpenPublications } from '../../publications/index.ts';
import { dailyFigures } from '../shelf/daily-figures.store.ts';
import type { Shelf } from '../shelf/shelf.service.ts';
import type { TermsService } from '../terms/terms.service.ts';
import type { TopicsService } from '../topics/topics.service.ts';
import type { TermRule } from '../validity/term-rules.ts';
import type { LibraryFilter } from './library-filter.ts';
import * as store from './open-library.store.ts';
import type { DailyFigure, LibraryPage, ListedDocument, NormativeFacts } from './open-library.ts';

/** The library as everybody sees it; says nothing that the public form does not say. */
export class OpenLibrary {
  readonly publications: OpenPublications;
  readonly topics: TopicsService;
  readonly #terms: TermsService;
  readonly #platform: Platform;
  readonly #organisations: Organisations;
  readonly #shelf: Shelf;

  constructor(
    platform: Platform,
    below: {
      publications: OpenPublications;
      organisations: Organisations;
      shelf: Shelf;
      topics: TopicsService;
      terms: TermsService;
    },
  ) {
    this.#platform = platform;
    this.publications = below.publications;
    this.#organisations = below.organisations;
    this.#shelf = below.shelf;
    this.topics = below.topics;
    this.#terms = below.terms;
  }

  get today(): LocalDate {
    return localDateAt(this.#platform.clock.now());
  }

  /** Terms of validity by law, newest first. */
  termRules(): Promise<readonly TermRule[]> {
    return this.#terms.current();
  }

  async list(filter: LibraryFilter): Promise<LibraryPage> {
    const unit = filter.unit ? (await this.units()).find((one) => one.code === filter.unit) : undefined;
    return store.listDocuments(await this.#db(), filter, unit?.id);
  }

  async document(number: number): Promise<ListedDocument | undefined> {
    return store.documentByNumber(await this.#db(), number);
  }

  /** By number; what has no validity is left out. */
  async validities(numbers: readonly number[]) {
    return store.validities(await this.#db(), numbers);
  }

  async newest(limit: number): Promise<ListedDocument[]> {
    return store.newestDocuments(await this.#db(), limit);
  }

  /** Normative documents that end within so many days. */
  async expiring(days: number): Promise<ListedDocument[]> {
    return store.expiringDocuments(await this.#db(), this.today, addDays(this.today, days));
  }

  /** Public normative documents of the units, those that are over included. */
  async normativeFacts(unitIds: readonly string[]): Promise<NormativeFacts[]> {
    return store.normativeFacts(await this.#db(), unitIds);
  }

  async ofTopic(topic: Parameters<typeof store.documentsOfTopic>[1], limit: number) {
    return store.documentsOfTopic(await this.#db(), topic, limit);
  }

  async columnFigures() {
    return store.columnFigures(await this.#db());
  }

  async inColumn(column: string, unitId: string | null, limit: number): Promise<ListedDocument[]> {
    return store.documentsInColumn(await this.#db(), column, unitId, limit);
  }

  async statutory(unitId: string, limit: number) {
    return store.statutoryDocuments(await this.#db(), unitId, limit);
  }

  async statutoryCounts(unitId: string) {
    return store.statutoryCounts(await this.#db(), unitId);
  }

  async catalogue(unitId: string, statutoryClass?: string): Promise<ListedDocument[]> {
    return store.catalogue(await this.#db(), unitId, statutoryClass);
  }

  async addresses(offset: number, limit: number) {
    return store.addresses(await this.#db(), offset, limit);
  }

  async count(): Promise<number> {
    return store.countAll(await this.#db());
  }

  /** Newest day first. */
  async figures(days: number): Promise<DailyFigure[]> {
    return dailyFigures(this.#platform.database.kysely, addDays(this.today, -days), this.today);
  }

  /** Units that exist, in protocol order. */
  async units(): Promise<readonly Unit[]> {
    const today = this.today;
    return (await this.#organisations.units.all()).filter((unit) => unit.toOn === null || unit.toOn >= today);
  }

  async #db() {
    await this.#shelf.catchUp();
    return this.#platform.database.kysely;
  }
}
