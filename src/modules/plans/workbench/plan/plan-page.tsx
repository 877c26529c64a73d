import { Alert, Button, Modal } from 'antd';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { call } from '../../../../workbench/api/client.ts';
import { useAction, useApi } from '../../../../workbench/api/use-api.ts';
import { dayText } from '../../../../workbench/components/day.ts';
import { Loaded } from '../../../../workbench/components/loaded.tsx';
import { PageHeader } from '../../../../workbench/components/page-header.tsx';
import { Section } from '../../../../workbench/components/section.tsx';
import { Views } from '../../../../workbench/components/views.tsx';
import type { PlanDetail } from '../../plan/plans.contract.ts';
import { PLAN_LEVEL_WORDS } from '../../plan-words.ts';
import { HistoryList } from '../words/history-list.tsx';
import { OverviewSection } from './overview-section.tsx';
import { PlanEditDialog } from './plan-edit-dialog.tsx';
import { PlanFacts } from './plan-facts.tsx';
import { PlanStateTag } from './plan-state-tag.tsx';
import { SubplansSection } from './subplans-section.tsx';
import { TaskAddDialog } from './task-add-dialog.tsx';
import { UnitsSection } from './units-section.tsx';

export function PlanPage() {
  const { planId = '' } = useParams();
  const plan = useApi<PlanDetail>(`/api/plans/${planId}`);
  return (
    <div className="mc-page">
      <Loaded query={plan} rows={10}>
        {(data) => <Plan plan={data} />}
      </Loaded>
    </div>
  );
}

type Dialog = 'edit' | 'addTask' | 'publish' | 'close';

function Plan({ plan }: { readonly plan: PlanDetail }) {
  const [dialog, setDialog] = useState<Dialog>();
  const shut = (): void => setDialog(undefined);
  return (
    <>
      <PageHeader
        title={plan.title}
        tags={<PlanStateTag state={plan.state} />}
        lead={[
          plan.level === 'unit' && plan.unit ? plan.unit.name : PLAN_LEVEL_WORDS[plan.level],
          plan.documentNumber,
          plan.issuedOn ? `${dayText(plan.issuedOn)}成文` : '',
        ]
          .filter(Boolean)
          .join(' · ')}
        actions={<PlanActions plan={plan} onOpen={setDialog} />}
      />
      {plan.state === 'draft' ? (
        <Alert
          className="mc-gap-below"
          type="info"
          showIcon
          title="草稿：只有有权限的人员可见，单位还收不到任务。核对后请“印发并公开”。"
        />
      ) : null}
      <Views
        label="工作要点的各部分"
        views={[
          { key: 'overview', label: '总体进度', content: () => <OverviewSection plan={plan} /> },
          { key: 'units', label: '各单位', content: () => <UnitsSection planId={plan.id} /> },
          { key: 'subplans', label: '分解与下级要点', content: () => <SubplansSection plan={plan} /> },
          { key: 'facts', label: '文件与正文', content: () => <FactsAndHistory plan={plan} /> },
        ]}
      />
      {dialog === 'edit' ? <PlanEditDialog plan={plan} onClose={shut} /> : null}
      {dialog === 'addTask' ? <TaskAddDialog plan={plan} onClose={shut} /> : null}
      {dialog === 'publish' || dialog === 'close' ? <StepDialog plan={plan} step={dialog} onClose={shut} /> : null}
    </>
  );
}

function FactsAndHistory({ plan }: { readonly plan: PlanDetail }) {
  return (
    <>
      <PlanFacts plan={plan} />
      <Section title="办理记录">
        <HistoryList entries={plan.history} />
      </Section>
    </>
  );
}

function PlanActions({ plan, onOpen }: { readonly plan: PlanDetail; readonly onOpen: (dialog: Dialog) => void }) {
  const may = (action: string): boolean => plan.allowed.includes(action);
  return (
    <>
      {plan.state === 'draft' && may('publish') ? (
        <Button type="primary" onClick={() => onOpen('publish')}>
          印发并公开…
        </Button>
      ) : null}
      <Link to={`/ledger?planId=${plan.id}`} className="mc-button-link">
        任务台账
      </Link>
      {may('edit') ? (
        <>
          <Button onClick={() => onOpen('edit')}>修改</Button>
          <Button onClick={() => onOpen('addTask')}>新增任务</Button>
        </>
      ) : null}
      {plan.state === 'published' && (may('close') || may('publish')) ? (
        <Button onClick={() => onOpen('close')}>办结归档…</Button>
      ) : null}
      {may('lookBack') && plan.state !== 'draft' ? (
        <Link to={`/look-back?planId=${plan.id}`} className="mc-button-link">
          回头看
        </Link>
      ) : null}
    </>
  );
}

const STEPS = {
  publish: {
    title: '印发并公开',
    text: '印发后，任务分派到各单位并开始提醒；工作要点、任务、期限和进度向社会公开。',
    done: '已印发并公开。',
  },
  close: { title: '办结归档', text: '办结后不再提醒，内容仍然公开；可据此开展回头看。', done: '已办结归档。' },
} as const;

function StepDialog(props: {
  readonly plan: PlanDetail;
  readonly step: 'publish' | 'close';
  readonly onClose: () => void;
}) {
  const { plan, step } = props;
  const words = STEPS[step];
  const act = useAction(() => call('POST', `/api/plans/${plan.id}/${step}`, { version: plan.version }), {
    refreshes: ['/api/plans', '/api/tasks', '/api/assignments', '/api/my-day'],
    done: words.done,
    onDone: props.onClose,
  });
  return (
    <Modal
      open
      title={words.title}
      okText={words.title}
      cancelText="取消"
      confirmLoading={act.isPending}
      onOk={() => act.mutate(undefined)}
      onCancel={props.onClose}
    >
      <p>
        {plan.title}（{plan.taskCount} 项任务）
      </p>
      <p className="mc-muted">{words.text}</p>
    </Modal>
  );
}
