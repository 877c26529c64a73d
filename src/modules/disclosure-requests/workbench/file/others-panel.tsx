import { Link } from 'react-router';
import { dayText } from '../../../../workbench/components/day.ts';
import { FoldedList } from '../../../../workbench/components/folded-list.tsx';
import { Section } from '../../../../workbench/components/section.tsx';
import type { RequestView } from '../../viewing/request-view.contract.ts';
import { ResultTag } from '../words/request-tags.tsx';

/** Repeated requests are found here, and unusual numbers of them. */
export function OthersPanel({ view: { others, earlierInMonth } }: { readonly view: RequestView }) {
  if (others.length === 0 && earlierInMonth === 0) return null;
  return (
    <Section title="同一申请人的其他申请">
      {earlierInMonth > 0 ? <p>当月此前已申请 {earlierInMonth} 件（按件计收信息处理费时合并计算）。</p> : null}
      <FoldedList items={others} shown={5} noun="件申请">
        {(items) => (
          <ul className="mc-list">
            {items.map((one) => (
              <li key={one.id}>
                <Link to={`/disclosure-requests/${one.id}`}>{one.title}</Link>{' '}
                {one.result ? <ResultTag result={one.result} /> : null}
                <div className="mc-muted mc-small">
                  {one.number} · {dayText(one.receivedOn)}收到
                </div>
              </li>
            ))}
          </ul>
        )}
      </FoldedList>
    </Section>
  );
}
