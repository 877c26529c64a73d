import type { Queryable } from '../../platform/db/database.ts';
import type { AssignmentRecord } from './assignments/assignments.store.ts';
import { ledger } from './plan-tables.store.ts';

export async function openSharesOfPerson(db: Queryable, personId: string) {
  return ledger(db)
    .selectFrom('plans.assignment as share')
    .innerJoin('plans.task as task', 'task.id', 'share.task_id')
    .innerJoin('plans.plan as plan', 'plan.id', 'share.plan_id')
    .select(['share.id', 'share.unit_id', 'share.alert_on', 'share.state', 'share.last_text'])
    .select(['task.number', 'task.name', 'task.content', 'plan.title as plan_title'])
    .where('share.person_id', '=', personId)
    .where('share.state', '<>', 'accepted')
    .where('share.removed', '=', false)
    .where('plan.state', '<>', 'closed')
    .orderBy('share.alert_on')
    .orderBy('task.number')
    .execute();
}

/** @returns undefined when the share is no longer the person's or was accepted in the meantime */
export async function movePerson(
  db: Queryable,
  id: string,
  fromPersonId: string,
  toPersonId: string,
): Promise<AssignmentRecord | undefined> {
  return ledger(db)
    .updateTable('plans.assignment')
    .set((eb) => ({ person_id: toPersonId, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .where('person_id', '=', fromPersonId)
    .where('state', '<>', 'accepted')
    .returningAll()
    .executeTakeFirst();
}
