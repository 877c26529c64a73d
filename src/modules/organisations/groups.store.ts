import { type Generated, sql } from 'kysely';
import type { Queryable } from '../../platform/db/database.ts';
import type { UnitGroup } from './unit.ts';
import type { GroupInput, UnitKind } from './units.contract.ts';

type GroupTables = {
  'organisations.unit_group': {
    id: Generated<string>;
    name: string;
    aliases: string[];
    rule: UnitGroup['rule'];
    kinds: UnitKind[];
    note: string | null;
    version: Generated<number>;
  };
  'organisations.unit_group_member': { group_id: string; unit_id: string };
};

export async function allGroups(db: Queryable): Promise<UnitGroup[]> {
  return (await selectGroups(db).orderBy('name').execute()).map(groupOf);
}

export async function lockGroup(db: Queryable, id: string): Promise<UnitGroup | undefined> {
  const row = await selectGroups(db).where('id', '=', id).forUpdate().executeTakeFirst();
  return row && groupOf(row);
}

export async function insertGroup(db: Queryable, input: GroupInput): Promise<string> {
  const { id } = await db
    .withTables<GroupTables>()
    .insertInto('organisations.unit_group')
    .values(columnsOf(input))
    .returning('id')
    .executeTakeFirstOrThrow();
  await writeMembers(db, id, input);
  return id;
}

export async function updateGroup(db: Queryable, id: string, input: GroupInput): Promise<void> {
  await db
    .withTables<GroupTables>()
    .updateTable('organisations.unit_group')
    .set({ ...columnsOf(input), version: sql<number>`version + 1` })
    .where('id', '=', id)
    .execute();
  await writeMembers(db, id, input);
}

export async function deleteGroup(db: Queryable, id: string): Promise<void> {
  await db.withTables<GroupTables>().deleteFrom('organisations.unit_group').where('id', '=', id).execute();
}

async function writeMembers(db: Queryable, groupId: string, input: GroupInput): Promise<void> {
  const tables = db.withTables<GroupTables>();
  await tables.deleteFrom('organisations.unit_group_member').where('group_id', '=', groupId).execute();
  const rows = (input.rule === 'list' ? [...new Set(input.unitIds)] : []).map((unit_id) => ({
    group_id: groupId,
    unit_id,
  }));
  if (rows.length > 0) await tables.insertInto('organisations.unit_group_member').values(rows).execute();
}

function selectGroups(db: Queryable) {
  return db
    .withTables<GroupTables>()
    .selectFrom('organisations.unit_group')
    .selectAll('organisations.unit_group')
    .select(
      sql<string[]>`array(select m.unit_id::text from organisations.unit_group_member m
        where m.group_id = organisations.unit_group.id)`.as('unit_ids'),
    );
}

function groupOf(
  row: Omit<GroupTables['organisations.unit_group'], 'id' | 'version'> & {
    id: string;
    version: number;
    unit_ids: string[];
  },
): UnitGroup {
  const { unit_ids: unitIds, ...group } = row;
  return { ...group, unitIds };
}

function columnsOf(input: GroupInput) {
  return {
    name: input.name,
    aliases: [...input.aliases],
    rule: input.rule,
    kinds: input.rule === 'kinds' ? [...input.kinds] : [],
    note: input.note,
  };
}
