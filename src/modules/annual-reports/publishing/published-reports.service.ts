import { type LocalDate, localDateAt } from '../../../kernel/local-date.ts';
import type { OpenItemSummary, OpenPublications } from '../../publications/index.ts';
import type { ReportRow } from '../reports/report-tables.store.ts';
import type { ReportScope } from '../reports/report-words.ts';

export interface PublishedReport {
  readonly number: number;
  readonly on: LocalDate;
}

const PAGE = 200;

/** Annual reports that are public, whether they were made here or written as a document (RPT-C1). */
export class PublishedReports {
  readonly #open: OpenPublications;

  constructor(open: OpenPublications) {
    this.#open = open;
  }

  /** @returns the public report of a unit that is not one of the reports given; the district's is known by its report alone */
  async ofYear(
    year: number,
  ): Promise<
    (
      unitId: string,
      scope: ReportScope,
      reports: readonly Pick<ReportRow, 'publication_id'>[],
    ) => PublishedReport | undefined
  > {
    const items = (await this.#all()).filter(({ fields }) => fields.reportYear === year);
    return (unitId, scope, reports) => {
      if (scope === 'district') return undefined;
      const own = new Set(reports.map((one) => one.publication_id));
      const item = items.find((one) => one.unitId === unitId && !own.has(one.publicationId));
      return item && { number: item.number, on: localDateAt(item.firstPublishedAt) };
    };
  }

  async #all(): Promise<OpenItemSummary[]> {
    const found: OpenItemSummary[] = [];
    for (let page = 1; ; page += 1) {
      const { items, total } = await this.#open.items({ kinds: ['opennessReport'], page, pageSize: PAGE });
      found.push(...items);
      if (page * PAGE >= total) return found;
    }
  }
}
