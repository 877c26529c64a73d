import { Link } from 'react-router';
import { type Session, unitsOf, usePermissions, useSession } from '../../../../workbench/api/session.ts';
import { useApi } from '../../../../workbench/api/use-api.ts';
import { instantText } from '../../../../workbench/components/day.ts';
import { Section } from '../../../../workbench/components/section.tsx';
import type { CasePage } from '../../../cases/cases.contract.ts';
import { caseAddress } from '../../../cases/workbench/words/case-address.ts';
import { type LetterWork, letterWork } from './letter-work.ts';

const SHOWN = 5;

/** On the home page: what came in and waits for this person; nothing when nothing does. Each count is that of the list behind it. */
export function LettersSection() {
  const { may } = usePermissions();
  const session = useSession();
  const unitIds = session.grants.map((grant) => grant.unitId);
  const work = letterWork(officeOf(session), (action, state) => may(action, { kind: 'case', state, unitIds }));
  return (
    <>
      {work.map((one) => (
        <Waiting key={one.title} work={one} />
      ))}
    </>
  );
}

function Waiting({ work }: { readonly work: LetterWork }) {
  const page = useApi<CasePage>('/api/cases', { ...work.query, pageSize: SHOWN }).data;
  if (!page || page.total === 0) return null;
  const count = page.isCapped ? `${page.total}以上` : page.total;
  const behind = `/cases?${new URLSearchParams(work.query)}`;
  return (
    <Section title={`${work.title}（${count}）`} extra={<Link to={behind}>全部</Link>}>
      <ul className="mc-list">
        {page.items.map((one) => (
          <li key={one.id}>
            <Link to={caseAddress(one)}>{one.title}</Link>
            <div className="mc-muted mc-small">
              {one.kindLabel} · {one.unit.shortName} · {instantText(one.receivedAt)}收到
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** The office sees all units' letters, and takes up its own alone. */
function officeOf(session: Session): string | null {
  return unitsOf(session, 'supervisor')[0]?.id ?? null;
}
