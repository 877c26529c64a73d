import { Button } from 'antd';
import { useState } from 'react';
import { dayText, instantText } from '../../../../workbench/components/day.ts';
import { Section } from '../../../../workbench/components/section.tsx';
import { ToneTag } from '../../../../workbench/components/tone-tag.tsx';
import type { RequestView } from '../../viewing/request-view.contract.ts';
import { DecideExtensionDialog } from '../acts/decide-extension.tsx';

/** What was asked for beyond the term, who agreed, and the term that was set instead (regulation arts 33, 35). */
export function ExtensionsPanel({ view }: { readonly view: RequestView }) {
  const [deciding, setDeciding] = useState<string>();
  const { extensions, delay } = view;
  if (extensions.length === 0 && !delay) return null;
  return (
    <Section title="延期">
      <ul className="mc-list">
        {extensions.map((one) => (
          <li key={one.id}>
            <div className="mc-list-line">
              <strong className="mc-list-main">延长 {one.workdays} 个工作日</strong>
              {one.decision === null ? (
                <ToneTag tone="blue">待负责人审批</ToneTag>
              ) : (
                <ToneTag tone={one.decision === 'approved' ? 'green' : 'orange'}>
                  {one.decision === 'approved' ? '同意' : '不同意'}
                </ToneTag>
              )}
            </div>
            <div className="mc-pre">{one.reason}</div>
            <div className="mc-muted mc-small">
              {one.proposedBy} · {instantText(one.proposedAt)}
              {one.decidedBy ? ` · ${one.decidedBy}审批` : ''}
            </div>
            {one.remark ? <div className="mc-small">{one.remark}</div> : null}
            {one.decision === null && view.case.allowed.extend === true ? (
              <Button onClick={() => setDeciding(one.id)}>审批延期</Button>
            ) : null}
          </li>
        ))}
        {delay ? (
          <li>
            <strong>另定的答复期限：{dayText(delay.until)}</strong>
            <div className="mc-pre">{delay.reason}</div>
          </li>
        ) : null}
      </ul>
      {deciding ? (
        <DecideExtensionDialog view={view} extensionId={deciding} onClose={() => setDeciding(undefined)} />
      ) : null}
    </Section>
  );
}
