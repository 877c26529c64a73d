import { AppError } from '../../../kernel/app-error.ts';
import type { Actor } from '../../../kernel/permissions.ts';
import { requestStartDay } from '../../cases/index.ts';
import { CATEGORY_LABELS } from '../request-words.ts';
import { demandPast, type RequestDesk } from '../requests/request-desk.ts';
import { updateRequest } from '../requests/requests.store.ts';
import type { ConfirmReceiptInput, IdentityInput } from './procedure.contract.ts';

/** When a request counts as received, and whether the applicant is who he says (regulation arts 29, 31). */
export class ReceiptService {
  readonly #desk: RequestDesk;

  constructor(desk: RequestDesk) {
    this.#desk = desk;
  }

  /**
   * The clock begins with the day on which both sides confirmed it.
   * @throws AppError `already-confirmed` (409), `day-in-future`, `day-before-request` (422)
   */
  confirm(actor: Actor, id: string, { version, on, how }: ConfirmReceiptInput): Promise<void> {
    return this.#desk.act(actor, { id, event: 'confirmReceipt', version }, async ({ held, request, today }) => {
      if (request.confirmed_on !== null)
        throw new AppError('already-confirmed', 409, `收到日期已经确认为 ${request.confirmed_on}，不能再改。`);
      demandPast('on', '确认日期', on, today);
      if (on < request.submitted_on)
        throw new AppError('day-before-request', 422, `确认日期不能早于申请日期 ${request.submitted_on}。`, {
          reasons: [{ field: 'on', message: `不能早于申请日期 ${request.submitted_on}` }],
        });
      const start = requestStartDay({
        channel: request.arrival,
        submittedOn: request.submitted_on,
        signedOn: on,
        confirmedOn: on,
      });
      await updateRequest(held.change.tx, id, { confirmed_on: on, confirmed_how: how });
      await held.move({ received_on: on }, [() => ({ type: 'received', on, why: start.why })]);
      await held.tell(
        { text: `确认收到日期为 ${on}（${start.why}）：${how}`, senderText: `已与您确认，收到申请之日为 ${on}。` },
        { on },
      );
    });
  }

  /** Added beside the steps; what was seen and by whom stands in the file of the case. */
  checkIdentity(actor: Actor, id: string, { version, evidence, category }: IdentityInput): Promise<void> {
    return this.#desk.act(actor, { id, event: 'logContact', version }, async ({ held, today, byName }) => {
      await updateRequest(held.change.tx, id, {
        category,
        identity_evidence: evidence,
        identity_checked_on: today,
        identity_checked_by: byName,
      });
      await held.move();
      await held.tell({ text: `核对申请人身份（${CATEGORY_LABELS[category]}）：${evidence}` }, { category });
    });
  }
}
