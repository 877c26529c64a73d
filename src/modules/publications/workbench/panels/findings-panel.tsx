import { Button } from 'antd';
import { Section } from '../../../../workbench/components/section.tsx';
import { ToneTag } from '../../../../workbench/components/tone-tag.tsx';
import type { Finding, PublicationDetail } from '../../publications.contract.ts';
import type { KindView } from '../../register.contract.ts';
import type { NoteActions } from '../content/note-actions.ts';
import { findingTypeLabel } from '../words/labels.ts';
import { placeLabel } from '../words/places.ts';

const SHOWN = 6;

/** Personal data in title, fields, text, tables and attachments: all of it masked, or let through with a reason. */
export function FindingsPanel(props: {
  readonly detail: PublicationDetail;
  readonly kind: KindView | undefined;
  readonly actions: NoteActions;
  readonly onGo: (place: string) => void;
}) {
  const { detail, actions } = props;
  const open = detail.findings.filter((one) => one.state === 'open');
  const kept = detail.findings.filter((one) => one.state === 'overridden');
  const masked = detail.findings.filter((one) => one.state === 'masked');
  const line = (finding: Finding) => <FindingLine key={finding.id} {...props} finding={finding} />;
  return (
    <Section
      title="个人信息"
      extra={
        open.length > 0 ? (
          <ToneTag tone="red">{open.length} 处待处理</ToneTag>
        ) : (
          <ToneTag tone="green">没有待处理</ToneTag>
        )
      }
    >
      {open.length > 0 && actions.mask ? (
        <p>
          <Button type="primary" loading={actions.isBusy ?? false} onClick={() => actions.mask?.(open)}>
            全部脱敏（{open.length} 处）
          </Button>
        </p>
      ) : null}
      {open.length === 0 && kept.length + masked.length === 0 ? <p>没有发现需要处理的个人信息。</p> : null}
      <ul className="mc-plain-list">{open.slice(0, SHOWN).map(line)}</ul>
      {open.length > SHOWN ? (
        <details>
          <summary>其余 {open.length - SHOWN} 处</summary>
          <ul className="mc-plain-list">{open.slice(SHOWN).map(line)}</ul>
        </details>
      ) : null}
      {masked.length > 0 ? <p className="mc-muted">已脱敏 {masked.length} 处。</p> : null}
      {kept.length > 0 ? (
        <details>
          <summary>说明理由后保留 {kept.length} 处</summary>
          <ul className="mc-plain-list">
            {kept.map((finding) => (
              <li key={finding.id}>
                {findingTypeLabel(finding.type)} {finding.text || finding.masked}：{finding.reason}
                <span className="mc-muted">（{finding.decidedBy?.name}）</span>
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </Section>
  );
}

function FindingLine(props: {
  readonly detail: PublicationDetail;
  readonly kind: KindView | undefined;
  readonly onGo: (place: string) => void;
  readonly finding: Finding;
}) {
  const { finding, detail, kind } = props;
  return (
    <li>
      {findingTypeLabel(finding.type)} {finding.text || finding.masked}{' '}
      <button type="button" className="mc-link-button" onClick={() => props.onGo(finding.place)}>
        去看：{placeLabel(finding.place, detail.draft?.content ?? null, kind)}
      </button>
    </li>
  );
}
