import type { QueryValue } from '../../../../workbench/api/client.ts';
import { pageSizeHere } from '../../../../workbench/components/page-size.ts';
import type { Filters } from '../../../../workbench/components/use-filters.ts';

const FILTERS = [
  'unitId',
  'role',
  'state',
  'dueFrom',
  'dueTo',
  'kind',
  'priority',
  'category',
  'q',
  'mine',
  'unfinished',
] as const;

/** What the address says, as the ledger's API takes it; names the API does not know are left out. */
export function ledgerFilter(values: Filters): Record<string, QueryValue> {
  return Object.fromEntries(FILTERS.filter((name) => values[name]).map((name) => [name, values[name]]));
}

export function ledgerQuery(values: Filters): Record<string, QueryValue> {
  return { ...ledgerFilter(values), page: values.page, sort: values.sort, pageSize: pageSizeHere() };
}

/** Whose shares: those given to oneself, one's own unit's, or every unit's. */
export type ShareScope = 'person' | 'unit' | 'all';

/** An address that names a unit or a task means just that, whoever opens it. */
export function shareScope(values: Filters, usual: ShareScope): ShareScope {
  if (values.scope === 'person' || values.scope === 'unit' || values.scope === 'all') return values.scope;
  if (values.mine) return 'unit';
  return values.unitId || values.taskId ? 'all' : usual;
}

/** Shares know some filters more. */
export function shareQuery(values: Filters, scope: ShareScope, personId: string): Record<string, QueryValue> {
  return {
    ...ledgerQuery(values),
    mine: scope === 'unit' ? 'true' : undefined,
    personId: scope === 'person' ? personId : undefined,
    planId: values.planId,
    unsplit: values.unsplit,
    sectionId: values.sectionId,
    taskId: values.taskId,
    // Work still to be done comes first to mind; a chosen state or “全部” lifts it.
    unfinished: values.state || values.finished === 'all' ? undefined : 'true',
  };
}
