import { demand } from '../../../kernel/permissions.ts';
import type { WorkdayCalendar } from '../../../kernel/workdays.ts';
import type { Change } from '../../../platform/change/change.ts';
import { insertShares, refreshTaskFacts } from '../assignments/assignments.store.ts';
import { completeDeadline, dueOf } from '../due-dates/due-dates.service.ts';
import { addEvents } from '../events.store.ts';
import type { DraftLine, DraftRow } from '../import/imports.store.ts';
import { planSubject } from '../plan-subjects.ts';
import { invalid } from '../plans.errors.ts';
import { demandReach } from '../tasks/plan-reach.ts';
import { expandShares, resolveUnit } from '../tasks/task-units.ts';
import { insertTasks, replaceTaskUnits } from '../tasks/tasks.store.ts';
import type { NameMatch, UnitNames } from '../unit-directory.ts';
import { recordPlan } from './plans.service.ts';
import { insertPlan, type PlanRow } from './plans.store.ts';

/** Writes a checked draft as a plan with tasks, units and shares, in the caller's transaction. */
export async function enterPlan(
  change: Change,
  draft: DraftRow,
  lines: readonly DraftLine[],
  matches: ReadonlyMap<string, NameMatch>,
  workdays: WorkdayCalendar,
  names: UnitNames,
): Promise<PlanRow> {
  const { head } = draft;
  if (!head.level || !head.title || !head.year) throw invalid('请先填写标题、年度和级别。');
  demand(change.actor, 'create', planSubject({ level: head.level, unit_id: head.unitId, state: 'draft' }));
  const plan = await insertPlan(
    change.tx,
    {
      level: head.level,
      unitId: head.unitId,
      year: head.year,
      title: head.title,
      documentNumber: head.documentNumber,
      issuer: head.issuer,
      issuedOn: head.issuedOn,
      approval: null,
      narrative: head.narrative ?? [],
      parentPlanId: head.parentPlanId,
      original: { name: draft.file_name, hash: draft.file_hash, mediaType: draft.media_type },
    },
    change.at,
  );
  const tasks = lines.map(({ row }) => {
    const deadline = completeDeadline(row.deadline, row.deadlineText);
    const input = { ...row, number: row.number ?? 0, requirementText: null, deadline };
    return {
      input,
      due: dueOf(plan, input, workdays),
      units: row.units.map((unit) => resolveUnit(unit, matches.get(unit.name))),
    };
  });
  const inserted = await insertTasks(change.tx, plan.id, tasks, change.at);
  const byNumber = new Map(inserted.map((task) => [task.number, task]));
  const entered = tasks.flatMap(({ input, due, units }) => {
    const task = byNumber.get(input.number);
    return task
      ? [{ id: task.id, planId: plan.id, units, milestones: due.explanation.milestones, shares: expandShares(units) }]
      : [];
  });
  const shares = entered.flatMap((task) => task.shares);
  demandReach({ level: plan.level, unitId: plan.unit_id }, shares, names);
  await replaceTaskUnits(
    change.tx,
    entered.map((task) => ({ taskId: task.id, units: task.units })),
  );
  await insertShares(change.tx, entered);
  await refreshTaskFacts(
    change.tx,
    entered.map((task) => task.id),
  );
  await addEvents(
    change,
    inserted.map((task) => ({
      planId: plan.id,
      taskId: task.id,
      kind: 'create',
      text: `由“${draft.file_name}”导入。`,
      version: task.version,
    })),
  );
  await recordPlan(change, plan, 'create', `由“${draft.file_name}”导入，共 ${inserted.length} 项任务。`);
  await change.emit('plan.entered', { planId: plan.id, tasks: inserted.length });
  return plan;
}
