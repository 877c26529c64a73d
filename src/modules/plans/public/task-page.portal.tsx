import type { ComponentChildren } from 'preact';
import { Fact, Facts, longDay, PageTitle, Ring, Table, withLongDays } from '../../../portal/index.ts';
import { deadlineWords } from './deadline-words.ts';
import type { OpenTaskDetail, OpenTaskLink } from './open-plans.contract.ts';
import { isTracked, type PlanKey, planHref, taskHref } from './plan-address.ts';
import { Reports, Shares } from './task-outcome.portal.tsx';
import { taskTitle } from './task-parts.portal.tsx';
import { StateTag } from './task-state.portal.tsx';

/** One task: what is to be done, by whom, until when and why then, and what came of it. */
export function TaskBody({ task }: { task: OpenTaskDetail }) {
  const key: PlanKey = { year: task.plan.year, level: task.plan.level, unitCode: task.plan.unit?.code ?? null };
  const tracked = isTracked(task.plan.level);
  return (
    <>
      <PageTitle
        title={taskTitle(task)}
        eyebrow={`第 ${task.number} 项${task.category ? ` · ${task.category}` : ''}`}
      />
      <div class="wrap task-grid">
        <div class="task-main">
          <Part id="work" title="工作内容">
            {task.content.split('\n').map((line) => (
              <p key={line}>{line}</p>
            ))}
          </Part>
          {tracked && (
            <Part id="results" title="办理结果">
              <Reports reports={task.reports} />
            </Part>
          )}
          <Part id="due" title="时限是怎样定的">
            <DueExplained task={task} />
          </Part>
          <Links task={task} />
          <Part id="shares" title="责任单位">
            {tracked ? <Shares task={task} /> : <p>{task.unitsText || '要点没有写明责任单位。'}</p>}
          </Part>
        </div>
        <aside class="task-side" aria-label="任务概况">
          <div class="task-state">
            {tracked && <Ring percent={task.percent} />}
            <p>
              {tracked && <StateTag state={task.state} />}
              {task.priority && <span class="flag">重点专项</span>}
            </p>
          </div>
          <Facts>
            <Fact name="时间节点（原文）">{deadlineWords(task.deadlineText) || '未写明'}</Fact>
            <Fact name="完成时限">
              {task.dueOn && `${longDay(task.dueOn)}${task.dueProvisional ? '（暂定）' : ''}`}
            </Fact>
            <Fact name="完成日期">{task.acceptedOn && longDay(task.acceptedOn)}</Fact>
            <Fact name="所属要点">
              <a href={planHref(key)}>{task.plan.title}</a>
            </Fact>
          </Facts>
        </aside>
      </div>
      <Neighbours task={task} planKey={key} />
    </>
  );
}

function Part({ id, title, children }: { id: string; title: string; children: ComponentChildren }) {
  return (
    <section class="task-part" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  );
}

function DueExplained({ task }: { task: OpenTaskDetail }) {
  return (
    <>
      {task.dueSteps.length > 0 && (
        <ol class="due-steps">
          {task.dueSteps.map((step) => (
            <li key={step}>{withLongDays(step)}</li>
          ))}
        </ol>
      )}
      {task.milestones.length > 1 && (
        <Table
          caption="各个节点"
          rows={task.milestones}
          rowKey={(milestone) => `${milestone.label}-${milestone.dueOn}`}
          columns={[
            { header: '节点', kind: 'name', cell: (milestone) => milestone.label },
            { header: '开始', cell: (milestone) => (milestone.from ? longDay(milestone.from) : '—') },
            { header: '截止', cell: (milestone) => (milestone.dueOn ? longDay(milestone.dueOn) : '待定') },
          ]}
        />
      )}
      {task.dueProvisional && (
        <p class="notice">这个日期用到的年度放假安排尚未公布，按一般周末推算，属于暂定；放假安排公布后会重新计算。</p>
      )}
      {task.dueBasis && <p class="muted">依据：{deadlineWords(task.dueBasis)}</p>}
    </>
  );
}

function Links({ task }: { task: OpenTaskDetail }) {
  if (!task.parent && !task.previous) return null;
  return (
    <Part id="links" title="来龙去脉">
      <dl class="facts facts-wide">
        {task.parent && <LinkFact name="落实的上级任务" link={task.parent} />}
        {task.previous && <LinkFact name="上一年的任务" link={task.previous} />}
      </dl>
    </Part>
  );
}

function LinkFact({ name, link }: { name: string; link: OpenTaskLink }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <a href={taskHref(link, link.number)}>{link.name}</a>
        <span class="muted">
          （{link.planTitle}，第 {link.number} 项）
        </span>
      </dd>
    </div>
  );
}

function Neighbours({ task, planKey }: { task: OpenTaskDetail; planKey: PlanKey }) {
  const { before, after } = task.neighbours;
  return (
    <nav class="wrap neighbours" aria-label="前后任务">
      {before !== null && (
        <a href={taskHref(planKey, before)} rel="prev">
          ‹ 上一项（第 {before} 项）
        </a>
      )}
      <a href={`${planHref(planKey)}#tasks`}>全部任务</a>
      {after !== null && (
        <a href={taskHref(planKey, after)} rel="next">
          下一项（第 {after} 项）›
        </a>
      )}
    </nav>
  );
}
