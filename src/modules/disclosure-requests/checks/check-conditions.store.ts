import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { LocalDate } from '../../../kernel/local-date.ts';
import type { RequestCheck } from './checks.contract.ts';

/** A reason shorter than this names no fact of the case. */
const SHORTEST_REASON = 10;

const decided = sql<SqlBool>`r.decided_on is not null`;
const isOpen = sql<SqlBool>`c.state in ('awaitingCheck', 'received', 'assigned', 'awaitingSender', 'replyDrafted', 'replyApproved')`;
const filed = sql<SqlBool>`r.archived_on is not null`;
/** Every node has its day, and they follow one another (FOI-C1). */
const nodesWhole = sql<SqlBool>`(r.submitted_on <= r.confirmed_on and r.confirmed_on <= r.decided_on
  and not exists (
    select from requests.decision as d where d.case_id = r.case_id and d.sent_on is not null and not exists (
      select from requests.delivery as l where l.decision_id = d.id and l.delivered_on between d.sent_on and r.archived_on)))`;
/** Letters that supply nothing (FOI-C3). */
const notSupplied = sql<SqlBool>`r.result not in ('open', 'partial')`;
const withReasons = sql<SqlBool>`not exists (select from requests.decision as d where d.case_id = r.case_id and d.sent_on is not null
  and char_length(btrim(coalesce(d.content ->> 'reasons', ''))) < ${SHORTEST_REASON})`;
const supplied = sql<SqlBool>`exists (select from requests.conversion as v where v.case_id = r.case_id)`;
const unexamined = sql<SqlBool>`exists (select from requests.conversion as v where v.case_id = r.case_id and v.state = 'pending')`;

/** One condition each on `requests.request as r` joined with `cases.case as c`; the register and the counts ask the same. */
export function checkCondition(check: RequestCheck, today: LocalDate): RawBuilder<SqlBool> {
  switch (check) {
    case 'received':
      return sql`true`;
    case 'answered':
      return decided;
    case 'onTime':
      return sql`(${decided} and c.is_on_time is not false)`;
    case 'late':
      return sql`(${decided} and c.is_on_time is false)`;
    case 'lateOpen':
      return sql`(${isOpen} and c.due_on < ${today}::date)`;
    case 'filed':
      return filed;
    case 'nodesWhole':
      return sql`(${filed} and ${nodesWhole})`;
    case 'nodesMissing':
      return sql`(${filed} and not ${nodesWhole})`;
    case 'notSupplied':
      return sql`(${decided} and ${notSupplied})`;
    case 'withReasons':
      return sql`(${decided} and ${notSupplied} and ${withReasons})`;
    case 'withoutReasons':
      return sql`(${decided} and ${notSupplied} and not ${withReasons})`;
    case 'supplied':
      return supplied;
    case 'examined':
      return sql`(${supplied} and not ${unexamined})`;
    case 'unexamined':
      return unexamined;
    case 'converted':
      return sql`exists (select from requests.conversion as v where v.case_id = r.case_id and v.publication_id is not null)`;
    case 'withContact':
      return sql`exists (select from requests.contact as k where k.case_id = r.case_id)`;
    case 'withAdvice':
      return sql`(exists (select from requests.conference as h where h.case_id = r.case_id and h.legal_adviser is not null)
        or exists (select from requests.contact as k where k.case_id = r.case_id and k.topic = 'legalAdvice'))`;
  }
}
