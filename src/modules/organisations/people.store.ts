import { sql } from 'kysely';
import type { LocalDate } from '../../kernel/local-date.ts';
import type { Queryable } from '../../platform/db/database.ts';
import type { PersonInput, PersonListQuery } from './people.contract.ts';
import type { GrantTables, PersonTables } from './people-tables.store.ts';
import { pinyinInitials } from './pinyin-initials.ts';
import type { UnitTables } from './units.store.ts';

export interface Person {
  readonly id: string;
  readonly account: string;
  readonly name: string;
  readonly email: string | null;
  readonly phone: string | null;
  readonly unitId: string;
  readonly sectionId: string | null;
  readonly position: string | null;
  readonly skills: string | null;
  readonly reserve: boolean;
  readonly active: boolean;
  readonly leftOn: LocalDate | null;
  /** Sessions opened before this instant are over: roles ended, work handed over. */
  readonly accessChangedAt: Date;
  readonly version: number;
}

export async function findPerson(db: Queryable, by: { id: string } | { account: string }): Promise<Person | undefined> {
  const query = people(db);
  const row = await ('id' in by
    ? query.where('id', '=', by.id)
    : query.where('account', '=', by.account.trim().toLowerCase())
  ).executeTakeFirst();
  return row && personOf(row);
}

export async function findPeople(db: Queryable, ids: readonly string[]): Promise<Person[]> {
  if (ids.length === 0) return [];
  return (await people(db).where('id', 'in', ids).execute()).map(personOf);
}

export async function lockPerson(db: Queryable, id: string): Promise<Person | undefined> {
  const row = await people(db).where('id', '=', id).forUpdate().executeTakeFirst();
  return row && personOf(row);
}

/** @param unitIds only people of these units; null: of all */
export async function listPeople(
  db: Queryable,
  query: PersonListQuery,
  unitIds: readonly string[] | null,
  today: LocalDate,
): Promise<{ items: Person[]; total: number }> {
  let filtered = db
    .withTables<PersonTables & UnitTables & GrantTables>()
    .selectFrom('organisations.person as p')
    .innerJoin('organisations.unit as u', 'u.id', 'p.unit_id');
  if (unitIds !== null) {
    if (unitIds.length === 0) return { items: [], total: 0 };
    filtered = filtered.where('p.unit_id', 'in', unitIds);
  }
  if (!query.former) filtered = filtered.where('p.active', '=', true);
  if (query.unitId) filtered = filtered.where('p.unit_id', '=', query.unitId);
  if (query.reserve !== undefined) filtered = filtered.where('p.reserve', '=', query.reserve);
  if (query.search) {
    const part = `%${query.search.replace(/[\\%_]/g, '\\$&')}%`;
    filtered = filtered.where(
      sql<boolean>`(p.name like ${part} or p.account ilike ${part} or p.initials ilike ${part} or u.short_name like ${part})`,
    );
  }
  if (query.role) {
    const role = query.role;
    filtered = filtered.where((e) =>
      e.exists(
        e
          .selectFrom('organisations.role_grant as g')
          .select('g.id')
          .whereRef('g.person_id', '=', 'p.id')
          .where('g.role', '=', role)
          .where('g.ended_at', 'is', null)
          .where('g.from_on', '<=', today)
          .where((w) => w.or([w('g.to_on', 'is', null), w('g.to_on', '>=', today)])),
      ),
    );
  }
  const { total } = await filtered.select((e) => e.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  const direction = query.sort.startsWith('-') ? 'desc' : 'asc';
  const column = ({ name: 'p.initials', account: 'p.account', unit: 'u.sort' } as const)[
    query.sort.replace('-', '') as 'name' | 'account' | 'unit'
  ];
  const rows = await filtered
    .selectAll('p')
    .orderBy(column, direction)
    .orderBy('u.initials')
    .orderBy('p.initials')
    .orderBy('p.account')
    .limit(query.pageSize)
    .offset((query.page - 1) * query.pageSize)
    .execute();
  return { items: rows.map(personOf), total };
}

export async function insertPerson(db: Queryable, input: PersonInput, at: Date): Promise<string> {
  const { id } = await db
    .withTables<PersonTables>()
    .insertInto('organisations.person')
    .values({ ...columnsOf(input), left_on: null, access_changed_at: at })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function updatePerson(db: Queryable, id: string, input: PersonInput): Promise<void> {
  await db
    .withTables<PersonTables>()
    .updateTable('organisations.person')
    .set({ ...columnsOf(input), version: sql<number>`version + 1` })
    .where('id', '=', id)
    .execute();
}

/** Ends the person's sessions: those opened before `at` no longer count. */
export async function markAccessChanged(
  db: Queryable,
  id: string,
  at: Date,
  more: { active?: boolean; leftOn?: LocalDate | null } = {},
): Promise<void> {
  await db
    .withTables<PersonTables>()
    .updateTable('organisations.person')
    .set({
      access_changed_at: at,
      version: sql<number>`version + 1`,
      ...(more.active === undefined ? {} : { active: more.active }),
      ...(more.leftOn === undefined ? {} : { left_on: more.leftOn }),
    })
    .where('id', '=', id)
    .execute();
}

function people(db: Queryable) {
  return db.withTables<PersonTables>().selectFrom('organisations.person').selectAll();
}

type PersonRow = Awaited<ReturnType<ReturnType<typeof people>['executeTakeFirstOrThrow']>>;

export function personOf(row: PersonRow): Person {
  return {
    id: row.id,
    account: row.account,
    name: row.name,
    email: row.email,
    phone: row.phone,
    unitId: row.unit_id,
    sectionId: row.section_id,
    position: row.position,
    skills: row.skills,
    reserve: row.reserve,
    active: row.active,
    leftOn: row.left_on,
    accessChangedAt: row.access_changed_at,
    version: row.version,
  };
}

function columnsOf(input: PersonInput) {
  return {
    account: input.account,
    name: input.name,
    initials: pinyinInitials(input.name),
    email: input.email,
    phone: input.phone,
    unit_id: input.unitId,
    section_id: input.sectionId,
    position: input.position,
    skills: input.skills,
    reserve: input.reserve,
  };
}
