import { Link } from 'react-router';
import { usePermissions } from '../../../../workbench/api/session.ts';
import { useApi } from '../../../../workbench/api/use-api.ts';
import { Section } from '../../../../workbench/components/section.tsx';
import type { CasePage } from '../../../cases/cases.contract.ts';
import { caseAddress } from '../../../cases/workbench/words/case-address.ts';
import { UrgencyTag } from '../../../cases/workbench/words/case-tags.tsx';

const PRESSING = ['late', 'today', 'soon'];

/** On the home page: what must be answered by the next working day; nothing when nothing must. */
export function DueSection() {
  const mayRead = usePermissions().could('read', 'case');
  const open = useApi<CasePage>(mayRead ? '/api/cases' : null, { open: 'true', sort: 'urgentOn', pageSize: 6 });
  const pressing = (open.data?.items ?? []).filter((one) => PRESSING.includes(one.urgency));
  if (pressing.length === 0) return null;
  return (
    <Section title="将到期和逾期的来件" extra={<Link to="/cases">来信办理</Link>}>
      <ul className="mc-list">
        {pressing.map((one) => (
          <li key={one.id}>
            <div className="mc-list-line">
              <Link className="mc-list-main" to={caseAddress(one)}>
                {one.title}
              </Link>
              <UrgencyTag row={one} />
            </div>
            <div className="mc-muted mc-small">
              {[one.kindLabel, one.unit.shortName, one.person?.name].filter(Boolean).join(' · ')}
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
}
