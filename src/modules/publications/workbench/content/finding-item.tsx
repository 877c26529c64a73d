import { Button } from 'antd';
import type { Finding } from '../../publications.contract.ts';
import { findingTypeLabel } from '../words/labels.ts';
import type { NoteActions } from './note-actions.ts';

/** One piece of personal data: what it is, what it will look like, and the two ways out. */
export function FindingItem({ finding, actions }: { readonly finding: Finding; readonly actions: NoteActions }) {
  const { mask, keep } = actions;
  const name = `${findingTypeLabel(finding.type)} ${finding.masked}`;
  return (
    <div className="mc-finding-item">
      <div>
        <strong>{findingTypeLabel(finding.type)}</strong>
        {finding.certainty === 'likely' ? <span className="mc-muted">（疑似）</span> : null}{' '}
        {finding.text || finding.masked}
      </div>
      <div className="mc-muted mc-small">
        {finding.why}
        {finding.text && finding.masked !== finding.text ? ` 脱敏后：${finding.masked}` : ''}
      </div>
      {mask || keep ? (
        <div className="mc-note-buttons">
          {mask ? (
            <Button
              size="small"
              type="primary"
              aria-label={`脱敏 ${name}`}
              disabled={actions.isBusy ?? false}
              onClick={() => mask([finding])}
            >
              脱敏
            </Button>
          ) : null}
          {keep ? (
            <Button size="small" aria-label={`说明理由后保留 ${name}`} onClick={() => keep(finding)}>
              保留…
            </Button>
          ) : null}
        </div>
      ) : null}
    </div>
  );
}
