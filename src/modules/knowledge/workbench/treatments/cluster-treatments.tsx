import { Link } from 'react-router';
import { usePermissions } from '../../../../workbench/api/session.ts';
import { useApi } from '../../../../workbench/api/use-api.ts';
import { Section } from '../../../../workbench/components/section.tsx';
import type { ClusterDetail } from '../../clusters/clusters.contract.ts';
import type { TreatmentView } from '../../treatments/treatments.contract.ts';
import { TreatmentTags } from './treatment-tags.tsx';

/** Where a group of questions is or was treated at the source, or the way to it. */
export function ClusterTreatments({ detail }: { readonly detail: ClusterDetail }) {
  const permissions = usePermissions();
  const found = useApi<{ items: readonly TreatmentView[] }>('/api/source-treatments', { clusterId: detail.id });
  const items = found.data?.items ?? [];
  const isTreated = items.some(({ state }) => state !== 'dropped');
  const hasLetters = detail.evidence.some(({ source }) => source === 'case');
  const unitIds = detail.unit ? [detail.unit.id] : [];
  const mayOpen = permissions.may('open', { kind: 'sourceTreatment', state: 'inquiry', unitIds });
  const offers = found.data !== undefined && !isTreated && hasLetters && mayOpen;
  if (items.length === 0 && !offers) return null;
  return (
    <Section title="源头治理">
      <ul className="mc-list">
        {items.map((one) => (
          <li key={one.id}>
            <div className="mc-list-line">
              <Link className="mc-list-main" to={`/source-treatments/${one.id}`}>
                {one.title}
              </Link>
              <TreatmentTags row={one} />
            </div>
          </li>
        ))}
      </ul>
      {offers ? (
        <p>
          光解释还不够、要改制度和流程的，
          <Link to={`/source-treatments/new?cluster=${detail.id}`}>立项源头治理</Link>，看来件有没有减少。
        </p>
      ) : null}
    </Section>
  );
}
