import { Button } from 'antd';
import { useState } from 'react';
import { useParams } from 'react-router';
import { useApi } from '../../../../workbench/api/use-api.ts';
import { Loaded } from '../../../../workbench/components/loaded.tsx';
import { PageHeader } from '../../../../workbench/components/page-header.tsx';
import { Section } from '../../../../workbench/components/section.tsx';
import { ToneTag } from '../../../../workbench/components/tone-tag.tsx';
import type { TaskDetail } from '../../tasks/tasks.contract.ts';
import { DueSteps } from '../words/due-steps.tsx';
import { HistoryList } from '../words/history-list.tsx';
import { StateLegend } from '../words/state-legend.tsx';
import { StateStack } from '../words/state-stack.tsx';
import { TaskStateTag } from '../words/task-state-tag.tsx';
import { titleOf } from '../words/task-title.tsx';
import { LinksDialog } from './links-dialog.tsx';
import { LinksSection } from './links-section.tsx';
import { PriorityDialog } from './priority-dialog.tsx';
import { SharesSection } from './shares-section.tsx';
import { TaskEditDialog } from './task-edit-dialog.tsx';
import { TaskFacts } from './task-facts.tsx';
import { TaskUnitsDialog } from './task-units-dialog.tsx';

type Dialog = 'edit' | 'units' | 'priority' | 'links';

/** All that is known of one task. */
export function TaskPage() {
  const { taskId = '' } = useParams();
  const task = useApi<TaskDetail>(`/api/tasks/${taskId}`);
  return (
    <div className="mc-page">
      <Loaded query={task} rows={10}>
        {(data) => <Task task={data} />}
      </Loaded>
    </div>
  );
}

function Task({ task }: { readonly task: TaskDetail }) {
  const [dialog, setDialog] = useState<Dialog>();
  const close = (): void => setDialog(undefined);
  return (
    <>
      <PageHeader
        title={`${task.number}. ${titleOf(task)}`}
        lead={`${task.planTitle}${task.category ? ` · ${task.category}` : ''}`}
        tags={
          <>
            <TaskStateTag state={task.state} />
            {task.priority ? <ToneTag tone="gold">重点专项</ToneTag> : null}
          </>
        }
        actions={<TaskActions allowed={task.allowed} onOpen={setDialog} />}
      />
      <div className="mc-columns">
        <div className="mc-span-8">
          <Section title="任务内容">
            <TaskFacts task={task} />
          </Section>
          <Section title={`各单位办理情况（${task.shares.length}）`}>
            <StateStack counts={task.unitStates} />
            <StateLegend
              counts={task.unitStates}
              linkOf={(state) => `/shares?planId=${task.planId}&taskId=${task.id}&state=${state}`}
            />
            <SharesSection shares={task.shares} />
          </Section>
          <Section title="办理记录">
            <HistoryList entries={task.history} />
          </Section>
        </div>
        <div className="mc-span-4">
          <Section title="期限怎样算出">
            <DueSteps due={task.due} dueOn={task.dueOn} />
          </Section>
          <LinksSection task={task} />
        </div>
      </div>
      {dialog === 'edit' ? <TaskEditDialog task={task} onClose={close} /> : null}
      {dialog === 'units' ? <TaskUnitsDialog task={task} onClose={close} /> : null}
      {dialog === 'priority' ? <PriorityDialog task={task} onClose={close} /> : null}
      {dialog === 'links' ? <LinksDialog task={task} onClose={close} /> : null}
    </>
  );
}

function TaskActions(props: { readonly allowed: readonly string[]; readonly onOpen: (dialog: Dialog) => void }) {
  const may = (action: string): boolean => props.allowed.includes(action);
  return (
    <>
      {may('edit') ? <Button onClick={() => props.onOpen('edit')}>修改</Button> : null}
      {may('assign') ? <Button onClick={() => props.onOpen('units')}>调整责任单位</Button> : null}
      {may('markPriority') ? <Button onClick={() => props.onOpen('priority')}>重点专项</Button> : null}
      {may('link') ? <Button onClick={() => props.onOpen('links')}>关联任务</Button> : null}
    </>
  );
}
