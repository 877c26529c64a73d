import { Alert } from 'antd';
import type { RequestView } from '../../viewing/request-view.contract.ts';

/** Whoever answers must know whom he answers (regulation art 29 para 2 no 1); it is told, and does not stop a decision. */
export function IdentityUnchecked({ view }: { readonly view: RequestView }) {
  if (view.identity) return null;
  return (
    <Alert
      className="mc-gap-below"
      type="warning"
      showIcon
      title="还没有核对申请人身份证明"
      description="答复发出前请核对，按“核对身份”登记核对了什么。"
    />
  );
}
