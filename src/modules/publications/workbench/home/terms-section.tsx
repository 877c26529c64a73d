import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { usePermissions } from '../../../../workbench/api/session.ts';
import { useApi } from '../../../../workbench/api/use-api.ts';
import { Section } from '../../../../workbench/components/section.tsx';
import type { PublicationPage, PublicationSummary } from '../../publications.contract.ts';
import { TermTag } from '../words/state-tags.tsx';

/** On the home page: what has to be public soon, and what is to be looked at again; nothing when neither is. */
export function TermsSection() {
  const may = usePermissions().could('explainLate', 'publication');
  const due = useApi<PublicationPage>(may ? '/api/publications' : null, { term: 'due', sort: 'formedOn', pageSize: 5 });
  const review = useApi<PublicationPage>(may ? '/api/publications' : null, {
    reviewDue: true,
    sort: 'nextReviewOn',
    pageSize: 5,
  });
  return (
    <>
      <Few title="公开时限将到或已过" all="/publications?term=due" page={due.data}>
        {(one) => <TermTag publication={one} />}
      </Few>
      <Few title="公开属性待复核" all="/publications?reviewDue=true" page={review.data}>
        {(one) => <span className="mc-muted mc-small">应于 {one.nextReviewOn} 前复核</span>}
      </Few>
    </>
  );
}

function Few(props: {
  readonly title: string;
  readonly all: string;
  readonly page: PublicationPage | undefined;
  readonly children: (one: PublicationSummary) => ReactNode;
}) {
  const { page } = props;
  if (!page || page.total === 0) return null;
  return (
    <Section title={`${props.title}（${page.total}）`} extra={<Link to={props.all}>全部</Link>}>
      <ul className="mc-list">
        {page.items.map((one) => (
          <li key={one.id}>
            <Link to={`/publications/${one.id}`}>{one.title || '（还没有标题）'}</Link>{' '}
            <span className="mc-muted mc-small">{one.unit.shortName}</span> {props.children(one)}
          </li>
        ))}
      </ul>
    </Section>
  );
}
