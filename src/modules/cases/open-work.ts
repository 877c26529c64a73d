import { ROLES } from '../../kernel/roles.ts';
import type { OpenWorkProvider, Organisations } from '../organisations/index.ts';
import { CASE_STATE_LABELS } from './case-words.ts';
import { mustStandAside } from './cases.errors.ts';
import { addHistory } from './history.store.ts';
import { passOn } from './holding/holdings.store.ts';
import type { CaseKindRegister } from './kinds/case-kind-register.ts';
import { moveOpenCase, openCasesOf } from './open-work.store.ts';
import { recusedFrom } from './seeing/recusals.store.ts';

/** What a leaving person would leave behind: the cases that are his to answer (TEAM-6). */
export function casesOpenWork({ people }: Organisations, kinds: Pick<CaseKindRegister, 'get'>): OpenWorkProvider {
  return {
    name: 'cases',
    title: '办理中的来件',
    async list(db, personId) {
      return (await openCasesOf(db, personId)).map((row) => ({
        id: row.id,
        // Whoever arranges the hand-over need not be named for the letter.
        title: kinds.get(row.kind).readBy === 'named' ? `${kinds.get(row.kind).label} ${row.number}` : row.title,
        detail: CASE_STATE_LABELS[row.state],
        unitId: row.unit_id,
        dueOn: row.urgent_on,
      }));
    },
    async move(change, fromPersonId, items) {
      for (const item of items) {
        const { name } = await people.get(item.toPersonId, change.tx);
        if ((await recusedFrom(change.tx, item.id)).includes(item.toPersonId)) throw mustStandAside(name);
        const row = await moveOpenCase(change.tx, item.id, fromPersonId, { id: item.toPersonId, name });
        if (!row) continue;
        const members = row.against_unit_id === null ? [] : await people.holders(ROLES, change.tx);
        const isOfThem = members.some((one) => one.unitId === row.against_unit_id && one.personId === item.toPersonId);
        if (isOfThem) throw mustStandAside(name);
        await passOn(change.tx, {
          case_id: row.id,
          unit_id: row.unit_id,
          person_id: item.toPersonId,
          person_name: name,
          way: 'handedOver',
          reason: '人员交接',
          at: change.at,
        });
        await addHistory(change, row.id, { event: 'assign', text: `人员交接，由${name}接着办理。` });
        change.record({ action: 'handOver', kind: 'case', subjectId: row.id, unitId: row.unit_id });
      }
    },
  };
}
