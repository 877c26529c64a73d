import type { ComponentChildren } from 'preact';
import { Fact, Facts, longDay, PageTitle, Ring, Table } from '../../portal/index.ts';
import type { OpenReport, OpenTaskDetail, OpenTaskLink } from './open-plans.contract.ts';
import { type PlanKey, planHref, taskHref, unitHref } from './plan-address.ts';
import { UNIT_ROLE_WORDS } from './plan-words.ts';
import { taskTitle } from './task-parts.portal.tsx';
import { StateTag } from './task-state.portal.tsx';

/** One task: what is to be done, by whom, until when and why then, and what came of it. */
export function TaskBody({ task }: { task: OpenTaskDetail }) {
  const key: PlanKey = { year: task.plan.year, level: task.plan.level, unitCode: task.plan.unit?.code ?? null };
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
          <Part id="results" title="办理结果">
            <Reports reports={task.reports} />
          </Part>
          <Part id="shares" title="责任单位">
            <Shares task={task} />
          </Part>
          <Part id="due" title="时限是怎样定的">
            <DueExplained task={task} />
          </Part>
          <Links task={task} />
        </div>
        <aside class="task-side" aria-label="任务概况">
          <div class="task-state">
            <Ring percent={task.percent} />
            <p>
              <StateTag state={task.state} />
              {task.priority && <span class="flag">重点专项</span>}
            </p>
          </div>
          <Facts>
            <Fact name="时间节点（原文）">{task.deadlineText || '未写明'}</Fact>
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

function Reports({ reports }: { reports: readonly OpenReport[] }) {
  if (reports.length === 0)
    return <p class="muted">还没有通过核验的办理结果。单位报送并经主管部门核验后，会在这里公布。</p>;
  return (
    <ol class="timeline">
      {reports.map((report) => (
        <li key={`${report.unit.code}-${report.acceptedOn}-${report.text}`}>
          <p class="timeline-head">
            <time dateTime={report.acceptedOn}>{longDay(report.acceptedOn)}</time>
            <a href={unitHref(report.unit.code)}>{report.unit.name}</a>
            <span>完成 {report.percent}%</span>
          </p>
          <p>{report.text}</p>
          {report.evidence.length > 0 && (
            <ul class="evidence" aria-label="佐证材料">
              {report.evidence.map((item) => (
                <li key={item.address}>
                  <a href={item.address} rel="noopener noreferrer">
                    {item.title || item.address}
                  </a>
                </li>
              ))}
            </ul>
          )}
        </li>
      ))}
    </ol>
  );
}

function Shares({ task }: { task: OpenTaskDetail }) {
  if (task.units.length === 0) return <p>{task.unitsText || '要点没有写明责任单位。'}</p>;
  return (
    <>
      <p class="muted">要点原文：{task.unitsText}</p>
      <Table
        caption="承担本任务的单位"
        hideCaption
        rows={task.units}
        rowKey={(share) => `${share.unit.code}-${share.role}`}
        columns={[
          { header: '单位', kind: 'name', cell: (share) => <a href={unitHref(share.unit.code)}>{share.unit.name}</a> },
          { header: '角色', cell: (share) => UNIT_ROLE_WORDS[share.role] },
          { header: '进度', kind: 'number', cell: (share) => `${share.percent}%` },
          { header: '状态', cell: (share) => <StateTag state={share.state} /> },
        ]}
      />
    </>
  );
}

function DueExplained({ task }: { task: OpenTaskDetail }) {
  return (
    <>
      {task.dueSteps.length > 0 && (
        <ol class="due-steps">
          {task.dueSteps.map((step) => (
            <li key={step}>{step}</li>
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
      {task.dueBasis && <p class="muted">依据：{task.dueBasis}</p>}
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
