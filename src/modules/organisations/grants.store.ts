import type { Generated } from 'kysely';
import { type LocalDate, localDateAt } from '../../kernel/local-date.ts';
import type { Role } from '../../kernel/roles.ts';
import type { Queryable } from '../../platform/db/database.ts';
import type { GrantInput, GrantView } from './people.contract.ts';
import type { GrantTables, PersonTables } from './people-tables.store.ts';

type GrantRow = {
  [Column in keyof GrantTables['organisations.role_grant']]: GrantTables['organisations.role_grant'][Column] extends Generated<
    infer Value
  >
    ? Value
    : GrantTables['organisations.role_grant'][Column];
};

/** All of a person, newest first; those ended too. */
export async function grantsOf(db: Queryable, personId: string): Promise<GrantView[]> {
  const rows = await grants(db).where('person_id', '=', personId).orderBy('granted_at', 'desc').orderBy('id').execute();
  return rows.map(grantOf);
}

/** Of those people, in force at the instant. */
export async function grantsInForce(db: Queryable, personIds: readonly string[], at: Date): Promise<GrantView[]> {
  if (personIds.length === 0) return [];
  const day = localDateAt(at);
  const rows = await grants(db)
    .where('person_id', 'in', personIds)
    .where('ended_at', 'is', null)
    .where('from_on', '<=', day)
    .where((e) => e.or([e('to_on', 'is', null), e('to_on', '>=', day)]))
    .orderBy('role')
    .execute();
  return rows.map(grantOf);
}

/** Active people who hold one of the roles on that day, acting ones included. */
export async function holdersOf(
  db: Queryable,
  roles: readonly Role[],
  day: LocalDate,
): Promise<{ personId: string; name: string; unitId: string; role: Role }[]> {
  if (roles.length === 0) return [];
  return db
    .withTables<GrantTables & PersonTables>()
    .selectFrom('organisations.role_grant as g')
    .innerJoin('organisations.person as p', 'p.id', 'g.person_id')
    .select(['g.person_id as personId', 'p.name', 'g.unit_id as unitId', 'g.role'])
    .distinct()
    .where('p.active', '=', true)
    .where('g.role', 'in', roles)
    .where('g.ended_at', 'is', null)
    .where('g.from_on', '<=', day)
    .where((e) => e.or([e('g.to_on', 'is', null), e('g.to_on', '>=', day)]))
    .execute();
}

export interface AccessAtRow extends GrantView {
  readonly name: string;
  readonly account: string;
}

/** Who held which role at that instant, as the record tells: given by then, begun, not past its last day, not ended. */
export async function accessAt(db: Queryable, at: Date, unitId: string | undefined): Promise<AccessAtRow[]> {
  const day = localDateAt(at);
  let query = db
    .withTables<GrantTables & PersonTables>()
    .selectFrom('organisations.role_grant as g')
    .innerJoin('organisations.person as p', 'p.id', 'g.person_id')
    .selectAll('g')
    .select(['p.name', 'p.account'])
    .where('g.granted_at', '<=', at)
    .where('g.from_on', '<=', day)
    .where((e) => e.or([e('g.to_on', 'is', null), e('g.to_on', '>=', day)]))
    .where((e) => e.or([e('g.ended_at', 'is', null), e('g.ended_at', '>', at)]));
  if (unitId !== undefined) query = query.where('g.unit_id', '=', unitId);
  const rows = await query.orderBy('p.initials').orderBy('g.role').execute();
  return rows.map((row) => ({ ...grantOf(row), name: row.name, account: row.account }));
}

export async function insertGrant(
  db: Queryable,
  personId: string,
  input: GrantInput,
  by: { at: Date; personId: string | null },
): Promise<string> {
  const { id } = await db
    .withTables<GrantTables>()
    .insertInto('organisations.role_grant')
    .values({
      person_id: personId,
      unit_id: input.unitId,
      role: input.role,
      from_on: input.fromOn,
      to_on: input.toOn,
      acting_for: input.actingFor,
      granted_at: by.at,
      granted_by: by.personId,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function findOpenGrant(db: Queryable, id: string): Promise<GrantView | undefined> {
  const row = await grants(db).where('id', '=', id).where('ended_at', 'is', null).executeTakeFirst();
  return row && grantOf(row);
}

/** Locks the grant that is still open. */
export async function lockGrant(db: Queryable, id: string): Promise<GrantView | undefined> {
  const row = await grants(db).where('id', '=', id).where('ended_at', 'is', null).forUpdate().executeTakeFirst();
  return row && grantOf(row);
}

/** Ends what is still open of them; those not yet begun as well. */
export async function endGrants(
  db: Queryable,
  ids: readonly string[],
  by: { at: Date; personId: string | null; reason: string },
): Promise<void> {
  if (ids.length === 0) return;
  await db
    .withTables<GrantTables>()
    .updateTable('organisations.role_grant')
    .set({ ended_at: by.at, ended_by: by.personId, end_reason: by.reason })
    .where('id', 'in', ids)
    .where('ended_at', 'is', null)
    .execute();
}

/** People who hold the role today without an end in sight; locked, so that two endings cannot both leave "one other". */
export async function lockHolders(db: Queryable, role: Role, day: LocalDate): Promise<readonly string[]> {
  const rows = await db
    .withTables<GrantTables & PersonTables>()
    .selectFrom('organisations.role_grant as g')
    .innerJoin('organisations.person as p', 'p.id', 'g.person_id')
    .select('g.person_id')
    .where('g.role', '=', role)
    .where('g.ended_at', 'is', null)
    .where('g.to_on', 'is', null)
    .where('g.from_on', '<=', day)
    .where('p.active', '=', true)
    .orderBy('g.id')
    .forUpdate('g')
    .execute();
  return [...new Set(rows.map((row) => row.person_id))];
}

function grants(db: Queryable) {
  return db.withTables<GrantTables>().selectFrom('organisations.role_grant').selectAll();
}

function grantOf(row: GrantRow): GrantView {
  return {
    id: row.id,
    personId: row.person_id,
    unitId: row.unit_id,
    role: row.role,
    fromOn: row.from_on,
    toOn: row.to_on,
    actingFor: row.acting_for,
    grantedAt: row.granted_at,
    endedAt: row.ended_at,
    endReason: row.end_reason,
  };
}
