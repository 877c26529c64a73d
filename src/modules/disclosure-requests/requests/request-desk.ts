import { AppError } from '../../../kernel/app-error.ts';
import type { LocalDate } from '../../../kernel/local-date.ts';
import type { Actor } from '../../../kernel/permissions.ts';
import type { Platform } from '../../../platform/platform.ts';
import type { CaseEvent, CasesDoor, HeldCase } from '../../cases/index.ts';
import type { RequestRow } from '../request-tables.store.ts';
import { NEEDS_RECEIPT } from '../request-words.ts';
import { findRequest } from './requests.store.ts';

export interface RequestContext {
  readonly platform: Platform;
  readonly cases: CasesDoor;
}

/** A request in the middle of one change. */
export interface HeldRequest {
  readonly held: HeldCase;
  readonly request: RequestRow;
  readonly today: LocalDate;
  readonly byName: string;
}

/** Where every step of the procedure begins: the desk of its case, then the request itself. */
export class RequestDesk {
  readonly context: RequestContext;

  constructor(context: RequestContext) {
    this.context = context;
  }

  /**
   * @param version of the case as the person saw it; null: what is added and changes nothing
   * @throws AppError like the desk of cases; `no-request` (404) for other kinds; `receipt-not-confirmed` (409) for what moves the term
   */
  act<T>(
    actor: Actor,
    of: { readonly id: string; readonly event: CaseEvent; readonly version: number | null },
    work: (request: HeldRequest) => Promise<T>,
  ): Promise<T> {
    return this.context.cases.desk.act(actor, { ...of, isLocked: true }, async (held) => {
      const request = await heldRequest(held);
      if (NEEDS_RECEIPT.has(of.event)) demandReceipt(request);
      return work(request);
    });
  }
}

/** @throws AppError `no-request` (404) */
export async function heldRequest(held: HeldCase): Promise<HeldRequest> {
  const request = await findRequest(held.change.tx, held.row.id);
  if (!request) throw new AppError('no-request', 404, '没有这件依申请公开申请，可能已被移走。请返回列表查看。');
  const byName = held.actor.type === 'person' ? held.actor.name : '系统';
  return { held, request, today: held.known.today, byName };
}

/** @throws AppError `receipt-not-confirmed` (409) */
export function demandReceipt({ request }: Pick<HeldRequest, 'request'>): void {
  if (request.confirmed_on !== null) return;
  throw new AppError(
    'receipt-not-confirmed',
    409,
    '收到申请之日还没有与申请人确认，答复期限没有起算。请先登记“确认收到”，再继续办理。',
  );
}

/** @throws AppError `day-in-future` (422) with the field */
export function demandPast(field: string, what: string, on: LocalDate, today: LocalDate): void {
  if (on <= today) return;
  throw new AppError('day-in-future', 422, `${what}不能晚于今天。`, {
    reasons: [{ field, message: `${what}不能晚于今天` }],
  });
}
