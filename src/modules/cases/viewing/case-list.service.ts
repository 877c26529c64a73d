import { type Actor, can } from '../../../kernel/permissions.ts';
import { type CasesContext, type Known, lookUpKnown } from '../cases.context.ts';
import type { CasePage, CaseQuery } from '../cases.contract.ts';
import { sightOf } from '../seeing/sight.ts';
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
    const db = this.#context.platform.database.kysely;
    const sight = await sightOf(db, actor, this.#context.kinds.all);
    const found = await listCases(db, query, { ...reachOf(actor, known), sight });
    return {
      items: found.items.map((row) => listItem(row, known, this.#context.kinds)),
      total: found.total,
      isCapped: found.isCapped,
      page: query.page,
      pageSize: query.pageSize,
    };
  }
}

/** Units whose cases the person may read; null: all. */
export function unitsToRead(actor: Actor): readonly string[] | null {
  if (can(actor, 'read', { kind: 'case', state: 'received' })) return null;
  const grants = actor.type === 'person' ? actor.grants : [];
  return [...new Set(grants.map((grant) => grant.unitId))].filter((unitId) =>
    can(actor, 'read', { kind: 'case', state: 'received', unitIds: [unitId] }),
  );
}

export function reachOf(
  actor: Actor,
  { today, soonUntil }: Pick<Known, 'today' | 'soonUntil'>,
): Omit<ListReach, 'sight'> {
  return { unitIds: unitsToRead(actor), today, soonUntil };
}
