import type { Role } from '../../../../kernel/roles.ts';
import { ROLE_NAMES } from '../../../../workbench/api/session.ts';
import { instantText } from '../../../../workbench/components/day.ts';
import { type Tone, ToneTag } from '../../../../workbench/components/tone-tag.tsx';
import type { CaseReply, ReplyStep } from '../../cases.contract.ts';

const STATES: Readonly<Record<ReplyStep['state'], { readonly word: string; readonly tone: Tone }>> = {
  waiting: { word: '未到', tone: 'grey' },
  open: { word: '待审核', tone: 'blue' },
  approved: { word: '通过', tone: 'green' },
  returned: { word: '退回', tone: 'orange' },
};

export function ReplySteps({ reply }: { readonly reply: CaseReply }) {
  if (reply.steps.length === 0) return null;
  return (
    <ol className="mc-steps" aria-label="审核进度">
      {reply.steps.map((step) => (
        <li key={step.code}>
          <div className="mc-list-line">
            <strong className="mc-list-main">{step.name}</strong>
            <ToneTag tone={STATES[step.state].tone}>{STATES[step.state].word}</ToneTag>
          </div>
          <div className="mc-muted mc-small">{whoOf(step)}</div>
          {step.comment ? <div className="mc-small mc-pre">{step.comment}</div> : null}
        </li>
      ))}
    </ol>
  );
}

function whoOf(step: ReplyStep): string {
  if (step.by) return `${step.by.name} · ${instantText(step.at)}`;
  const roles = step.roles.map((role) => ROLE_NAMES[role as Role] ?? role).join('、');
  return `${step.unit === 'office' ? '主管部门' : '本单位'}${roles}`;
}
