import { sql } from 'kysely';
import type { Queryable } from '../../../platform/db/database.ts';

export interface Untold {
  readonly replyId: string;
  /** The case answered, or one merged into it. */
  readonly caseId: string;
  readonly number: string;
  readonly hasEmail: boolean;
}

/** Replies whose senders were not told yet, oldest first: that of the case, and those of the cases merged into it. */
export async function untoldReplies(db: Queryable, limit: number): Promise<Untold[]> {
  const { rows } = await sql<Untold>`
    select r.id as "replyId", c.id as "caseId", c.number, coalesce('email' = any(a.has), false) as "hasEmail"
    from (select * from cases.reply where state = 'sent' and told_at is null order by sent_at limit ${limit}) as r
    join cases."case" as c on c.id = r.case_id or c.merged_into = r.case_id
    left join cases.applicant as a on a.case_id = c.id
    where not exists (select 1 from cases.told as t where t.reply_id = r.id and t.case_id = c.id)
    order by r.sent_at, c.id`.execute(db);
  return rows;
}

/** Once all of a reply's senders were told, the reply itself is. */
export async function markTold(db: Queryable, { replyId, caseId }: Untold, at: Date): Promise<void> {
  await sql`insert into cases.told (reply_id, case_id, at) values (${replyId}::uuid, ${caseId}::uuid, ${at})
    on conflict do nothing`.execute(db);
  await sql`
    update cases.reply as r set told_at = ${at} where r.id = ${replyId}::uuid and not exists (
      select 1 from cases."case" as c where (c.id = r.case_id or c.merged_into = r.case_id)
        and not exists (select 1 from cases.told as t where t.reply_id = r.id and t.case_id = c.id)
    )`.execute(db);
}
