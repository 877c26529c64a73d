import type { LocalDate } from '../../../kernel/local-date.ts';
import type { Queryable } from '../../../platform/db/database.ts';
import { caseTables } from '../case-tables.store.ts';

/** Answered before that day and still open for a word of the sender. */
export function closable(db: Queryable, kinds: readonly string[], before: LocalDate, limit: number) {
  return caseTables(db)
    .selectFrom('cases.case')
    .select(['id', 'version'])
    .where('state', '=', 'replied')
    .where('kind', 'in', kinds)
    .where('answered_on', '<', before)
    .orderBy('answered_on')
    .limit(limit)
    .execute();
}
