import { ToneTag } from '../../../workbench/components/tone-tag.tsx';
import type { OpennessReport } from '../inspection/inspection.contract.ts';

/** One button per check, so that each figure opens to what is behind it. */
export function CheckFigures({
  report,
  chosen,
  onChoose,
}: {
  readonly report: OpennessReport;
  readonly chosen: string | undefined;
  readonly onChoose: (check: string | undefined) => void;
}) {
  return (
    <ul className="mc-checks" aria-label="检查结果">
      {report.checks.map((check) => (
        <li key={check.code}>
          <button
            type="button"
            className="mc-check"
            aria-pressed={chosen === check.code}
            onClick={() => onChoose(chosen === check.code ? undefined : check.code)}
          >
            <span className="mc-check-name">
              {check.name} <ToneTag tone={check.isMet ? 'green' : 'orange'}>{check.isMet ? '达标' : '未达标'}</ToneTag>
            </span>
            <span className="mc-check-figure">{check.figure}</span>
            <span className="mc-muted">{check.demand}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
