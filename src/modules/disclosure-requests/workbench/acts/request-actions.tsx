import { Button } from 'antd';
import { useState } from 'react';
import type { VersionInput } from '../../../cases/case-acts.contract.ts';
import { ActionDialog, DIALOGS } from '../../../cases/workbench/page/action-dialogs.tsx';
import { useCaseAct } from '../../../cases/workbench/page/use-case.ts';
import type { RequestView } from '../../viewing/request-view.contract.ts';
import { StepDialog } from './step-dialog.tsx';
import { possibleSteps, STEP_SPECS, type Step } from './steps.ts';

/** Kept beside the procedure: they move nothing. */
const RECORDS: ReadonlySet<Step> = new Set(['checkIdentity', 'contact', 'confer', 'sort']);
const ROUTING = ['assign', 'transfer', 'transferBack'] as const;
type Routing = (typeof ROUTING)[number];

/** The next steps, from the life table and nothing else. */
export function RequestActions({ view }: { readonly view: RequestView }) {
  const [step, setStep] = useState<Step>();
  const [routing, setRouting] = useState<Routing>();
  const { case: one } = view;
  const steps = possibleSteps(view);
  const ways = ROUTING.filter((event) => one.allowed[event] === true);
  const first = steps.find((key) => key === 'confirmReceipt' || key === 'takeCorrection' || key === 'takeFee');
  const button = (key: Step) => (
    <Button key={key} {...(key === first ? { type: 'primary' as const } : {})} onClick={() => setStep(key)}>
      {STEP_SPECS[key].label}
    </Button>
  );
  const moves = steps.filter((key) => !RECORDS.has(key));
  const records = steps.filter((key) => RECORDS.has(key));
  return (
    <>
      <div className="mc-actions">
        <PlainButton view={view} event="accept" />
        <PlainButton view={view} event="recallReply" />
        {moves.map(button)}
        {ways.map((event) => (
          <Button key={event} onClick={() => setRouting(event)}>
            {DIALOGS[event].label}
          </Button>
        ))}
      </div>
      {records.length > 0 ? <div className="mc-actions">{records.map(button)}</div> : null}
      {step ? <StepDialog key={step} view={view} step={step} onClose={() => setStep(undefined)} /> : null}
      {routing ? <ActionDialog view={one} event={routing} onClose={() => setRouting(undefined)} /> : null}
    </>
  );
}

const PLAIN = {
  accept: { label: '受理', tail: '/acceptance', done: '已受理，由您办理。' },
  recallReply: { label: '收回修改', tail: '/reply/recall', done: '已收回，可以修改。' },
} as const;

function PlainButton({ view, event }: { readonly view: RequestView; readonly event: keyof typeof PLAIN }) {
  const { case: one } = view;
  const { label, tail, done } = PLAIN[event];
  const act = useCaseAct<VersionInput>(one.id, 'POST', tail, { done });
  if (one.allowed[event] !== true) return null;
  const isNext = event === 'accept' && view.confirmedOn !== null;
  return (
    <Button
      {...(isNext ? { type: 'primary' as const } : {})}
      loading={act.isPending}
      onClick={() => act.mutate({ version: one.version })}
    >
      {label}
    </Button>
  );
}
