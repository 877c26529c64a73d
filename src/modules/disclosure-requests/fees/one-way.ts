import { AppError } from '../../../kernel/app-error.ts';
import { FEE_WAY_LABELS, type FeeWay } from './reckon-fee.ts';

/**
 * A request that was told a fee in one way cannot be told another (国办函〔2020〕109号 art 3); a notice withdrawn leaves it free again.
 * @param noticed ways of the notices that stand
 * @throws AppError `fee-other-way` (409)
 */
export function checkOneWay(noticed: readonly FeeWay['by'][], by: FeeWay['by']): void {
  const other = noticed.find((one) => one !== by);
  if (other === undefined) return;
  throw new AppError(
    'fee-other-way',
    409,
    `这件申请已${FEE_WAY_LABELS[other]}信息处理费，同一申请不能再${FEE_WAY_LABELS[by]}。请先撤回原收费通知。`,
  );
}
