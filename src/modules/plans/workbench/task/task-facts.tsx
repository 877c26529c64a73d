import { dayText } from '../../../../workbench/components/day.ts';
import { ToneTag } from '../../../../workbench/components/tone-tag.tsx';
import { DEADLINE_KIND_WORDS, UNIT_ROLE_WORDS } from '../../plan-words.ts';
import type { TaskDetail } from '../../tasks/tasks.contract.ts';
import { PercentBar } from '../words/percent-bar.tsx';

export function TaskFacts({ task }: { readonly task: TaskDetail }) {
  const unresolved = task.units.filter((unit) => !unit.unit && !unit.groupId);
  return (
    <>
      <p className="mc-pre mc-task-content">{task.content}</p>
      <dl className="mc-facts">
        <dt>责任单位</dt>
        <dd>
          {task.unitsText || '未写明'}
          {unresolved.length > 0 ? (
            <div>
              <ToneTag tone="orange">待明确</ToneTag>{' '}
              {unresolved.map((unit) => `${unit.name}（${UNIT_ROLE_WORDS[unit.role]}）`).join('、')}
              还没有对应到登记的单位，请用“调整责任单位”指定。
            </div>
          ) : null}
        </dd>
        <dt>完成时限</dt>
        <dd>
          {task.deadlineText || '未写明'}（{DEADLINE_KIND_WORDS[task.deadline.kind]}）
          {task.contentDueOn ? <div>内容中另有更早要求：{dayText(task.contentDueOn)}</div> : null}
        </dd>
        <dt>总体进度</dt>
        <dd>
          <PercentBar percent={task.percent} />
        </dd>
        {task.requirementText ? (
          <>
            <dt>核验要求</dt>
            <dd className="mc-pre">{task.requirementText}</dd>
          </>
        ) : null}
        {task.priority && task.priorityNote ? (
          <>
            <dt>重点专项说明</dt>
            <dd className="mc-pre">{task.priorityNote}</dd>
          </>
        ) : null}
      </dl>
    </>
  );
}
