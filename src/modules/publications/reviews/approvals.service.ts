import type { Queryable } from '../../../platform/db/database.ts';
import { firstApprovals } from './approvals.store.ts';

const AT_ONCE = 1000;

/** Instants of approval, for figures about work that was to be done in step (ITP-1). For staff alone. */
export class ApprovalsService {
  readonly #db: Queryable;

  constructor(db: Queryable) {
    this.#db = db;
  }

  /** Last approval of the first public version, by publication; absent for what was taken in from elsewhere. */
  async first(publicationIds: readonly string[]): Promise<ReadonlyMap<string, Date>> {
    const found = new Map<string, Date>();
    for (let from = 0; from < publicationIds.length; from += AT_ONCE) {
      const rows = await firstApprovals(this.#db, publicationIds.slice(from, from + AT_ONCE));
      for (const row of rows) found.set(row.publication_id, row.at);
    }
    return found;
  }
}
