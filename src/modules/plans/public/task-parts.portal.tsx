import { type Column, excerpt, longDay, Table } from '../../../portal/index.ts';
import { UNIT_ROLE_WORDS } from '../plan-words.ts';
import { deadlineWords } from './deadline-words.ts';
import type { OpenTask, OpenUnitPage } from './open-plans.contract.ts';
import { type PlanKey, taskHref, unitHref } from './plan-address.ts';
import { StateTag } from './task-state.portal.tsx';

/** A task's name, or the beginning of its content where the plan gives no name. */
export function taskTitle(task: { name: string | null; content: string }): string {
  return task.name ?? excerpt(task.content, 36);
}

/** First the units that answer for it, at most three by name. */
export function UnitsInShort({ task }: { task: Pick<OpenTask, 'units' | 'unitsText'> }) {
  const answerable = task.units.filter((share) => share.role !== 'support');
  const first = answerable.length > 0 && task.units.length > 3 ? answerable : task.units;
  if (task.units.length > 12 || first.length === 0) return <span>{excerpt(task.unitsText, 24)}</span>;
  const shown = first.slice(0, 3);
  return (
    <span class="units-short">
      {shown.map((share, index) => (
        <span key={share.unit.code}>
          {index > 0 && '、'}
          <a class="quiet" href={unitHref(share.unit.code)}>
            {share.unit.shortName}
          </a>
        </span>
      ))}
      {task.units.length > shown.length && ` 等 ${task.units.length} 个单位`}
    </span>
  );
}

/** The words of the plan, and the day that follows from them. */
export function DeadlineInShort({ task }: { task: Pick<OpenTask, 'deadlineText' | 'dueOn' | 'dueProvisional'> }) {
  return (
    <span>
      {deadlineWords(task.deadlineText) || '未写明'}
      {task.dueOn && (
        <span class="due-day">
          {longDay(task.dueOn)}
          {task.dueProvisional && '（暂定）'}
        </span>
      )}
    </span>
  );
}

/** The tasks of one plan. `tracked`: false for a plan whose progress others account for. */
export function TaskTable({
  tasks,
  caption,
  plan,
  tracked,
}: {
  tasks: readonly OpenTask[];
  caption: string;
  plan: PlanKey;
  tracked: boolean;
}) {
  const columns: Column<OpenTask>[] = [
    { header: '序号', kind: 'number', cell: (task) => task.number },
    { header: '任务', kind: 'name', cell: (task) => <TaskCell task={task} href={taskHref(plan, task.number)} /> },
    { header: '责任单位', cell: (task) => <UnitsInShort task={task} /> },
    { header: '时限', cell: (task) => <DeadlineInShort task={task} /> },
  ];
  if (tracked) {
    columns.push(
      { header: '进度', kind: 'number', cell: (task) => `${task.percent}%` },
      { header: '状态', cell: (task) => <StateTag state={task.state} /> },
    );
  }
  return <Table caption={caption} rows={tasks} rowKey={(task) => task.id} columns={columns} />;
}

export function UnitTaskTable({ page, planOf }: { page: OpenUnitPage; planOf: (planId: string) => PlanKey }) {
  type Row = OpenUnitPage['tasks'][number];
  const shareOf = (task: Row) => task.units.find((share) => share.unit.code === page.unit.code);
  return (
    <Table
      caption={`${page.unit.name}承担的任务，共 ${page.tasks.length} 项；进度和状态是本单位这一份的`}
      rows={page.tasks}
      rowKey={(task) => task.id}
      columns={[
        { header: '序号', kind: 'number', cell: (task) => task.number },
        {
          header: '任务',
          kind: 'name',
          cell: (task) => <TaskCell task={task} href={taskHref(planOf(task.planId), task.number)} />,
        },
        { header: '角色', cell: (task) => UNIT_ROLE_WORDS[task.role] },
        { header: '时限', cell: (task) => <DeadlineInShort task={task} /> },
        { header: '进度', kind: 'number', cell: (task) => `${shareOf(task)?.percent ?? 0}%` },
        { header: '状态', cell: (task) => <StateTag state={shareOf(task)?.state ?? task.state} /> },
      ]}
    />
  );
}

function TaskCell({ task, href }: { task: OpenTask; href: string }) {
  return (
    <div class="task-cell">
      <a href={href}>{taskTitle(task)}</a>
      {task.priority && <span class="flag">重点专项</span>}
      {task.name !== null && <p class="task-excerpt">{excerpt(task.content, 60)}</p>}
    </div>
  );
}
