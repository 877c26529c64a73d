import { type RawBuilder, type SqlBool, sql } from 'kysely';

/**
 * A step of the reply is open that the person may do: by a role of his, and nobody reviews what he wrote or reviewed before.
 * @param roles `<unit id>:<role>` of each role held
 */
export function waitsFor(personId: string, roles: readonly string[]): RawBuilder<SqlBool> {
  return sql<SqlBool>`(state in ('replyDrafted', 'replyApproved') and waiting_for && ${[...roles]}::text[]
    and not exists (select from cases.reply as r join cases.reply_version as v on v.reply_id = r.id
      where r.case_id = cases."case".id and r.state = 'draft' and v.by_person = ${personId}::uuid)
    and not exists (select from cases.reply as r join cases.reply_review as w on w.reply_id = r.id and w.edit = r.edit
      where r.case_id = cases."case".id and r.state = 'draft' and w.by_person = ${personId}::uuid and w.decision = 'approved'))`;
}
