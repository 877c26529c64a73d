import { EmptyState } from '../../../workbench/components/empty-state.tsx';
import { Section } from '../../../workbench/components/section.tsx';
import { ToneTag } from '../../../workbench/components/tone-tag.tsx';
import type { ReportView } from '../reports/reports.contract.ts';

/** Everything that stands in the way at once, what somebody should look at, and what records say since the report was fixed. */
export function ChecksPanel({ report }: { readonly report: ReportView }) {
  const { faults, differences } = report;
  return (
    <>
      <Section title="核对结果">
        {faults.length === 0 ? (
          <EmptyState what="勾稽关系和文字部分都没有问题。" />
        ) : (
          <ul className="mc-report-faults">
            {faults.map(({ code, severity, message }) => (
              <li key={`${code} ${message}`}>
                <ToneTag tone={severity === 'blocks' ? 'red' : 'orange'}>
                  {severity === 'blocks' ? '必须处理' : '请核对'}
                </ToneTag>{' '}
                {message}
              </li>
            ))}
          </ul>
        )}
      </Section>
      {report.isFrozen ? (
        <Section title="固定以后的变化" extra="报告中的数字不会自动改变">
          {differences.length === 0 ? (
            <p className="mc-muted">现在的记录与报告中的数字一致。</p>
          ) : (
            <ul className="mc-report-faults">
              {differences.map(({ cell, label, stood, now }) => (
                <li key={cell}>
                  {label}：报告中为 <strong>{stood ?? '—'}</strong>，现在的记录为 <strong>{now ?? '—'}</strong>
                </li>
              ))}
            </ul>
          )}
        </Section>
      ) : null}
    </>
  );
}
