import type { PublicationDetail } from '../../publications.contract.ts';
import { FindingItem } from './finding-item.tsx';
import type { NoteActions } from './note-actions.ts';
import { RemarkItem } from './remark-item.tsx';

/** Findings and remarks at a field, the title or an attachment, directly below it. */
export function PlaceNotes(props: {
  readonly detail: Pick<PublicationDetail, 'findings' | 'remarks'>;
  readonly place: string;
  readonly actions: NoteActions;
}) {
  const { detail, place, actions } = props;
  const findings = detail.findings.filter((one) => one.place === place && one.state === 'open');
  const remarks = detail.remarks.filter((one) => one.place === place && !one.resolvedAt);
  if (findings.length + remarks.length === 0) return null;
  return (
    <div className="mc-place-notes">
      {findings.map((finding) => (
        <FindingItem key={finding.id} finding={finding} actions={actions} />
      ))}
      {remarks.map((remark) => (
        <RemarkItem key={remark.id} remark={remark} actions={actions} />
      ))}
    </div>
  );
}
