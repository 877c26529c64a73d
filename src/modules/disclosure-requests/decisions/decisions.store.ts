import type { LocalDate } from '../../../kernel/local-date.ts';
import type { Queryable } from '../../../platform/db/database.ts';
import { type DecisionRow, requestTables } from '../request-tables.store.ts';
import type { DecisionContent } from '../results/decision-content.contract.ts';

/** In their order; the last may be a draft. */
export function decisionsOf(db: Queryable, caseId: string): Promise<DecisionRow[]> {
  return requestTables(db)
    .selectFrom('requests.decision')
    .selectAll()
    .where('case_id', '=', caseId)
    .orderBy('seq')
    .execute();
}

/** The decision behind the reply that is worked on: made with its first save, changed with every other. */
export async function saveDecision(
  db: Queryable,
  of: { readonly caseId: string; readonly replyId: string; readonly content: DecisionContent },
  by: { readonly letterIsOwn: boolean; readonly name: string; readonly at: Date },
): Promise<void> {
  const set = {
    content: JSON.stringify(of.content),
    result: of.content.result,
    letter_is_own: by.letterIsOwn,
    updated_at: by.at,
    by_name: by.name,
  };
  const seq = (await decisionsOf(db, of.caseId)).filter((one) => one.reply_id !== of.replyId).length + 1;
  await requestTables(db)
    .insertInto('requests.decision')
    .values({ case_id: of.caseId, reply_id: of.replyId, seq, ...set })
    .onConflict((conflict) => conflict.column('reply_id').doUpdateSet(set))
    .execute();
}

export async function markDecisionSent(
  db: Queryable,
  id: string,
  sent: { readonly on: LocalDate; readonly at: Date; readonly documentNumber: string },
): Promise<void> {
  await requestTables(db)
    .updateTable('requests.decision')
    .set({ sent_on: sent.on, sent_at: sent.at, document_number: sent.documentNumber })
    .where('id', '=', id)
    .execute();
}
