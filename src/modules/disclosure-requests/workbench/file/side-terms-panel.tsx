import { dayText } from '../../../../workbench/components/day.ts';
import { Section } from '../../../../workbench/components/section.tsx';
import { ToneTag } from '../../../../workbench/components/tone-tag.tsx';
import type { RequestView } from '../../viewing/request-view.contract.ts';

type Term = RequestView['sideTerms'][number];

/** Terms beside the main one, each with what follows by law when it passes. */
export function SideTermsPanel({ view }: { readonly view: RequestView }) {
  if (view.sideTerms.length === 0) return null;
  return (
    <Section title="办理中的其他期限">
      <ul className="mc-list">
        {view.sideTerms.map((term) => (
          <li key={`${term.what} ${term.start}`}>
            <div className="mc-list-line">
              <strong className="mc-list-main">{term.what}</strong>
              <TermTag term={term} />
            </div>
            <div className="mc-small">
              {dayText(term.start)}起，至{dayText(term.due)}
            </div>
            <div className="mc-muted mc-small">{term.basis}</div>
            {term.afterwards && term.endedOn === null ? <div className="mc-small">{term.afterwards}</div> : null}
          </li>
        ))}
      </ul>
    </Section>
  );
}

function TermTag({ term: { endedOn, isLate } }: { readonly term: Term }) {
  if (endedOn)
    return (
      <ToneTag tone={isLate ? 'red' : 'green'}>
        {dayText(endedOn)}
        {isLate ? '（超期）' : '完成'}
      </ToneTag>
    );
  return <ToneTag tone={isLate ? 'red' : 'blue'}>{isLate ? '已过期限' : '进行中'}</ToneTag>;
}
