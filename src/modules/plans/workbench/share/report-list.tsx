import { instantText } from '../../../../workbench/components/day.ts';
import { EmptyState } from '../../../../workbench/components/empty-state.tsx';
import { ToneTag } from '../../../../workbench/components/tone-tag.tsx';
import type { AssignmentDetail, Report } from '../../assignments/assignments.contract.ts';
import { EvidenceList } from './evidence-list.tsx';

/** Every report with its evidence and what was decided on it, newest first. */
export function ReportList({ share }: { readonly share: AssignmentDetail }) {
  if (share.reports.length === 0) {
    return (
      <EmptyState
        what="还没有报送进展。"
        next={
          share.allowed.includes('report')
            ? '点“报送进展”填写办理情况，并附上佐证材料。'
            : '单位报送后，进展和佐证材料会出现在这里。'
        }
      />
    );
  }
  return (
    <ol className="mc-reports">
      {share.reports.map((report) => (
        <li key={report.id}>
          <ReportItem report={report} share={share} />
        </li>
      ))}
    </ol>
  );
}

function ReportItem({ report, share }: { readonly report: Report; readonly share: AssignmentDetail }) {
  return (
    <>
      <div className="mc-list-line">
        <strong>{report.kind === 'completion' ? '报送办结' : '报送进展'}</strong>
        <span className="mc-number">{report.percent}%</span>
        {share.milestoneCount > 1 ? <span className="mc-muted">第 {report.milestone + 1} 个节点</span> : null}
        <span className="mc-muted mc-small">
          {report.by} · {instantText(report.at)}
        </span>
      </div>
      <p className="mc-pre">{report.text}</p>
      <EvidenceList evidence={report.evidence} share={share} />
      {report.decision ? (
        <div className={`mc-decision mc-decision-${report.decision}`}>
          <ToneTag tone={report.decision === 'accepted' ? 'green' : 'orange'}>
            {report.decision === 'accepted' ? '核验通过' : '退回'}
          </ToneTag>{' '}
          {report.decisionReason}
          <span className="mc-muted mc-small">
            {' '}
            {report.decidedBy} · {instantText(report.decidedAt)}
          </span>
        </div>
      ) : null}
    </>
  );
}
