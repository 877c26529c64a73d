import { type Generated, type SelectQueryBuilder, sql } from 'kysely';
import type { LocalDate } from '../../kernel/local-date.ts';
import type { Page } from '../../kernel/page.ts';
import type { Queryable } from '../../platform/db/database.ts';
import type { Unit } from './unit.ts';
import type { UnitInput, UnitKind, UnitListQuery } from './units.contract.ts';

export type UnitTables = {
  'organisations.unit': {
    id: Generated<string>;
    code: string;
    name: string;
    short_name: string;
    kind: UnitKind;
    parent_id: string | null;
    is_office: boolean;
    initials: string;
    sort: number;
    from_on: LocalDate | null;
    to_on: LocalDate | null;
    version: Generated<number>;
  };
  'organisations.unit_alias': { unit_id: string; alias: string };
  'organisations.section': { id: Generated<string>; unit_id: string; name: string; active: Generated<boolean> };
};

const aliases = sql<string[]>`array(
  select a.alias from organisations.unit_alias a where a.unit_id = organisations.unit.id order by a.alias)`.as(
  'aliases',
);

export async function allUnits(db: Queryable): Promise<Unit[]> {
  const rows = await selectUnits(db).orderBy('sort').orderBy('initials').orderBy('code').execute();
  return rows.map(unitOf);
}

export async function findUnit(db: Queryable, by: { id: string } | { code: string }): Promise<Unit | undefined> {
  const query = selectUnits(db);
  const row = await ('id' in by ? query.where('id', '=', by.id) : query.where('code', '=', by.code)).executeTakeFirst();
  return row && unitOf(row);
}

/** Locks the row, so that a version read here still holds when it is written. */
export async function lockUnit(db: Queryable, id: string): Promise<Unit | undefined> {
  const row = await selectUnits(db).where('id', '=', id).forUpdate().executeTakeFirst();
  return row && unitOf(row);
}

export async function listUnits(db: Queryable, query: UnitListQuery, today: LocalDate): Promise<Page<Unit>> {
  let filtered = selectUnits(db);
  if (!query.former) filtered = filtered.where((e) => e.or([e('to_on', 'is', null), e('to_on', '>=', today)]));
  if (query.kind) filtered = filtered.where('kind', '=', query.kind);
  if (query.search) {
    const part = `%${query.search.replace(/[\\%_]/g, '\\$&')}%`;
    filtered = filtered.where(sql<boolean>`(name like ${part} or short_name like ${part} or code ilike ${part}
      or initials ilike ${part} or exists (select 1 from organisations.unit_alias a
        where a.unit_id = organisations.unit.id and a.alias like ${part}))`);
  }
  const { total } = await filtered
    .clearSelect()
    .select((e) => e.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  const direction = query.sort.startsWith('-') ? 'desc' : 'asc';
  const column = ({ sort: 'sort', name: 'initials', code: 'code' } as const)[
    query.sort.replace('-', '') as 'sort' | 'name' | 'code'
  ];
  const rows = await filtered
    .orderBy(column, direction)
    .orderBy('initials', direction)
    .orderBy('code', direction)
    .limit(query.pageSize)
    .offset((query.page - 1) * query.pageSize)
    .execute();
  return { items: rows.map(unitOf), total, page: query.page, pageSize: query.pageSize };
}

export async function insertUnit(db: Queryable, input: UnitInput, initials: string): Promise<string> {
  const { id } = await db
    .withTables<UnitTables>()
    .insertInto('organisations.unit')
    .values(columnsOf(input, initials))
    .returning('id')
    .executeTakeFirstOrThrow();
  await writeAliases(db, id, input.aliases);
  return id;
}

export async function updateUnit(db: Queryable, id: string, input: UnitInput, initials: string): Promise<void> {
  await db
    .withTables<UnitTables>()
    .updateTable('organisations.unit')
    .set({ ...columnsOf(input, initials), version: sql<number>`version + 1` })
    .where('id', '=', id)
    .execute();
  await writeAliases(db, id, input.aliases);
}

async function writeAliases(db: Queryable, unitId: string, names: readonly string[]): Promise<void> {
  const tables = db.withTables<UnitTables>();
  await tables.deleteFrom('organisations.unit_alias').where('unit_id', '=', unitId).execute();
  const rows = [...new Set(names)].map((alias) => ({ unit_id: unitId, alias }));
  if (rows.length > 0) await tables.insertInto('organisations.unit_alias').values(rows).execute();
}

export interface Section {
  readonly id: string;
  readonly unitId: string;
  readonly name: string;
  readonly active: boolean;
}

/** @param unitId absent: of every unit */
export async function listSections(db: Queryable, unitId?: string): Promise<Section[]> {
  let query = db.withTables<UnitTables>().selectFrom('organisations.section').selectAll();
  if (unitId !== undefined) query = query.where('unit_id', '=', unitId);
  return (await query.orderBy('name').execute()).map(sectionOf);
}

export async function findSection(db: Queryable, id: string): Promise<Section | undefined> {
  const row = await db
    .withTables<UnitTables>()
    .selectFrom('organisations.section')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst();
  return row && sectionOf(row);
}

export async function insertSection(db: Queryable, unitId: string, name: string): Promise<string> {
  const { id } = await db
    .withTables<UnitTables>()
    .insertInto('organisations.section')
    .values({ unit_id: unitId, name })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function updateSection(db: Queryable, id: string, set: { name: string; active: boolean }): Promise<void> {
  await db.withTables<UnitTables>().updateTable('organisations.section').set(set).where('id', '=', id).execute();
}

function selectUnits(db: Queryable) {
  return db.withTables<UnitTables>().selectFrom('organisations.unit').selectAll('organisations.unit').select(aliases);
}

type UnitRow = ReturnType<typeof selectUnits> extends SelectQueryBuilder<infer _D, infer _T, infer Row> ? Row : never;

function unitOf(row: UnitRow): Unit {
  return {
    id: row.id,
    code: row.code,
    name: row.name,
    shortName: row.short_name,
    kind: row.kind,
    parentId: row.parent_id,
    isOffice: row.is_office,
    initials: row.initials,
    sort: row.sort,
    fromOn: row.from_on,
    toOn: row.to_on,
    aliases: row.aliases,
    version: row.version,
  };
}

function sectionOf(row: { id: string; unit_id: string; name: string; active: boolean }): Section {
  return { id: row.id, unitId: row.unit_id, name: row.name, active: row.active };
}

function columnsOf(input: UnitInput, initials: string) {
  return {
    code: input.code,
    name: input.name,
    short_name: input.shortName,
    kind: input.kind,
    parent_id: input.parentId,
    is_office: input.isOffice,
    initials,
    sort: input.sort,
    from_on: input.fromOn,
    to_on: input.toOn,
  };
}
