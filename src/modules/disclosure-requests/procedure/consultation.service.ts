import { randomUUID } from 'node:crypto';
import { AppError } from '../../../kernel/app-error.ts';
import type { Actor } from '../../../kernel/permissions.ts';
import { CONSULTED_LABELS, OPINION_LABELS } from '../request-words.ts';
import { demandPast, type RequestDesk } from '../requests/request-desk.ts';
import { consultationsOf, endConsultation, insertConsultation } from './consultations.store.ts';
import type { ConsultInput, EndConsultationInput } from './procedure.contract.ts';

/** Asking third parties and joint makers: the time is not counted; their silence means different things (regulation arts 32 to 34). */
export class ConsultationService {
  readonly #desk: RequestDesk;

  constructor(desk: RequestDesk) {
    this.#desk = desk;
  }

  /** @throws AppError `day-in-future` (422), `clock-event-impossible` (409) once it is answered */
  consult(actor: Actor, id: string, { version, whom, name, asked, receivedOn }: ConsultInput): Promise<void> {
    return this.#desk.act(actor, { id, event: 'consult', version }, async ({ held, today, byName }) => {
      if (receivedOn) demandPast('receivedOn', '收到征求意见书的日期', receivedOn, today);
      const key = randomUUID();
      const { tx, at } = held.change;
      const received = receivedOn ? { receivedOn } : {};
      await held.move({}, [(on) => ({ type: 'consulted', on, key, whom, ...received })]);
      await insertConsultation(tx, {
        id: key,
        case_id: id,
        whom,
        name,
        asked,
        sent_on: today,
        received_on: receivedOn ?? null,
        by_name: byName,
        at,
      });
      const label = CONSULTED_LABELS[whom];
      await held.tell(
        {
          text: `书面征求${label}“${name}”意见：${asked}`,
          senderText: `正在征求${label}意见，所需时间不计入答复期限。`,
        },
        { whom },
      );
    });
  }

  /**
   * What they said, or that their term passed without a word.
   * @throws AppError `consultation-ended` (409), `reason-missing` (422) when an objection is not judged, `day-in-future` (422)
   */
  end(actor: Actor, id: string, input: EndConsultationInput): Promise<void> {
    const { version, consultationId, opinion, text, on } = input;
    return this.#desk.act(actor, { id, event: 'endConsultation', version }, async ({ held, today }) => {
      const { tx } = held.change;
      demandPast('on', '收到意见的日期', on, today);
      const isReasonable = opinion === 'objects' ? (input.isReasonable ?? null) : null;
      if (opinion === 'objects' && (isReasonable === null || text === null))
        throw new AppError('reason-missing', 422, '第三方或机关不同意公开的，请写明其理由并判断理由是否合理。', {
          reasons: [{ field: isReasonable === null ? 'isReasonable' : 'text', message: '请填写' }],
        });
      const asked = (await consultationsOf(tx, id)).find((one) => one.id === consultationId);
      if (!asked || !(await endConsultation(tx, consultationId, { opinion, text, on, isReasonable })))
        throw new AppError('consultation-ended', 409, '这次征求意见已经登记过结果。请刷新后查看。');
      await held.move({}, [() => ({ type: 'consultationEnded', on, key: consultationId })]);
      const said = `${CONSULTED_LABELS[asked.whom]}“${asked.name}”：${OPINION_LABELS[opinion]}`;
      await held.tell(
        { text: `${said}${text ? `，${text}` : '。'}`, senderText: `征求${CONSULTED_LABELS[asked.whom]}意见结束。` },
        { opinion },
      );
    });
  }
}
