import { type Actor, can } from '../../../kernel/permissions.ts';
import { type CasesContext, type Known, lookUpKnown } from '../cases.context.ts';
import type { CasePage, CaseQuery } from '../cases.contract.ts';
import { personIdOf } from '../history.store.ts';
import { type ListReach, listCases } from './case-list.store.ts';
import { listItem } from './list-item.ts';

/** The register of what came in, as far as the person's units reach. */
export class CaseListService {
  readonly #context: CasesContext;

  constructor(context: CasesContext) {
    this.#context = context;
  }

  async list(actor: Actor, query: CaseQuery): Promise<CasePage> {
    const known = await lookUpKnown(this.#context);
    const found = await listCases(this.#context.platform.database.kysely, query, reachOf(actor, known));
    return {
      items: found.items.map((row) => listItem(row, known, this.#context.kinds)),
      total: found.total,
      isCapped: found.isCapped,
      page: query.page,
      pageSize: query.pageSize,
    };
  }
}

export function reachOf(actor: Actor, { today, soonUntil }: Pick<Known, 'today' | 'soonUntil'>): ListReach {
  const grants = actor.type === 'person' ? actor.grants : [];
  const isAll = can(actor, 'read', { kind: 'case', state: 'received' });
  const unitIds = [...new Set(grants.map((grant) => grant.unitId))].filter((unitId) =>
    can(actor, 'read', { kind: 'case', state: 'received', unitIds: [unitId] }),
  );
  return {
    unitIds: isAll ? null : unitIds,
    personId: personIdOf(actor),
    roles: grants.map(({ unitId, role }) => `${unitId}:${role}`),
    today,
    soonUntil,
  };
}
