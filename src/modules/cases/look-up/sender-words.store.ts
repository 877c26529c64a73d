import type { Queryable } from '../../../platform/db/database.ts';
import { caseTables } from '../case-tables.store.ts';
import type { SenderWord } from './sender-words.ts';

/** @returns false when the sender has asked on after that reply already */
export async function insertSenderWord(db: Queryable, caseId: string, word: SenderWord): Promise<boolean> {
  const row = await caseTables(db)
    .insertInto('cases.sender_word')
    .values({ case_id: caseId, ...word })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

/** Oldest first. */
export function senderWordsOf(db: Queryable, caseId: string) {
  return caseTables(db)
    .selectFrom('cases.sender_word')
    .select(['id', 'way', 'after_reply', 'text', 'at'])
    .where('case_id', '=', caseId)
    .orderBy('seq')
    .execute();
}
