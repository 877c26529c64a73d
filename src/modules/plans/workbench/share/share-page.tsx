import { Button } from 'antd';
import { useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { useApi } from '../../../../workbench/api/use-api.ts';
import { Loaded } from '../../../../workbench/components/loaded.tsx';
import { PageHeader } from '../../../../workbench/components/page-header.tsx';
import { Section } from '../../../../workbench/components/section.tsx';
import { ToneTag } from '../../../../workbench/components/tone-tag.tsx';
import type { AssignmentDetail } from '../../assignments/assignments.contract.ts';
import { DueSteps } from '../words/due-steps.tsx';
import { HistoryList } from '../words/history-list.tsx';
import { TaskStateTag } from '../words/task-state-tag.tsx';
import { titleOf } from '../words/task-title.tsx';
import { type Decision, DecisionDialog } from './decision-dialog.tsx';
import { ReportList } from './report-list.tsx';
import { ShareFacts } from './share-facts.tsx';
import { SplitDialog } from './split-dialog.tsx';

/** One unit's share of one task: progress, evidence, acceptance. */
export function SharePage() {
  const { shareId = '' } = useParams();
  const share = useApi<AssignmentDetail>(`/api/assignments/${shareId}`);
  return (
    <div className="mc-page">
      <Loaded query={share} rows={10}>
        {(data) => <Share share={data} />}
      </Loaded>
    </div>
  );
}

function Share({ share }: { readonly share: AssignmentDetail }) {
  const [dialog, setDialog] = useState<Decision | 'split'>();
  const close = (): void => setDialog(undefined);
  return (
    <>
      <PageHeader
        title={`${share.taskNumber}. ${titleOf({ name: share.taskName, content: share.content })}`}
        lead={
          <>
            {share.unit.name} · <Link to={`/tasks/${share.taskId}`}>查看整项任务</Link> · {share.planTitle}
          </>
        }
        tags={
          <>
            <TaskStateTag state={share.state} lateDays={share.lateDays} />
            {share.priority ? <ToneTag tone="gold">重点专项</ToneTag> : null}
          </>
        }
        actions={<ShareActions share={share} onOpen={setDialog} />}
      />
      <div className="mc-columns">
        <div className="mc-span-8">
          <Section title="任务与分工">
            <ShareFacts share={share} />
          </Section>
          <Section title={`进展与佐证（${share.reports.length}）`}>
            <ReportList share={share} />
          </Section>
        </div>
        <div className="mc-span-4">
          <Section title="期限怎样算出">
            <DueSteps due={share.due} dueOn={share.dueOn} />
          </Section>
          <Section title="办理记录">
            <HistoryList entries={share.history} ofOneUnit />
          </Section>
        </div>
      </div>
      {dialog === 'split' ? <SplitDialog share={share} onClose={close} /> : null}
      {dialog && dialog !== 'split' ? <DecisionDialog decision={dialog} share={share} onClose={close} /> : null}
    </>
  );
}

function ShareActions(props: {
  readonly share: AssignmentDetail;
  readonly onOpen: (dialog: Decision | 'split') => void;
}) {
  const navigate = useNavigate();
  const may = (action: string): boolean => props.share.allowed.includes(action);
  return (
    <>
      {may('accept') ? (
        <Button type="primary" onClick={() => props.onOpen('accept')}>
          核验通过
        </Button>
      ) : null}
      {may('return') ? <Button onClick={() => props.onOpen('return')}>退回</Button> : null}
      {may('report') ? (
        <Button
          type={may('accept') ? 'default' : 'primary'}
          onClick={() => navigate(`/shares/${props.share.id}/report`)}
        >
          报送进展
        </Button>
      ) : null}
      {may('assign') ? <Button onClick={() => props.onOpen('split')}>分解到科室</Button> : null}
      {may('withdraw') ? <Button onClick={() => props.onOpen('withdraw')}>撤回报送</Button> : null}
      {may('reopen') ? <Button onClick={() => props.onOpen('reopen')}>重新办理</Button> : null}
    </>
  );
}
