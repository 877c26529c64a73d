import { sql } from 'kysely';
import type { LocalDate } from '../../kernel/local-date.ts';
import type { Queryable } from '../../platform/db/database.ts';

/** Last day on which somebody new became head or contact of each unit; those who were there from the first day are no change. */
export async function lastStaffChanges(
  db: Queryable,
  today: LocalDate,
): Promise<readonly { readonly unitId: string; readonly on: LocalDate }[]> {
  const { rows } = await sql<{ unit_id: string; on_day: LocalDate }>`
    select unit_id, max(from_on) as on_day
    from (select unit_id, from_on, min(from_on) over (partition by unit_id, role) as first_on
      from organisations.role_grant
      where role in ('head', 'officer') and acting_for is null and from_on <= ${today}::date) held
    where from_on > first_on
    group by unit_id`.execute(db);
  return rows.map((row) => ({ unitId: row.unit_id, on: row.on_day }));
}
