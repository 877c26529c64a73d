import type { Actor } from '../../kernel/permissions.ts';
import type { Change } from '../../platform/change/change.ts';
import type { Queryable } from '../../platform/db/database.ts';
import { caseTables } from './case-tables.store.ts';

export interface HistoryLine {
  readonly event: string;
  /** Chinese sentence for staff. */
  readonly text: string;
  /** What the sender reads of it; absent: nothing. */
  readonly senderText?: string;
}

/** Adds to the history that staff and sender read; the audit chain is written beside it by the change. */
export async function addHistory(change: Change, caseId: string, line: HistoryLine): Promise<void> {
  await caseTables(change.tx)
    .insertInto('cases.history')
    .values({
      case_id: caseId,
      at: change.at,
      by_person: personIdOf(change.actor),
      by_name: nameOf(change.actor),
      event: line.event,
      text: line.text,
      sender_text: line.senderText ?? null,
    })
    .execute();
}

/** Oldest first. */
export function historyOf(db: Queryable, caseId: string) {
  return caseTables(db)
    .selectFrom('cases.history')
    .selectAll()
    .where('case_id', '=', caseId)
    .orderBy('id')
    .limit(2000)
    .execute();
}

export function personIdOf(actor: Actor): string | null {
  return actor.type === 'person' ? actor.personId : null;
}

export function nameOf(actor: Actor): string {
  if (actor.type === 'person') return actor.name;
  return actor.type === 'visitor' ? '来信人' : '系统';
}
