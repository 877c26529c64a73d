import { Link } from 'react-router';
import { useApi } from '../../../../workbench/api/use-api.ts';
import { type FilterControl, withChanges } from '../../../../workbench/components/use-filters.ts';
import { REQUEST_STAGES, type RequestCounts } from '../../disclosure-requests.contract.ts';
import { STAGE_LABELS } from '../words/stages.ts';

/** How many wait for what; each head opens its list. Links wrap on phones. */
export function StageTabs({ values }: Pick<FilterControl, 'values'>) {
  const counts = useApi<RequestCounts>('/api/disclosure-requests/counts', { unitId: values.unitId });
  const tab = (key: string | undefined, label: string) => (
    <Link
      key={label}
      replace
      className="mc-view"
      to={`?${new URLSearchParams(withChanges(values, { waitsFor: key, sort: undefined }))}`}
      {...(values.waitsFor === key ? { 'aria-current': 'page' as const } : {})}
    >
      {label}
    </Link>
  );
  return (
    <nav aria-label="办理环节" className="mc-views">
      {tab(undefined, '全部')}
      {REQUEST_STAGES.map((stage) =>
        tab(stage, counts.data ? `${STAGE_LABELS[stage]} ${counts.data[stage]}` : STAGE_LABELS[stage]),
      )}
    </nav>
  );
}
