import { dayText, instantText } from '../../../../workbench/components/day.ts';
import { Section } from '../../../../workbench/components/section.tsx';
import { ToneTag } from '../../../../workbench/components/tone-tag.tsx';
import { CONTACT_TOPIC_LABELS } from '../../request-words.ts';
import type { RequestView } from '../../viewing/request-view.contract.ts';

/** Talk with the applicant, and conferences on what is difficult (FOI-6, FOI-7, FOI-12). */
export function CommunicationPanel({ view: { contacts, conferences } }: { readonly view: RequestView }) {
  if (contacts.length === 0 && conferences.length === 0) return null;
  return (
    <Section title="沟通与会商">
      <ul className="mc-list">
        {conferences.map((one) => (
          <li key={one.id}>
            <ToneTag tone="violet">会商</ToneTag> <span className="mc-pre">{one.opinion}</span>
            <div className="mc-muted mc-small">
              {dayText(one.heldOn)} · {one.attendees}
              {one.legalAdviser ? ` · 法律顾问${one.legalAdviser}` : ''}
            </div>
          </li>
        ))}
        {contacts.map((one) => (
          <li key={one.id}>
            <ToneTag>{CONTACT_TOPIC_LABELS[one.topic]}</ToneTag> <span className="mc-pre">{one.text}</span>
            <div className="mc-muted mc-small">
              {one.by} · {instantText(one.at)}
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
}
