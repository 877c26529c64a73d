import { Button } from 'antd';
import { useState } from 'react';
import { dayText } from '../../../../workbench/components/day.ts';
import { Section } from '../../../../workbench/components/section.tsx';
import { type Tone, ToneTag } from '../../../../workbench/components/tone-tag.tsx';
import { CONSULTED_LABELS, OPINION_LABELS } from '../../request-words.ts';
import type { RequestView } from '../../viewing/request-view.contract.ts';
import { OpinionDialog } from '../acts/opinion-dialog.tsx';

type Consultation = RequestView['consultations'][number];

/** Who was asked in writing, until when, and what they said (regulation arts 32, 34). */
export function ConsultationsPanel({ view }: { readonly view: RequestView }) {
  const [answered, setAnswered] = useState<Consultation>();
  if (view.consultations.length === 0) return null;
  return (
    <Section title="征求意见">
      <ul className="mc-list">
        {view.consultations.map((one) => (
          <li key={one.id}>
            <div className="mc-list-line">
              <strong className="mc-list-main">
                {CONSULTED_LABELS[one.whom]}：{one.name}
              </strong>
              <OpinionTag of={one} />
            </div>
            <div className="mc-pre">{one.asked}</div>
            <div className="mc-muted mc-small">
              {dayText(one.sentOn)}发出
              {one.receivedOn ? `，${dayText(one.receivedOn)}收到` : ''}，{dayText(one.until)}前提出意见
            </div>
            {one.opinionText ? (
              <div className="mc-pre">
                {dayText(one.answeredOn)}意见：{one.opinionText}
              </div>
            ) : null}
            {one.opinion === 'objects' ? (
              <div className="mc-small">{one.isReasonable ? '理由合理，不予公开。' : '理由不合理，可以决定公开。'}</div>
            ) : null}
            {one.opinion === null && view.case.allowed.endConsultation === true ? (
              <Button onClick={() => setAnswered(one)}>登记意见</Button>
            ) : null}
          </li>
        ))}
      </ul>
      {answered ? <OpinionDialog view={view} of={answered} onClose={() => setAnswered(undefined)} /> : null}
    </Section>
  );
}

const TONES: Readonly<Record<NonNullable<Consultation['opinion']>, Tone>> = {
  agrees: 'green',
  objects: 'orange',
  silent: 'grey',
};

function OpinionTag({ of: { opinion } }: { readonly of: Consultation }) {
  if (opinion === null) return <ToneTag tone="blue">等待意见</ToneTag>;
  return <ToneTag tone={TONES[opinion]}>{OPINION_LABELS[opinion]}</ToneTag>;
}
