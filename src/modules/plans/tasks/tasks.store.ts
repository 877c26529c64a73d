import { type Selectable, sql } from 'kysely';
import type { LocalDate } from '../../../kernel/local-date.ts';
import type { Queryable } from '../../../platform/db/database.ts';
import type { Due } from '../due-dates/due-date.ts';
import { type LedgerTables, ledger } from '../plan-tables.store.ts';
import type { ResolvedUnit } from './task-units.ts';
import type { Deadline, TaskInput } from './tasks.contract.ts';

export type TaskRow = Selectable<LedgerTables['plans.task']>;
export type TaskUnitRow = Selectable<LedgerTables['plans.task_unit']>;

export async function findTask(db: Queryable, id: string): Promise<TaskRow | undefined> {
  return ledger(db).selectFrom('plans.task').selectAll().where('id', '=', id).executeTakeFirst();
}

/** Every writer locks the task before its shares, so that two never wait for each other. */
export async function lockTask(db: Queryable, id: string): Promise<TaskRow | undefined> {
  return ledger(db).selectFrom('plans.task').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
}

export async function tasksOfPlan(db: Queryable, planId: string): Promise<TaskRow[]> {
  return ledger(db).selectFrom('plans.task').selectAll().where('plan_id', '=', planId).orderBy('number').execute();
}

export async function findTaskByNumber(db: Queryable, planId: string, number: number): Promise<TaskRow | undefined> {
  return ledger(db)
    .selectFrom('plans.task')
    .selectAll()
    .where('plan_id', '=', planId)
    .where('number', '=', number)
    .executeTakeFirst();
}

export async function unitsOfTasks(db: Queryable, taskIds: readonly string[]): Promise<TaskUnitRow[]> {
  if (taskIds.length === 0) return [];
  return ledger(db)
    .selectFrom('plans.task_unit')
    .selectAll()
    .where('task_id', 'in', [...taskIds])
    .orderBy('task_id')
    .orderBy('position')
    .execute();
}

export type NewTask = Omit<TaskInput, 'units'>;

export async function insertTasks(
  db: Queryable,
  planId: string,
  tasks: readonly { input: NewTask; due: Due }[],
  at: Date,
): Promise<TaskRow[]> {
  const inserted: TaskRow[] = [];
  for (let start = 0; start < tasks.length; start += 500) {
    const rows = await ledger(db)
      .insertInto('plans.task')
      .values(
        tasks.slice(start, start + 500).map(({ input, due }) => ({
          plan_id: planId,
          ...textColumns(input),
          ...deadlineColumns(input.deadline, input.deadlineText, input.contentDueOn, due),
          created_at: at,
          updated_at: at,
        })) as never,
      )
      .returningAll()
      .execute();
    inserted.push(...(rows as TaskRow[]));
  }
  return inserted;
}

export async function updateTaskText(
  db: Queryable,
  task: TaskRow,
  input: NewTask,
  due: Due,
  at: Date,
): Promise<TaskRow> {
  return update(db, task, at, {
    ...textColumns(input),
    ...deadlineColumns(input.deadline, input.deadlineText, input.contentDueOn, due),
  });
}

export async function updateTaskDue(
  db: Queryable,
  task: TaskRow,
  deadline: Deadline,
  due: Due,
  at: Date,
): Promise<TaskRow> {
  return update(db, task, at, deadlineColumns(deadline, task.deadline_text, task.content_due_on, due));
}

export async function updateTaskPriority(
  db: Queryable,
  task: TaskRow,
  priority: boolean,
  note: string | null,
  at: Date,
): Promise<TaskRow> {
  return update(db, task, at, { priority, priority_note: note });
}

export async function updateTaskLinks(
  db: Queryable,
  task: TaskRow,
  links: { parentTaskId: string | null; previousTaskId: string | null },
  at: Date,
): Promise<TaskRow> {
  return update(db, task, at, { parent_task_id: links.parentTaskId, previous_task_id: links.previousTaskId });
}

/** A unit list has changed: the row itself gets a new version, so that a second editor notices. */
export async function touchTask(db: Queryable, task: TaskRow, at: Date, unitsText?: string): Promise<TaskRow> {
  return update(db, task, at, unitsText === undefined ? {} : { units_text: unitsText });
}

async function update(db: Queryable, task: TaskRow, at: Date, set: object): Promise<TaskRow> {
  return ledger(db)
    .updateTable('plans.task')
    .set({ ...set, updated_at: at, version: task.version + 1 } as never)
    .where('id', '=', task.id)
    .returningAll()
    .executeTakeFirstOrThrow();
}

export async function deleteTask(db: Queryable, id: string): Promise<void> {
  await ledger(db).deleteFrom('plans.task').where('id', '=', id).execute();
}

export async function replaceTaskUnits(
  db: Queryable,
  tasks: readonly { taskId: string; units: readonly ResolvedUnit[] }[],
): Promise<void> {
  if (tasks.length === 0) return;
  const ids = tasks.map((task) => task.taskId);
  await ledger(db).deleteFrom('plans.task_unit').where('task_id', 'in', ids).execute();
  const rows = tasks.flatMap(({ taskId, units }) =>
    units.map((unit, position) => ({
      task_id: taskId,
      position,
      name: unit.name,
      role: unit.role,
      unit_id: unit.unitId,
      group_id: unit.groupId,
      is_group: unit.isGroup,
      unit_ids: sql<string[]>`${[...unit.unitIds]}::uuid[]`,
    })),
  );
  for (let start = 0; start < rows.length; start += 1000) {
    await ledger(db)
      .insertInto('plans.task_unit')
      .values(rows.slice(start, start + 1000) as never)
      .execute();
  }
}

function textColumns(input: NewTask) {
  return {
    number: input.number,
    category: input.category,
    name: input.name,
    content: input.content,
    units_text: input.unitsText,
    requirement_text: input.requirementText,
  };
}

function deadlineColumns(deadline: Deadline, text: string, contentDueOn: LocalDate | null, due: Due) {
  return {
    deadline_text: text,
    deadline: JSON.stringify(deadline),
    deadline_kind: deadline.kind,
    content_due_on: contentDueOn,
    due_on: due.dueOn,
    due: JSON.stringify(due.explanation),
    due_provisional: due.explanation.provisional,
  };
}

export async function tasksLinkedTo(db: Queryable, taskId: string): Promise<TaskRow[]> {
  return ledger(db)
    .selectFrom('plans.task')
    .selectAll()
    .where('parent_task_id', '=', taskId)
    .orderBy('number')
    .execute();
}

/** Tasks whose day rests on working days or on a missing notice: those a new notice may move. */
export async function tasksCountingDays(db: Queryable): Promise<TaskRow[]> {
  return ledger(db)
    .selectFrom('plans.task')
    .innerJoin('plans.plan', 'plans.plan.id', 'plans.task.plan_id')
    .selectAll('plans.task')
    .where('plans.plan.state', '<>', 'closed')
    .where((eb) => eb.or([eb('due_provisional', '=', true), eb('deadline_kind', '=', 'relative')]))
    .orderBy('plans.task.id')
    .execute();
}
