import type { Actor } from '../../../kernel/permissions.ts';
import type { ConferInput, ContactInput, SortInput } from '../procedure/procedure.contract.ts';
import { CONTACT_TOPIC_LABELS } from '../request-words.ts';
import { demandPast, type RequestDesk } from '../requests/request-desk.ts';
import { updateRequest } from '../requests/requests.store.ts';
import { insertConference, insertContact } from './communication.store.ts';

/** Talk with the applicant, conferences on difficult cases, and how a request is sorted (FOI-6, FOI-7, FOI-10, FOI-12, FOI-13). */
export class CommunicationService {
  readonly #desk: RequestDesk;

  constructor(desk: RequestDesk) {
    this.#desk = desk;
  }

  logContact(actor: Actor, id: string, { topic, text }: ContactInput): Promise<void> {
    return this.#desk.act(actor, { id, event: 'logContact', version: null }, async ({ held, byName }) => {
      const { tx, at } = held.change;
      await insertContact(tx, { case_id: id, at, topic, text, by_name: byName });
      await held.tell({ text: `沟通记录（${CONTACT_TOPIC_LABELS[topic]}）：${text}` }, { topic });
    });
  }

  /** @throws AppError `day-in-future` (422) */
  confer(actor: Actor, id: string, { heldOn, attendees, legalAdviser, opinion }: ConferInput): Promise<void> {
    return this.#desk.act(actor, { id, event: 'confer', version: null }, async ({ held, today, byName }) => {
      demandPast('heldOn', '会商日期', heldOn, today);
      const { tx, at } = held.change;
      await insertConference(tx, {
        case_id: id,
        held_on: heldOn,
        attendees,
        legal_adviser: legalAdviser,
        opinion,
        by_name: byName,
        at,
      });
      await held.tell({ text: `${heldOn} 会商（${attendees}）：${opinion}` });
    });
  }

  /** Reasons for people to weigh; nothing follows from them by itself (FOI-13). */
  sort(actor: Actor, id: string, { topic, abuseReason }: SortInput): Promise<void> {
    return this.#desk.act(actor, { id, event: 'logContact', version: null }, async ({ held }) => {
      await updateRequest(held.change.tx, id, { topic, abuse_reason: abuseReason });
      const abuse = abuseReason ? `；疑似不当行使申请权：${abuseReason}` : '';
      await held.tell({ text: `归入领域“${topic ?? '未分'}”${abuse}。` });
    });
  }
}
