import { FEE_CELL } from '../form/cells.ts';
import type { Counter } from './counted-record.ts';
import type { FeeFact } from './facts.ts';

/** Part six: 信息处理费 collected in the year, payment by payment. */
export function countFees(fees: readonly FeeFact[], counter: Counter): void {
  for (const { caseId, number, unitId, paidOn, amount } of fees)
    counter.add(FEE_CELL, {
      kind: 'fee',
      id: caseId,
      number,
      title: '',
      unitId,
      amount,
      note: `${paidOn} 缴纳 ${amount} 元`,
    });
}
