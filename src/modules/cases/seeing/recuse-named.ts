import { ROLES, type Role } from '../../../kernel/roles.ts';
import type { Change } from '../../../platform/change/change.ts';
import type { CaseRow } from '../case-tables.store.ts';
import type { CasesContext, Known } from '../cases.context.ts';
import { addHistory } from '../history.store.ts';
import type { CaseKind } from '../kinds/case-kind.ts';
import { insertRecusal } from './recusals.store.ts';
import { type Aside, standAside } from './stand-aside.ts';

const READERS: readonly Role[] = ROLES.filter((role) => !['evaluator', 'auditor', 'administrator'].includes(role));
const REASON = '来信中出现此人姓名';

/** Of a kind that anybody of the unit reads nobody stands aside unasked. Ask before a transaction begins. */
export async function asideFrom(
  context: CasesContext,
  kind: Pick<CaseKind, 'readBy'>,
  words: readonly string[],
  of: { readonly unitId: string; readonly known: Pick<Known, 'units'> },
): Promise<Aside> {
  if (kind.readBy !== 'named') return { unitId: of.unitId, people: [] };
  const holders = await context.organisations.people.holders(READERS);
  return standAside(words, holders, { unitId: of.unitId, officeId: of.known.units.officeId });
}

/** Those who are not aside already; the office reads who they are and lifts what need not be. */
export async function recuseNamed(
  change: Change,
  row: Pick<CaseRow, 'id' | 'unit_id'>,
  people: Aside['people'],
): Promise<void> {
  const names: string[] = [];
  for (const { personId, name } of people) {
    const one = { personId, personName: name, reason: REASON, byPerson: null, byName: '系统' };
    if (!(await insertRecusal(change.tx, row.id, one, change.at))) continue;
    names.push(name);
    const detail = { personId };
    change.record({ action: 'recuse', kind: 'case', subjectId: row.id, unitId: row.unit_id, detail });
  }
  if (names.length === 0) return;
  const text = `来信中出现${names.join('、')}的姓名，先行回避；不需要回避的，由主管部门解除。`;
  await addHistory(change, row.id, { event: 'recuse', text });
}
