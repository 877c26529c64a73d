import { AppError } from '../../../kernel/app-error.ts';
import type { Actor } from '../../../kernel/permissions.ts';
import type { CasesDoor } from '../../cases/index.ts';
import { decisionFacts } from '../decisions/decision-facts.ts';
import { recordsOf } from '../decisions/decision-records.ts';
import { demandPast, type RequestDesk } from '../requests/request-desk.ts';
import { updateRequest } from '../requests/requests.store.ts';
import type { AskCorrectionInput, TakeCorrectionInput } from './procedure.contract.ts';

/** One notice of what is unclear, within seven working days; the count begins anew with the corrected request (regulation art 30). */
export class CorrectionService {
  readonly #desk: RequestDesk;
  readonly #cases: Pick<CasesDoor, 'asking' | 'clocks'>;

  constructor(desk: RequestDesk) {
    this.#desk = desk;
    this.#cases = desk.context.cases;
  }

  /**
   * A late notice is still better than none: it is made, and the history says that it was late.
   * @throws AppError `correction-day` (422), `clock-event-impossible` (409) for a second notice or a term that is over
   */
  ask(actor: Actor, id: string, { version, text, until }: AskCorrectionInput): Promise<void> {
    return this.#desk.act(actor, { id, event: 'askCorrection', version }, async ({ held, request, today }) => {
      const { calendar, rules } = held.known;
      if (until <= today)
        throw new AppError('correction-day', 422, '补正期限应当晚于今天，给申请人留出合理的时间。', {
          reasons: [{ field: 'until', message: '应当晚于今天' }],
        });
      await held.move({}, [(on) => ({ type: 'correctionNoticed', on, until })]);
      await this.#cases.asking.ask(held, `${text}（请于 ${until} 前补正）`);
      await updateRequest(held.change.tx, id, {
        correction_text: text,
        correction_noticed_on: today,
        correction_until: calendar.nextWorkday(until),
      });
      const received = request.confirmed_on ?? request.submitted_on;
      const rule = rules.on('request.correctionNotice', received);
      const isLate = today > calendar.addWorkdays(received, rule.figure);
      const late = isLate ? `已超过收到申请之日起${rule.figure}个工作日（${rule.basis}）。` : '';
      await held.tell(
        { text: `告知补正，限 ${until} 前：${text}${late}`, senderText: `请您在 ${until} 前补正申请内容。` },
        { until, isLate },
      );
    });
  }

  /** Came by letter or at the counter; what comes by look-up does the same by itself. @throws AppError `day-in-future` (422), `clock-order` (400) */
  take(actor: Actor, id: string, { version, on, text }: TakeCorrectionInput): Promise<void> {
    return this.#desk.act(actor, { id, event: 'takeCorrection', version }, async ({ held, today }) => {
      demandPast('on', '收到补正的日期', on, today);
      await held.move({}, [() => ({ type: 'corrected', on })]);
      await this.#cases.asking.end(held, text);
      await held.tell(
        { text: `${on} 收到补正，答复期限重新起算：${text}`, senderText: `${on} 收到您的补正材料，答复期限重新计算。` },
        { on },
      );
    });
  }

  /**
   * The day has passed and nothing came: a decision follows, which the law treats as given up (art 30).
   * @throws AppError `still-waiting` (409) before the day, or while a fee can still be paid
   */
  stopWaiting(actor: Actor, id: string, version: number): Promise<void> {
    return this.#desk.act(actor, { id, event: 'resume', version }, async ({ held, today }) => {
      const { correction, fee } = decisionFacts(await recordsOf(held.change.tx, id, this.#cases), today, held.known);
      const isForFee = fee !== null && fee.paidOn === null;
      const until = isForFee ? fee.until : correction?.until;
      if (until !== undefined && today <= until)
        throw new AppError('still-waiting', 409, `${isForFee ? '缴费' : '补正'}期限到 ${until}，期满后才能不再等待。`);
      await held.move();
      await this.#cases.asking.end(held, null);
      await held.tell({
        text: `申请人逾期未${isForFee ? '缴费' : '补正'}，不再等待。`,
        senderText: '期限已满，继续办理。',
      });
    });
  }
}
