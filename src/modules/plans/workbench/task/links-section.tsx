import { Link } from 'react-router';
import { shortDayText } from '../../../../workbench/components/day.ts';
import { Section } from '../../../../workbench/components/section.tsx';
import type { TaskDetail, TaskLink } from '../../tasks/tasks.contract.ts';
import { TaskStateTag } from '../words/task-state-tag.tsx';
import { titleOf } from '../words/task-title.tsx';

export function LinksSection({ task }: { readonly task: TaskDetail }) {
  const isBare = !task.parent && !task.previous && task.children.length + task.actionItems.length === 0;
  return (
    <Section title="关联">
      {isBare ? <p className="mc-muted">没有关联上级任务、上年任务或会议事项。</p> : null}
      <Links title="上级任务" links={task.parent ? [task.parent] : []} />
      <Links title="上年任务" links={task.previous ? [task.previous] : []} />
      <Links title="下级任务" links={task.children} />
      {task.actionItems.length > 0 ? (
        <>
          <h3>会议议定事项</h3>
          <ul>
            {task.actionItems.map((item) => (
              <li key={item.id}>
                <Link to={`/meetings/${item.meetingId}`}>{item.text}</Link>（
                {item.done ? '已办结' : item.dueOn ? `${shortDayText(item.dueOn)}前` : '未定时间'}）
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </Section>
  );
}

function Links({ title, links }: { readonly title: string; readonly links: readonly TaskLink[] }) {
  if (links.length === 0) return null;
  return (
    <>
      <h3>{title}</h3>
      <ul className="mc-list">
        {links.map((link) => (
          <li key={link.id}>
            <Link to={`/tasks/${link.id}`}>
              {link.number}. {titleOf(link)}
            </Link>
            <div className="mc-muted mc-small">
              {link.planTitle} <TaskStateTag state={link.state} />
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}
