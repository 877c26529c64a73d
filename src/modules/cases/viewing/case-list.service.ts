import { type Actor, can } from '../../../kernel/permissions.ts';
import { type CasesContext, type Known, lookUpKnown } from '../cases.context.ts';
import type { CaseListItem, CasePage, CaseQuery } from '../cases.contract.ts';
import { findCases } from '../cases.store.ts';
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

  /** Of these, what the person may read, in their order; the others are left out. Two statements, however many. */
  async readable(actor: Actor, ids: readonly string[]): Promise<CaseListItem[]> {
    const known = await lookUpKnown(this.#context);
    const sight = await sightOf(this.#context.platform.database.kysely, actor, this.#context.kinds.all);
    const units = unitsToRead(actor);
    const unitIds = units && new Set(units);
    const shut = new Set(sight.shutIds);
    const rows = new Map((await findCases(this.#context.platform.database.kysely, ids)).map((row) => [row.id, row]));
    return ids.flatMap((id) => {
      const row = rows.get(id);
      const isSeen =
        row &&
        !shut.has(id) &&
        (unitIds === null || unitIds.has(row.unit_id)) &&
        // Who is named for one of these few finds it by itself; a list of many shows him none.
        !sight.namedOnlyKinds.includes(row.kind);
      return isSeen ? [listItem(row, known, this.#context.kinds)] : [];
    });
  }

  /** Which cases of kinds that are not for few alone the person may read; a business that lists its own asks by it. */
  async reach(actor: Actor): Promise<CaseReach> {
    const { shutIds } = await sightOf(this.#context.platform.database.kysely, actor, this.#context.kinds.all);
    return { unitIds: unitsToRead(actor), shutIds };
  }
}

export interface CaseReach {
  /** Null: all units. */
  readonly unitIds: readonly string[] | null;
  /** Cases from which the person stands aside (回避). */
  readonly shutIds: readonly string[];
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
