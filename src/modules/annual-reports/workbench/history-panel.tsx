import { instantText } from '../../../workbench/components/day.ts';
import { EmptyState } from '../../../workbench/components/empty-state.tsx';
import { Section } from '../../../workbench/components/section.tsx';
import type { ReportView } from '../reports/reports.contract.ts';
import { StatementList } from './statement-list.tsx';

/** What was stated by hand, and what happened to the report. */
export function HistoryPanel({ report }: { readonly report: ReportView }) {
  return (
    <>
      <Section title="申报的数字">
        {report.statements.length === 0 ? (
          <EmptyState what="没有申报。" next="在“数字”中点开一格即可填报。" />
        ) : (
          <StatementList statements={report.statements} />
        )}
      </Section>
      <Section title="经过">
        <ol className="mc-report-faults">
          {report.history.toReversed().map(({ text, by, at }) => (
            <li key={`${at} ${text}`}>
              {text}
              <div className="mc-muted mc-small">
                {by} · {instantText(at)}
              </div>
            </li>
          ))}
        </ol>
      </Section>
    </>
  );
}
