import { AppError } from '../../../kernel/app-error.ts';
import type { Queryable } from '../../../platform/db/database.ts';
import type { CasesDoor } from '../../cases/index.ts';
import { consultationsOf } from '../procedure/consultations.store.ts';
import { feeOf } from '../procedure/fees.store.ts';
import { findRequest } from '../requests/requests.store.ts';

/** Everything on record that a decision rests on. @throws AppError `no-request` (404) */
export async function recordsOf(db: Queryable, caseId: string, { clocks }: Pick<CasesDoor, 'clocks'>) {
  const request = await findRequest(db, caseId);
  if (!request) throw new AppError('no-request', 404, '没有这件依申请公开申请，可能已被移走。请返回列表查看。');
  return {
    request,
    events: await clocks.events(db, caseId),
    consultations: await consultationsOf(db, caseId),
    fee: await feeOf(db, caseId),
  };
}
