import type { Queryable } from '../../../platform/db/database.ts';
import { complaintTables } from '../complaint-tables.store.ts';
import type { FindingContent } from './finding.contract.ts';

export async function saveFinding(
  db: Queryable,
  of: { readonly caseId: string; readonly replyId: string; readonly edit: number; readonly content: FindingContent },
  by: { readonly name: string; readonly at: Date },
): Promise<void> {
  await complaintTables(db)
    .insertInto('complaints.finding')
    .values({
      reply_id: of.replyId,
      edit: of.edit,
      case_id: of.caseId,
      content: JSON.stringify(of.content),
      by_name: by.name,
      at: by.at,
    })
    .execute();
}

/** Behind the words of the reply as they stand: who reviews anew does not write anew. */
export async function findingOf(
  db: Queryable,
  reply: { readonly id: string; readonly edit: number },
): Promise<FindingContent | undefined> {
  const row = await complaintTables(db)
    .selectFrom('complaints.finding')
    .select('content')
    .where('reply_id', '=', reply.id)
    .where('edit', '<=', reply.edit)
    .orderBy('edit', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.content;
}
