import { Link } from 'react-router';
import { usePermissions } from '../../../../workbench/api/session.ts';
import { useApi } from '../../../../workbench/api/use-api.ts';
import { instantText } from '../../../../workbench/components/day.ts';
import { Section } from '../../../../workbench/components/section.tsx';
import type { PublicationPage } from '../../publications.contract.ts';

/** On the home page: what waits for this person's review; nothing when nothing does. */
export function WaitingSection() {
  const mayReview = usePermissions().could('review', 'publication');
  const waiting = useApi<PublicationPage>(mayReview ? '/api/publications' : null, { waitingForMe: true, pageSize: 5 });
  const page = waiting.data;
  if (!page || page.total === 0) return null;
  return (
    <Section title={`待我审核的信息（${page.total}）`} extra={<Link to="/publications?waitingForMe=true">全部</Link>}>
      <ul className="mc-list">
        {page.items.map((one) => (
          <li key={one.id}>
            <Link to={`/publications/${one.id}?view=review`}>{one.title}</Link>
            <div className="mc-muted mc-small">
              {one.kindName} · {one.drafter?.name ?? one.unit.shortName} · {instantText(one.updatedAt)}
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
}
