import { Modal } from 'antd';
import type { ApiProblem } from '../../../../workbench/api/problem.ts';
import type { BlockingReason, PublicationDetail } from '../../publications.contract.ts';
import type { KindView } from '../../register.contract.ts';
import { placeLabel } from '../words/places.ts';
import { realPlace } from './go-to-place.ts';

export function reasonsIn(problem: ApiProblem): readonly BlockingReason[] | undefined {
  const { reasons } = problem.details as { reasons?: readonly BlockingReason[] };
  return problem.code === 'blocked' && Array.isArray(reasons) ? reasons : undefined;
}

/** All reasons at once; the panel beside the text leads to each place. */
export function BlockedDialog(props: {
  readonly detail: PublicationDetail;
  readonly kind: KindView | undefined;
  readonly reasons: readonly BlockingReason[];
  readonly onClose: () => void;
}) {
  const content = props.detail.draft?.content ?? null;
  return (
    <Modal
      open
      title={`请先处理下列 ${props.reasons.length} 项`}
      okText="知道了，去处理"
      onOk={props.onClose}
      onCancel={props.onClose}
      cancelButtonProps={{ hidden: true }}
    >
      <ul className="mc-reasons">
        {props.reasons.map((reason) => {
          const label = placeLabel(realPlace(reason.place, props.detail), content, props.kind);
          return (
            <li key={`${reason.code} ${reason.place}`}>
              {label ? <strong>{label}：</strong> : null}
              {reason.message}
            </li>
          );
        })}
      </ul>
      <p className="mc-muted">关闭后，可在“公开前还差什么”中逐项前往。</p>
    </Modal>
  );
}
