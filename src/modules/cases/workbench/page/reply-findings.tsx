import { Alert } from 'antd';
import type { ReplyFinding } from '../../cases.contract.ts';

/** Somebody's data in the words: the sender would read what is not his. */
export function ReplyFindings({
  findings,
  text,
}: {
  readonly findings: readonly ReplyFinding[];
  readonly text: string;
}) {
  if (findings.length === 0) return null;
  return (
    <Alert
      className="mc-gap-below"
      type="warning"
      showIcon
      title={`答复里有 ${findings.length} 处像是个人信息，请核对是否应当写给对方`}
      description={
        <ul className="mc-plain-list">
          {findings.map((finding) => (
            <li key={`${finding.start} ${finding.type}`}>
              {finding.typeLabel}“{text.slice(finding.start, finding.end)}”：{finding.why}（可改为“{finding.masked}”）
            </li>
          ))}
        </ul>
      }
    />
  );
}
