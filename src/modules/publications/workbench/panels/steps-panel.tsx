import { Alert } from 'antd';
import type { Role } from '../../../../kernel/roles.ts';
import { ROLE_NAMES } from '../../../../workbench/api/session.ts';
import { instantText } from '../../../../workbench/components/day.ts';
import { Section } from '../../../../workbench/components/section.tsx';
import { type Tone, ToneTag } from '../../../../workbench/components/tone-tag.tsx';
import type { PublicationDetail, StepProgress } from '../../publications.contract.ts';
import { ContentCode } from '../words/content-code.tsx';
import { lackText } from '../words/lack-text.ts';
import { placeElementId } from '../words/places.ts';

const STATES: Readonly<Record<StepProgress['state'], { readonly word: string; readonly tone: Tone }>> = {
  waiting: { word: '未到', tone: 'grey' },
  open: { word: '待审核', tone: 'blue' },
  approved: { word: '通过', tone: 'green' },
  returned: { word: '退回', tone: 'orange' },
};

/** The steps of review with who did them (一事一审, 三审三校). */
export function StepsPanel({ detail }: { readonly detail: PublicationDetail }) {
  if (detail.steps.length === 0) return null;
  return (
    <Section title="审核进度">
      <ol className="mc-steps">
        {detail.steps.map((step) => (
          <li key={step.code} id={placeElementId(`review:${step.code}`)} tabIndex={-1}>
            <div className="mc-list-line">
              <strong className="mc-list-main">{step.name}</strong>
              <ToneTag tone={STATES[step.state].tone}>{STATES[step.state].word}</ToneTag>
            </div>
            <div className="mc-muted mc-small">{whoOf(step)}</div>
            {step.lack ? <Alert type="warning" showIcon className="mc-small" title={lackText(step)} /> : null}
            {step.comment ? <div className="mc-small mc-pre">{step.comment}</div> : null}
          </li>
        ))}
      </ol>
      {detail.draft && detail.draft.state !== 'draft' ? (
        <>
          <p className="mc-muted mc-small">送审后改动任何一处，此前的审核随之作废。</p>
          <ContentCode hash={detail.draft.contentHash} />
        </>
      ) : null}
    </Section>
  );
}

function whoOf(step: StepProgress): string {
  if (step.reviewer) return `${step.reviewer.name} · ${instantText(step.at)}`;
  const roles = step.roles.map((role) => ROLE_NAMES[role as Role] ?? role).join('、');
  const names = step.people.map((person) => person.name).join('、');
  return `${step.unit === 'office' ? '主管部门' : '本单位'}${roles}${names ? `。可由：${names}` : ''}`;
}
