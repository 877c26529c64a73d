import { Link } from 'react-router';
import { usePermissions } from '../../../../workbench/api/session.ts';
import { useApi } from '../../../../workbench/api/use-api.ts';
import { Section } from '../../../../workbench/components/section.tsx';
import type { CaseView } from '../../../cases/cases.contract.ts';

interface Treatments {
  readonly items: readonly { readonly id: string; readonly title: string }[];
}
const UNCOUNTED = ['awaitingCheck', 'rejected'];

/** In which treatments at the source (源头治理) the case is counted, or the way to open one from it (MSG-15). */
export function TreatmentsPanel({ view }: { readonly view: CaseView }) {
  const permissions = usePermissions();
  const mayRead = permissions.could('read', 'sourceTreatment');
  const found = useApi<Treatments>(mayRead ? '/api/source-treatments' : null, { caseId: view.id });
  const items = found.data?.items ?? [];
  const subject = { kind: 'sourceTreatment', state: 'inquiry', unitIds: [view.unit.id] };
  const mayOpen = permissions.may('open', subject) && !UNCOUNTED.includes(view.state) && view.recusals.length === 0;
  if (!found.data || (items.length === 0 && !mayOpen)) return null;
  return (
    <Section title="源头治理">
      {items.length > 0 ? (
        <ul className="mc-list">
          {items.map(({ id, title }) => (
            <li key={id}>
              <Link to={`/source-treatments/${id}`}>{title}</Link>
            </li>
          ))}
        </ul>
      ) : (
        <p>
          同类问题反复出现、要改制度和流程的，
          <Link to={`/source-treatments/new?case=${view.id}`}>立项源头治理</Link>。
        </p>
      )}
    </Section>
  );
}
