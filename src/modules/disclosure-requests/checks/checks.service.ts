import type { Actor } from '../../../kernel/permissions.ts';
import type { Organisations } from '../../organisations/index.ts';
import type { RequestContext } from '../requests/request-desk.ts';
import type { ChecksQuery, UnitChecks } from './checks.contract.ts';
import { checkedUnits } from './checks.store.ts';

/** How well requests are handled, unit by unit, in figures that open to the requests behind them (FOI-C1 to FOI-C5). */
export class ChecksService {
  readonly #context: RequestContext;
  readonly #organisations: Pick<Organisations, 'units'>;

  constructor(context: RequestContext, organisations: Pick<Organisations, 'units'>) {
    this.#context = context;
    this.#organisations = organisations;
  }

  /** Units with most requests first, as far as the person may read their cases. */
  async list(actor: Actor, query: ChecksQuery): Promise<UnitChecks[]> {
    const { cases, platform } = this.#context;
    const { today } = await cases.clocks.now();
    const reach = { ...(await cases.view.reach(actor)), today };
    const rows = await checkedUnits(platform.database.kysely, query, reach);
    const units = new Map((await this.#organisations.units.all()).map((unit) => [unit.id, unit]));
    return rows
      .flatMap(({ unitId, ...counts }) => {
        const unit = units.get(unitId);
        if (!unit) return [];
        const { id, code, name, shortName } = unit;
        return [{ unit: { id, code, name, shortName }, ...counts }];
      })
      .sort((a, b) => b.received - a.received || a.unit.code.localeCompare(b.unit.code));
  }
}
