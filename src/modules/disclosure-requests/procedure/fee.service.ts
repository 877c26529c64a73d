import { AppError } from '../../../kernel/app-error.ts';
import type { Actor } from '../../../kernel/permissions.ts';
import { reckonFee } from '../fees/reckon-fee.ts';
import { demandPast, type RequestDesk } from '../requests/request-desk.ts';
import { feeOf, insertFee, markPaid } from './fees.store.ts';
import type { NoticeFeeInput, TakeFeeInput } from './procedure.contract.ts';

/** The fee for unusual quantities: reckoned, noticed, paid; the answer is counted anew from the payment (国办函〔2020〕109号). */
export class FeeService {
  readonly #desk: RequestDesk;

  constructor(desk: RequestDesk) {
    this.#desk = desk;
  }

  /** @throws AppError `fee-free` (422) when nothing is to be paid, `fee-noticed` (409) for a second one */
  notice(actor: Actor, id: string, { version, way, quantity, earlierItems }: NoticeFeeInput): Promise<void> {
    return this.#desk.act(actor, { id, event: 'noticeFee', version }, async ({ held, request, today, byName }) => {
      const { tx, at } = held.change;
      const reckoned = reckonFee(
        way === 'item' ? { by: 'item', earlier: earlierItems, items: quantity } : { by: 'volume', pages: quantity },
        request.confirmed_on ?? request.submitted_on,
      );
      if (reckoned.yuan === 0)
        throw new AppError('fee-free', 422, `按标准不收取信息处理费：${reckoned.sentences.join('')}`);
      const isNew = await insertFee(tx, {
        case_id: id,
        way,
        quantity,
        earlier_items: way === 'item' ? earlierItems : 0,
        amount: reckoned.yuan,
        explanation: JSON.stringify(reckoned.sentences),
        noticed_on: today,
        by_name: byName,
        at,
      });
      if (!isNew) throw new AppError('fee-noticed', 409, '这件申请已经发过收费通知，一件申请只收一次。');
      await held.move({}, [(on) => ({ type: 'feeNoticed', on })]);
      await held.tell(
        {
          text: `通知缴纳信息处理费 ${reckoned.yuan} 元。${reckoned.sentences.join('')}`,
          senderText: `请按收费通知缴纳信息处理费 ${reckoned.yuan} 元，逾期未缴的，不再处理该申请。`,
        },
        { yuan: reckoned.yuan },
      );
    });
  }

  /** @throws AppError `fee-missing` (409), `day-in-future` (422), `clock-order` (400) */
  take(actor: Actor, id: string, { version, on }: TakeFeeInput): Promise<void> {
    return this.#desk.act(actor, { id, event: 'takeFee', version }, async ({ held, today }) => {
      const fee = await feeOf(held.change.tx, id);
      if (!fee || fee.paid_on !== null) throw new AppError('fee-missing', 409, '没有待缴的信息处理费。请刷新后查看。');
      demandPast('on', '缴费日期', on, today);
      await held.move({}, [() => ({ type: 'feePaid', on })]);
      await markPaid(held.change.tx, id, on);
      await held.tell(
        { text: `${on} 缴纳信息处理费 ${fee.amount} 元，答复期限重新起算。`, senderText: '已收到您缴纳的信息处理费。' },
        { on },
      );
    });
  }
}
