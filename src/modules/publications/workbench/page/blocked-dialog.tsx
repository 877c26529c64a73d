import { Modal } from 'antd';
import type { ApiProblem } from '../../../../workbench/api/problem.ts';
import type { BlockingReason, PublicationDetail } from '../../publications.contract.ts';
import type { KindView } from '../../register.contract.ts';
import { Reasons } from '../panels/reasons-panel.tsx';
import { parted } from '../words/places.ts';
import { realPlace } from './go-to-place.ts';

export function reasonsIn(problem: ApiProblem): readonly BlockingReason[] | undefined {
  const { reasons } = problem.details as { reasons?: readonly BlockingReason[] };
  return problem.code === 'blocked' && Array.isArray(reasons) ? reasons : undefined;
}

/** All reasons at once, each with the way to its place, as in the panel beside the text. */
export function BlockedDialog(props: {
  readonly detail: PublicationDetail;
  readonly kind: KindView | undefined;
  readonly reasons: readonly BlockingReason[];
  readonly onGo: (place: string) => void;
  readonly onClose: () => void;
}) {
  const { detail, reasons } = props;
  const first = reasons.find((reason) => parted(reason.place)[0] !== 'together');
  /** Only once the dialog has let go of the focus and the scrolling of the page. */
  const go = (place: string): void => {
    props.onClose();
    requestAnimationFrame(() => props.onGo(place));
  };
  return (
    <Modal
      open
      title={`请先处理下列 ${reasons.length} 项`}
      focusable={{ focusTriggerAfterClose: false }}
      okText="去处理第一项"
      okButtonProps={{ hidden: !first }}
      cancelText="知道了"
      onOk={() => first && go(realPlace(first.place, detail))}
      onCancel={props.onClose}
    >
      <Reasons detail={detail} kind={props.kind} reasons={reasons} onGo={go} />
    </Modal>
  );
}
