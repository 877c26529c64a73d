import { localDateAt } from '../../../kernel/local-date.ts';
import type { HoldingRow } from '../case-tables.store.ts';
import type { Known } from '../cases.context.ts';
import type { CaseHolding } from '../cases.contract.ts';
import { workHours } from '../holding/work-time.ts';

/** How long each had it, in working time; whoever has it now, until now. */
export function holdingViews(rows: readonly HoldingRow[], { calendar, units, now }: Known): CaseHolding[] {
  return rows.map((row) => {
    const end = row.to_at ?? (now > row.from_at ? now : row.from_at);
    return {
      unit: units.ref(row.unit_id),
      person: row.person_id === null ? null : { id: row.person_id, name: row.person_name ?? '' },
      way: row.way,
      reason: row.reason,
      from: row.from_at.toISOString(),
      to: row.to_at?.toISOString() ?? null,
      workdays: Math.max(0, calendar.workdaysBetween(localDateAt(row.from_at), localDateAt(end))),
      workHours: workHours(row.from_at, end, calendar),
    };
  });
}
