import type { Page } from '../../kernel/page.ts';
import type { Queryable } from '../db/database.ts';
import type { AuditTables } from './audit.store.ts';

export interface AuditListQuery {
  readonly page: number;
  readonly pageSize: number;
  readonly kind?: string | undefined;
  readonly action?: string | undefined;
  readonly actorId?: string | undefined;
  readonly subjectId?: string | undefined;
  readonly outcome?: 'done' | 'refused' | undefined;
  /** Instants; the second is not included. */
  readonly from?: Date | undefined;
  readonly to?: Date | undefined;
}

export type AuditEntry = AuditTables['audit.entry'];

/** Entries of the chain, the newest first. */
export async function listAudit(db: Queryable, query: AuditListQuery): Promise<Page<AuditEntry>> {
  let filtered = db.withTables<AuditTables>().selectFrom('audit.entry');
  if (query.kind) filtered = filtered.where('kind', '=', query.kind);
  if (query.action) filtered = filtered.where('action', '=', query.action);
  if (query.actorId) filtered = filtered.where('actor_id', '=', query.actorId);
  if (query.subjectId) filtered = filtered.where('subject_id', '=', query.subjectId);
  if (query.outcome) filtered = filtered.where('outcome', '=', query.outcome);
  if (query.from) filtered = filtered.where('at', '>=', query.from);
  if (query.to) filtered = filtered.where('at', '<', query.to);
  const { total } = await filtered.select((e) => e.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  const items = await filtered
    .selectAll()
    .orderBy('seq', 'desc')
    .limit(query.pageSize)
    .offset((query.page - 1) * query.pageSize)
    .execute();
  return { items, total, page: query.page, pageSize: query.pageSize };
}

/** When each subject of a kind last had that done to it. */
export async function lastDone(
  db: Queryable,
  kind: string,
  action: string,
): Promise<readonly { readonly subjectId: string; readonly at: Date }[]> {
  return db
    .withTables<AuditTables>()
    .selectFrom('audit.entry')
    .select((e) => ['subject_id as subjectId', e.fn.max('at').as('at')])
    .where('kind', '=', kind)
    .where('action', '=', action)
    .where('outcome', '=', 'done')
    .groupBy('subject_id')
    .execute();
}
