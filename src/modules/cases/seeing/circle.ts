import type { Queryable } from '../../../platform/db/database.ts';
import type { CaseRow } from '../case-tables.store.ts';
import type { CaseKind } from '../kinds/case-kind.ts';
import { recusedFrom } from './recusals.store.ts';
import type { Circle } from './who-sees.ts';

/** To whom the case is open as it stands. */
export async function circleOf(
  db: Queryable,
  row: Pick<CaseRow, 'id' | 'unit_id' | 'against_unit_id' | 'person_id' | 'waiting_for'>,
  kind: Pick<CaseKind, 'readBy'>,
): Promise<Circle> {
  return {
    isNamedOnly: kind.readBy === 'named',
    recusedIds: await recusedFrom(db, row.id),
    unitId: row.unit_id,
    againstUnitId: row.against_unit_id,
    personId: row.person_id,
    waitingFor: row.waiting_for,
  };
}
