import { type Expression, type ExpressionBuilder, type SelectQueryBuilder, type SqlBool, sql } from 'kysely';
import type { LocalDate } from '../../../kernel/local-date.ts';
import { addDays, startOfDay } from '../../../kernel/local-date.ts';
import type { Queryable } from '../../../platform/db/database.ts';
import { type CaseTables, caseTables } from '../case-tables.store.ts';
import { OPEN_CASE_STATES } from '../case-words.ts';
import type { CaseQuery } from '../cases.contract.ts';
import { readCaseNumber } from '../numbers/case-number.ts';
import { type Sight, seenBy } from '../seeing/recusals.store.ts';
import type { ListedRow } from './list-item.ts';
import { waitsFor } from './waiting-for-me.store.ts';

/** More than this nobody counts, and counting a million rows would make everybody wait. */
export const MOST_COUNTED = 10_000;

const LISTED = [
  'id',
  'number',
  'kind',
  'channel',
  'state',
  'title',
  'publication_number',
  'unit_id',
  'person_id',
  'person_name',
  'is_simple',
  'received_at',
  'received_on',
  'due_on',
  'urgent_on',
  'is_provisional',
  'answered_on',
  'answered_at',
  'is_on_time',
  'work_hours',
  'applicant_mask',
  'may_publish',
  'merged_into',
  'merged_count',
  'rejection_reason',
  'rejection_text',
  'stars',
  'external_system',
  'external_number',
  'waiting_for',
  'created_at',
  'updated_at',
  'version',
] as const satisfies readonly (keyof CaseTables['cases.case'])[];

/** How far the person sees and who he is. */
export interface ListReach {
  /** Null: all units. */
  readonly unitIds: readonly string[] | null;
  /** Who he is, and what he does not see in those units. */
  readonly sight: Sight;
  readonly today: LocalDate;
  readonly soonUntil: LocalDate;
}

type Builder = ExpressionBuilder<CaseTables, 'cases.case'>;

