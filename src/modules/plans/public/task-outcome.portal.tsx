import { longDay, ShareBar, Table } from '../../../portal/index.ts';
import { UNIT_ROLE_WORDS } from '../plan-words.ts';
import type { OpenReport, OpenStateCounts, OpenTaskDetail } from './open-plans.contract.ts';
import { unitHref } from './plan-address.ts';
import { countsText, StateTag, sharesOf } from './task-state.portal.tsx';

const REPORTS_AT_ONCE = 8;
const UNITS_AT_ONCE = 12;

/** Newest first; where many units report, the older results open on demand. */
export function Reports({ reports }: { reports: readonly OpenReport[] }) {
  if (reports.length === 0)
    return <p class="muted">还没有通过核验的办理结果。单位报送并经主管部门核验后，会在这里公布。</p>;
  const sorted = [...reports].sort((a, b) => (a.acceptedOn < b.acceptedOn ? 1 : -1));
  const older = sorted.slice(REPORTS_AT_ONCE);
  return (
    <>
      <ReportList reports={sorted.slice(0, REPORTS_AT_ONCE)} />
      {older.length > 0 && (
        <details>
          <summary>其余 {older.length} 条办理结果</summary>
          <ReportList reports={older} />
        </details>
      )}
    </>
  );
}

function ReportList({ reports }: { reports: readonly OpenReport[] }) {
  return (
    <ol class="timeline">
      {reports.map((report) => (
        <li key={`${report.unit.code}-${report.acceptedOn}-${report.text}`}>
          <p class="timeline-head">
            <time dateTime={report.acceptedOn}>{longDay(report.acceptedOn)}</time>
            <a href={unitHref(report.unit.code)}>{report.unit.name}</a>
            <span>完成 {report.percent}%</span>
          </p>
          <p>{report.text}</p>
          <Evidence evidence={report.evidence} />
        </li>
      ))}
    </ol>
  );
}

function Evidence({ evidence }: Pick<OpenReport, 'evidence'>) {
  if (evidence.length === 0) return null;
  return (
    <ul class="evidence" aria-label="佐证材料">
      {evidence.map((item) => (
        <li key={item.address}>
          <a href={item.address} rel="noopener noreferrer">
            {item.title || item.address}
          </a>
        </li>
      ))}
    </ul>
  );
}

export function Shares({ task }: { task: OpenTaskDetail }) {
  if (task.units.length === 0) return <p>{task.unitsText || '要点没有写明责任单位。'}</p>;
  const counts = countShares(task);
  return (
    <>
      <p class="muted">要点原文：{task.unitsText}</p>
      {task.units.length <= UNITS_AT_ONCE ? (
        <ShareTable task={task} />
      ) : (
        <>
          <ShareBar shares={sharesOf(counts)} />
          <p>
            {task.units.length} 个单位：{countsText(counts)}。
          </p>
          <details>
            <summary>逐个单位查看</summary>
            <ShareTable task={task} />
          </details>
        </>
      )}
    </>
  );
}

function countShares(task: OpenTaskDetail): OpenStateCounts {
  const counts = { notStarted: 0, inProgress: 0, reported: 0, accepted: 0, overdue: 0 };
  for (const share of task.units) counts[share.state] += 1;
  return counts;
}

function ShareTable({ task }: { task: OpenTaskDetail }) {
  return (
    <Table
      caption="承担本任务的单位"
      hideCaption
      rows={task.units}
      rowKey={(share) => `${share.unit.code}-${share.role}`}
      columns={[
        { header: '单位', kind: 'name', cell: (share) => <a href={unitHref(share.unit.code)}>{share.unit.name}</a> },
        { header: '角色', cell: (share) => UNIT_ROLE_WORDS[share.role] },
        { header: '进度', kind: 'number', cell: (share) => `${share.percent}%` },
        { header: '状态', cell: (share) => <StateTag state={share.state} /> },
      ]}
    />
  );
}
