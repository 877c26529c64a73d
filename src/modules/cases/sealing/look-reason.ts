import type { Reason } from '../../../kernel/app-error.ts';
import { findPersonalData } from '../../redaction/index.ts';
import { APPLICANT_FIELDS, type ApplicantField } from '../case-words.ts';

const MESSAGE = '理由会一直保存在审计记录里，请不要写姓名、电话、证件号码，写明办什么事即可，例如：电话核实房屋坐落';

/** Shorter words stand in sentences by chance. */
const SHORTEST_TELLING = 2;

/**
 * Why somebody looks is kept in a log from which nothing can be taken out again, so that it must not tell what the seal hides (PIPL arts 6, 47).
 * @param sealed what he is about to see
 */
export function lookReasonFault(
  reason: string,
  sealed: Readonly<Partial<Record<ApplicantField, string | null>>>,
): Reason | null {
  const isTold = APPLICANT_FIELDS.some((field) => {
    const value = sealed[field]?.trim() ?? '';
    return value.length >= SHORTEST_TELLING && reason.includes(value);
  });
  return isTold || findPersonalData(reason).length > 0 ? { field: 'reason', message: MESSAGE } : null;
}