export async function listCases(
  db: Queryable,
  query: CaseQuery,
  reach: ListReach,
): Promise<{ items: ListedRow[]; total: number; isCapped: boolean }> {
  const from = (query.page - 1) * query.pageSize;
  const all = caseTables(db).selectFrom('cases.case');
  const base = all.where((e) => e.and(conditions(e, query, reach, placeConditions(e, query, reach))));
  // A late page passes over ids, which an index has in order, and reads the rows of its own items alone.
  const page = ordered(base.select('cases.case.id'), query.sort).limit(query.pageSize).offset(from);
  const listed = ordered(caseTables(db).selectFrom('cases.case').select(LISTED), query.sort)
    .where('cases.case.id', 'in', page)
    .execute();
  const counting = caseTables(db)
    .selectFrom(
      all
        .where((e) => e.and(conditions(e, query, reach, countedPlace(e, query, reach))))
        .select('id')
        .limit(MOST_COUNTED + 1)
        .as('some'),
    )
    .select((e) => e.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  // Beside one another: for words in many titles each takes as long as the other.
  const [items, counted] = await Promise.all([listed, counting]);
  const count = Number(counted.count);
  return { items, total: Math.min(count, MOST_COUNTED), isCapped: count > MOST_COUNTED };
}

function conditions(e: Builder, query: CaseQuery, reach: ListReach, place: readonly Expression<SqlBool>[]) {
  return [
    ...seenBy(reach.sight),
    ...place,
    ...stateConditions(e, query, reach),
    ...dateConditions(e, query),
    ...(query.text ? [textCondition(e, query.text)] : []),
  ];
}

/** Words of units are counted from the one index that has both; a page takes the unit's cases in order instead, until it is full. */
function countedPlace(e: Builder, query: CaseQuery, reach: ListReach) {
  const { unitIds } = reach;
  const isByBoth = query.text && unitIds && query.waitingForMe !== 'true';
  if (!isByBoth) return placeConditions(e, query, reach);
  const ofUnits = sql<SqlBool>`array[unit_id] && ${[...unitIds]}::uuid[]`;
  return [ofUnits, ...placeConditions(e, query, { ...reach, unitIds: null })];
}

function placeConditions(e: Builder, query: CaseQuery, reach: ListReach) {
  const { unitIds } = reach;
  // Written out rather than as a list: one unit is found by its index, in order.
  const ofUnits =
    unitIds === null ? [] : [unitIds.length === 1 ? e('unit_id', '=', unitIds[0] ?? '') : isOneOf('unit_id', unitIds)];
  const seen = query.waitingForMe === 'true' ? [] : ofUnits;
  return [
    ...seen,
    ...(query.waitingForMe === 'true' ? [waitsFor(reach.sight.personId ?? NOBODY, reach.sight.roles)] : []),
    ...(query.unitId ? [e('unit_id', '=', query.unitId)] : []),
    ...(query.personId ? [e('person_id', '=', query.personId)] : []),
    ...(query.mine === 'true' ? [e('person_id', '=', reach.sight.personId ?? NOBODY)] : []),
    ...(query.unassigned === 'true' ? [e('person_id', 'is', null), e('state', 'in', OPEN_CASE_STATES)] : []),
    ...(query.kind ? [e('kind', '=', query.kind)] : []),
    ...(query.channel ? [e('channel', '=', query.channel)] : []),
    ...(query.publicationNumber ? [e('publication_number', '=', query.publicationNumber)] : []),
  ];
}

const NOBODY = '00000000-0000-0000-0000-000000000000';

function stateConditions(e: Builder, query: CaseQuery, { today, soonUntil }: ListReach) {
  const open = e('state', 'in', OPEN_CASE_STATES);
  const urgencies = {
    late: [open, e('urgent_on', '<', today)],
    today: [open, e('urgent_on', '=', today)],
    soon: [open, e('urgent_on', '>', today), e('urgent_on', '<=', soonUntil)],
    later: [open, e('urgent_on', '>', soonUntil)],
  };
  const satisfactions = {
    satisfied: [e('stars', '>=', 4)],
    unsatisfied: [e('stars', '<', 4)],
    none: [e('stars', 'is', null)],
  };
  return [
    ...(query.state ? [e('state', '=', query.state)] : []),
    ...(query.admitted === 'true' ? [e('state', '<>', 'awaitingCheck')] : []),
    ...(query.open ? [query.open === 'true' ? open : e.not(open)] : []),
    ...(query.urgency ? urgencies[query.urgency] : []),
    ...(query.isOnTime ? [e('is_on_time', '=', query.isOnTime === 'true')] : []),
    ...(query.isSimple ? [e('is_simple', '=', query.isSimple === 'true')] : []),
    ...(query.satisfaction ? satisfactions[query.satisfaction] : []),
  ];
}

function dateConditions(e: Builder, query: CaseQuery) {
  return [
    ...(query.receivedFrom ? [e('received_at', '>=', startOfDay(query.receivedFrom))] : []),
    ...(query.receivedTo ? [e('received_at', '<', startOfDay(addDays(query.receivedTo, 1)))] : []),
    ...(query.answeredFrom ? [e('answered_at', '>=', startOfDay(query.answeredFrom))] : []),
    ...(query.answeredTo ? [e('answered_at', '<', startOfDay(addDays(query.answeredTo, 1)))] : []),
  ];
}

/** A number is found by its index; words are looked for in titles, first by the letters beside one another in them. */
function textCondition(e: Builder, text: string) {
  const number = readCaseNumber(text);
  if (number) return e('number', '=', number);
  // Chinese has no case, and to compare without it takes longer than all the rest.
  const likes = text.toLowerCase() === text.toUpperCase() ? 'like' : 'ilike';
  const pattern = `%${text.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
  const letters = sql<SqlBool>`cases.letters(title, 1) @> cases.sought(${text})`;
  const isNumber = e('external_number', '=', text);
  // Apart, so that letters are asked of the index and words of the rows that it gives.
  return e.and([e.or([letters, isNumber]), e.or([e('title', likes, pattern), isNumber])]);
}

function isOneOf(column: 'unit_id', values: readonly string[]) {
  return sql<SqlBool>`${sql.ref(column)} = any(${[...values]}::uuid[])`;
}

type Sortable<T> = SelectQueryBuilder<CaseTables, 'cases.case', T>;

/** Cases whose clock stands still come last. */
function ordered<T>(list: Sortable<T>, sort: CaseQuery['sort']): Sortable<T> {
  switch (sort) {
    case 'urgentOn':
      return list.orderBy('urgent_on').orderBy('id');
    case '-urgentOn':
      return list.orderBy('urgent_on', 'desc').orderBy('id', 'desc');
    case 'receivedAt':
      return list.orderBy('received_at').orderBy('id');
    case '-receivedAt':
      return list.orderBy('received_at', 'desc').orderBy('id', 'desc');
    case '-answeredAt':
      return list.where('answered_at', 'is not', null).orderBy('answered_at', 'desc').orderBy('id', 'desc');
  }
}
