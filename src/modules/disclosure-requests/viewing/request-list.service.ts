import type { LocalDate } from '../../../kernel/local-date.ts';
import type { Actor } from '../../../kernel/permissions.ts';
import type { Organisations } from '../../organisations/index.ts';
import type { HotSpot, RequestCounts, RequestPage, RequestQuery } from '../disclosure-requests.contract.ts';
import type { RequestContext } from '../requests/request-desk.ts';
import { hotSpots, requestList, stageCounts } from './request-list.store.ts';

/** The register of requests, and where they concentrate (FOI-1, FOI-10). */
export class RequestListService {
  readonly #context: RequestContext;
  readonly #organisations: Pick<Organisations, 'units'>;

  constructor(context: RequestContext, organisations: Pick<Organisations, 'units'>) {
    this.#context = context;
    this.#organisations = organisations;
  }

  /** What waits for confirmation first, then by the day of answer, then what is answered. */
  async list(actor: Actor, query: RequestQuery): Promise<RequestPage> {
    const { cases, platform } = this.#context;
    const { rows, total } = await requestList(platform.database.kysely, query, {
      ...(await cases.view.reach(actor)),
      today: (await cases.clocks.now()).today,
    });
    const own = new Map(rows.map(({ id, ...row }) => [id, row]));
    const seen = await cases.view.readable(actor, [...own.keys()]);
    const items = seen.flatMap((item) => {
      const row = own.get(item.id);
      return row ? [{ ...item, ...row }] : [];
    });
    return { items, total, page: query.page, pageSize: query.pageSize };
  }

  /** How many wait in each stage, for the heads of the list. */
  async counts(actor: Actor, { unitId }: { readonly unitId?: string | undefined }): Promise<RequestCounts> {
    const { cases, platform } = this.#context;
    return stageCounts(platform.database.kysely, { ...(await cases.view.reach(actor)), unitId });
  }

  async hotSpots(actor: Actor, days: { readonly from: LocalDate; readonly to: LocalDate }): Promise<HotSpot[]> {
    const { cases, platform } = this.#context;
    const rows = await hotSpots(platform.database.kysely, { ...days, ...(await cases.view.reach(actor)) });
    const units = new Map((await this.#organisations.units.all()).map((unit) => [unit.id, unit]));
    return rows.flatMap(({ unitId, ...row }) => {
      const unit = units.get(unitId);
      if (!unit) return [];
      const { id, code, name, shortName } = unit;
      return [{ ...row, unit: { id, code, name, shortName } }];
    });
  }
}
