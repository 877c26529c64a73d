import { type SqlBool, sql } from 'kysely';
import type { LocalDate } from '../../../kernel/local-date.ts';
import type { Queryable } from '../../../platform/db/database.ts';
import { caseTables } from '../case-tables.store.ts';
import type { CaseState } from '../case-words.ts';

/** What somebody asked, as it stands, without anything of who asked. */
export interface AskedQuestion {
  readonly id: string;
  readonly kind: string;
  readonly unitId: string;
  readonly title: string;
  readonly text: string;
  readonly receivedOn: LocalDate;
  readonly publicationNumber: number | null;
}

export interface QuestionsQuery {
  readonly kinds: readonly string[];
  readonly from: LocalDate;
  /** Id of the last one read; null: from the beginning. */
  readonly after: string | null;
  readonly limit: number;
}

const COLUMNS = [
  'id',
  'kind',
  'unit_id as unitId',
  'title',
  'text',
  'received_on as receivedOn',
  'publication_number as publicationNumber',
] as const;
const OPEN_TO_COUNT = ['rejected', 'awaitingCheck'] as const;

/** Nobody stands aside from it: whoever reads what is asked often may be one who must not read this. */
function seenByAll() {
  return sql<SqlBool>`not exists (select from cases.recusal as r where r.case_id = cases."case".id and r.lifted_at is null)`;
}

/** Received from that day on, in the order of their ids, after the one given. */
export function questionsSince(db: Queryable, query: QuestionsQuery): Promise<AskedQuestion[]> {
  if (query.kinds.length === 0) return Promise.resolve([]);
  return caseTables(db)
    .selectFrom('cases.case')
    .select(COLUMNS)
    .where('kind', 'in', query.kinds)
    .where('received_on', '>=', query.from)
    .where('state', 'not in', OPEN_TO_COUNT)
    .where(seenByAll())
    .$if(query.after !== null, (qb) => qb.where('id', '>', query.after ?? ''))
    .orderBy('id')
    .limit(query.limit)
    .execute();
}

export async function questionsOf(
  db: Queryable,
  of: { readonly ids: readonly string[]; readonly kinds: readonly string[] },
): Promise<AskedQuestion[]> {
  const { ids, kinds } = of;
  if (ids.length === 0 || kinds.length === 0) return [];
  return caseTables(db)
    .selectFrom('cases.case')
    .select(COLUMNS)
    .where('id', 'in', ids)
    .where('kind', 'in', kinds)
    .where(seenByAll())
    .execute();
}

/** Where a case stands, for counting cases that are alike; nothing of its words or of who asked. */
export interface QuestionStanding {
  readonly id: string;
  readonly kind: string;
  readonly unitId: string;
  readonly receivedOn: LocalDate;
  readonly state: CaseState;
  /** Answered or closed, or merged into one that is. */
  readonly isSettled: boolean;
}

/** One statement, however many; what is not received, or refused, counts for nothing and is left out. */
export async function standingsOf(
  db: Queryable,
  of: { readonly ids: readonly string[]; readonly kinds: readonly string[] },
): Promise<QuestionStanding[]> {
  if (of.ids.length === 0 || of.kinds.length === 0) return [];
  const { rows } = await sql<QuestionStanding>`
    select c.id, c.kind, c.unit_id as "unitId", c.received_on as "receivedOn", c.state,
      (coalesce(lead.state, c.state) in ('replied', 'closed')) as "isSettled"
    from cases."case" as c left join cases."case" as lead on lead.id = c.merged_into
    where c.id = any(${[...of.ids]}::uuid[]) and c.kind = any(${[...of.kinds]}::text[])
      and c.state not in ('rejected', 'awaitingCheck')
      and not exists (select from cases.recusal as r where r.case_id = c.id and r.lifted_at is null)`.execute(db);
  return rows;
}
