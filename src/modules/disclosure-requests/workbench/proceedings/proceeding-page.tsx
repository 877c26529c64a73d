import { Button } from 'antd';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { call } from '../../../../workbench/api/client.ts';
import { useAction, useApi } from '../../../../workbench/api/use-api.ts';
import { dayText } from '../../../../workbench/components/day.ts';
import { Loaded } from '../../../../workbench/components/loaded.tsx';
import { PageHeader } from '../../../../workbench/components/page-header.tsx';
import { PROCEEDING_KIND_LABELS } from '../../proceedings/proceeding-words.ts';
import type { ProceedingView } from '../../proceedings/proceedings.contract.ts';
import { AnswerTermPanel, FactsPanel, HistoryPanel, LessonsPanel } from './proceeding-panels.tsx';
import { PROCEEDING_STEPS, type ProceedingStep } from './proceeding-steps.ts';
import { DutyTag, ProceedingResultTag, ProceedingStateTag } from './proceeding-tags.tsx';
import { StepDialog } from './step-dialog.tsx';

/** One reconsideration or suit: by when we answer, what came of it, and what was learned. */
export function ProceedingPage() {
  const { proceedingId = '' } = useParams();
  const query = useApi<ProceedingView>(`/api/proceedings/${proceedingId}`);
  return (
    <div className="mc-page">
      <Loaded query={query} rows={8}>
        {(view) => (view.id === proceedingId ? <File key={view.id} view={view} /> : null)}
      </Loaded>
    </div>
  );
}

function File({ view }: { readonly view: ProceedingView }) {
  return (
    <>
      <PageHeader
        title={view.bodyNumber}
        tags={
          <>
            <ProceedingStateTag state={view.state} />{' '}
            {view.result ? <ProceedingResultTag result={view.result} /> : null}{' '}
            {view.duty ? <DutyTag row={view} /> : null}
          </>
        }
        lead={[
          PROCEEDING_KIND_LABELS[view.kind],
          view.body,
          view.unit.shortName,
          `${dayText(view.receivedOn)}收到副本`,
        ].join(' · ')}
      />
      <Actions view={view} />
      <div className="mc-columns">
        <div className="mc-span-8">
          <FactsPanel view={view} />
          <LessonsPanel view={view} />
          <HistoryPanel view={view} />
        </div>
        <div className="mc-span-4">
          <AnswerTermPanel view={view} />
        </div>
      </div>
    </>
  );
}

function Actions({ view }: { readonly view: ProceedingView }) {
  const [step, setStep] = useState<ProceedingStep>();
  const reopen = useAction(
    () => call<ProceedingView>('POST', `/api/proceedings/${view.id}/reopening`, { version: view.version }),
    {
      refreshes: ['/api/proceedings', '/api/disclosure-requests'],
      done: (after) => (after.reopenRefusal ? `没有重新办理：${after.reopenRefusal}` : '原申请已重新办理。'),
    },
  );
  const steps = (Object.keys(PROCEEDING_STEPS) as ProceedingStep[]).filter((one) => view.allowed.includes(one));
  const first = steps.find((one) => one !== 'edit' && one !== 'correct');
  if (steps.length === 0) return null;
  return (
    <section className="mc-toolbar" aria-label="办理">
      {steps.map((one) => (
        <Button key={one} type={one === first ? 'primary' : 'default'} onClick={() => setStep(one)}>
          {PROCEEDING_STEPS[one].label}
        </Button>
      ))}
      {view.allowed.includes('reopen') ? (
        <Button type="primary" loading={reopen.isPending} onClick={() => reopen.mutate(undefined)}>
          重新办理原申请
        </Button>
      ) : null}
      {view.caseId ? <Link to={`/disclosure-requests/${view.caseId}`}>查看申请案卷</Link> : null}
      {step ? <StepDialog view={view} step={step} onClose={() => setStep(undefined)} /> : null}
    </section>
  );
}
