import { sql } from 'kysely';
import type { Queryable } from '../../../platform/db/database.ts';
import { type CaseTables, caseTables, type HoldingRow } from '../case-tables.store.ts';

type Given = Pick<CaseTables['cases.holding'], 'case_id' | 'unit_id' | 'person_id' | 'person_name' | 'way' | 'reason'>;

/** Ends what was held and begins the next, at the same instant: no moment is nobody's. */
export async function passOn(db: Queryable, holding: Given & { readonly at: Date }): Promise<void> {
  const { at, ...row } = holding;
  await caseTables(db)
    .updateTable('cases.holding')
    .set({ to_at: at })
    .where('case_id', '=', row.case_id)
    .where('to_at', 'is', null)
    .execute();
  await caseTables(db)
    .insertInto('cases.holding')
    .values({
      ...row,
      seq: sql<number>`(select coalesce(max(seq), 0) + 1 from cases.holding where case_id = ${row.case_id}::uuid)`,
      from_at: at,
      to_at: null,
    })
    .execute();
}

/** The answer is given: nobody holds it any more. */
export async function endHolding(db: Queryable, caseId: string, at: Date): Promise<void> {
  await caseTables(db)
    .updateTable('cases.holding')
    .set({ to_at: at })
    .where('case_id', '=', caseId)
    .where('to_at', 'is', null)
    .execute();
}

/** In their order. */
export function holdingsOf(db: Queryable, caseId: string): Promise<HoldingRow[]> {
  return caseTables(db).selectFrom('cases.holding').selectAll().where('case_id', '=', caseId).orderBy('seq').execute();
}
