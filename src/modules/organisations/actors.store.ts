import type { LocalDate } from '../../kernel/local-date.ts';
import type { Role } from '../../kernel/roles.ts';
import type { Queryable } from '../../platform/db/database.ts';
import { type Person, personOf } from './people.store.ts';
import type { GrantTables, PersonTables } from './people-tables.store.ts';

/** Every request of a signed-in person asks this, so it is one question: the person, and the roles in force on that day. */
export async function findPersonWithRoles(
  db: Queryable,
  id: string,
  day: LocalDate,
): Promise<{ readonly person: Person; readonly roles: readonly { role: Role; unitId: string }[] } | undefined> {
  const rows = await db
    .withTables<PersonTables & GrantTables>()
    .selectFrom('organisations.person as p')
    .leftJoin('organisations.role_grant as g', (join) =>
      join
        .onRef('g.person_id', '=', 'p.id')
        .on('g.ended_at', 'is', null)
        .on('g.from_on', '<=', day)
        .on((on) => on.or([on('g.to_on', 'is', null), on('g.to_on', '>=', day)])),
    )
    .selectAll('p')
    .select(['g.role as granted_role', 'g.unit_id as granted_unit'])
    .where('p.id', '=', id)
    .orderBy('g.role')
    .execute();
  const [first] = rows;
  if (!first) return undefined;
  const roles = rows.flatMap(({ granted_role, granted_unit }) =>
    granted_role === null || granted_unit === null ? [] : [{ role: granted_role, unitId: granted_unit }],
  );
  return { person: personOf(first), roles };
}
