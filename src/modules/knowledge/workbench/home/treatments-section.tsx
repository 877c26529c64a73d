import { Link } from 'react-router';
import { usePermissions } from '../../../../workbench/api/session.ts';
import { useApi } from '../../../../workbench/api/use-api.ts';
import { dayText } from '../../../../workbench/components/day.ts';
import { Section } from '../../../../workbench/components/section.tsx';
import type { TreatmentView } from '../../treatments/treatments.contract.ts';
import { TreatmentTags } from '../treatments/treatment-tags.tsx';

const SHOWN = 5;

/** On the home page: what the person's unit has to treat at the source, and for the office what waits to be confirmed; nothing when there is none. */
export function TreatmentsSection() {
  const permissions = usePermissions();
  const isOffice = permissions.could('verify', 'sourceTreatment');
  const mayAct = isOffice || permissions.could('plan', 'sourceTreatment');
  const found = useApi<{ items: readonly TreatmentView[] }>(mayAct ? '/api/source-treatments' : null, {
    ...(isOffice ? { state: 'done' } : { standing: 'open' }),
    pageSize: SHOWN,
  });
  const items = found.data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <Section
      title={isOffice ? '待确认成效的源头治理' : '本单位的源头治理'}
      extra={<Link to="/source-treatments">源头治理</Link>}
    >
      <ul className="mc-list">
        {items.map((one) => (
          <li key={one.id}>
            <div className="mc-list-line">
              <Link className="mc-list-main" to={`/source-treatments/${one.id}`}>
                {one.title}
              </Link>
              <TreatmentTags row={one} />
            </div>
            <div className="mc-muted mc-small">{one.dueOn ? `期限 ${dayText(one.dueOn)}` : '调查后确定期限'}</div>
          </li>
        ))}
      </ul>
    </Section>
  );
}
