import type { LocalDate } from '../../kernel/local-date.ts';
import type { OpenWorkProvider } from '../organisations/index.ts';
import { addEvents } from './events.store.ts';
import { movePerson, openSharesOfPerson } from './open-work.store.ts';

/** What a leaving person would leave behind in the ledger: the shares named to him that are not accepted (TEAM-6). */
export const plansOpenWork: OpenWorkProvider = {
  name: 'plans',
  title: '工作要点任务',
  async list(db, personId) {
    return (await openSharesOfPerson(db, personId)).map((row) => ({
      id: row.id,
      title: `${row.plan_title} 第 ${row.number} 项 ${row.name ?? row.content.slice(0, 40)}`,
      detail: row.state === 'reported' ? '已报送，等待核验' : row.last_text,
      unitId: row.unit_id,
      dueOn: row.alert_on as LocalDate | null,
    }));
  },
  async move(change, fromPersonId, items) {
    for (const item of items) {
      const share = await movePerson(change.tx, item.id, fromPersonId, item.toPersonId);
      if (!share) continue;
      await addEvents(change, [
        {
          planId: share.plan_id,
          taskId: share.task_id,
          assignmentId: share.id,
          unitId: share.unit_id,
          kind: 'handOver',
          text: '人员交接，更换责任人。',
          version: share.version,
        },
      ]);
    }
  },
};
