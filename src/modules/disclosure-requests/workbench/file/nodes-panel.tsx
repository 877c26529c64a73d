import { Alert } from 'antd';
import { dayText } from '../../../../workbench/components/day.ts';
import { ToneTag } from '../../../../workbench/components/tone-tag.tsx';
import type { RequestView } from '../../viewing/request-view.contract.ts';

/** The key nodes as steps, each with its day (FOI-1), and what stands still because a day is missing. */
export function NodesPanel({ view }: { readonly view: RequestView }) {
  return (
    <>
      <ol className="mc-nodes" aria-label="案卷节点">
        {view.nodes.map((node) => (
          <li key={node.label} className={node.on ? 'mc-node-done' : ''}>
            <strong>{node.label}</strong>
            <div className="mc-small">{node.on ? dayText(node.on) : <span className="mc-muted">未到</span>}</div>
            {node.note ? <div className="mc-muted mc-small">{node.note}</div> : null}
          </li>
        ))}
      </ol>
      {view.confirmedOn === null ? (
        <Alert
          className="mc-gap-below"
          type="warning"
          showIcon
          title="收到申请之日还没有确认，答复期限没有起算。"
          description="请与申请人取得联系，双方确认后登记“确认收到”。联系不上的，把每次联系的情况记入沟通记录。"
        />
      ) : null}
      {view.abuseReason ? (
        <p>
          <ToneTag tone="orange">疑似不当行使申请权</ToneTag> {view.abuseReason}
        </p>
      ) : null}
    </>
  );
}
