import { AppError, type Reason } from '../../../kernel/app-error.ts';
import type { Actor } from '../../../kernel/permissions.ts';
import type { Queryable } from '../../../platform/db/database.ts';
import { conversionsOf } from '../conversion/conversions.store.ts';
import { decisionsOf } from '../decisions/decisions.store.ts';
import { DELIVERY_WAY_LABELS } from '../request-words.ts';
import { demandPast, type RequestDesk } from '../requests/request-desk.ts';
import { updateRequest } from '../requests/requests.store.ts';
import { deliveriesOf, insertDelivery, markDelivered } from './deliveries.store.ts';
import type { ArchiveInput, DeliveredInput, DeliverInput } from './delivery.contract.ts';

const SYSTEM = { type: 'system' } as const;
const SEEN_ONLINE = '网上查阅';

/** How a decision reached the applicant, with proof, and the file that is closed behind it (FOI-1, FOI-C1). */
export class DeliveryService {
  readonly #desk: RequestDesk;

  constructor(desk: RequestDesk) {
    this.#desk = desk;
  }

  /** @throws AppError `decision-unsent` (409), `day-in-future`, `proof-missing`, `day-before-sending` (422) */
  deliver(actor: Actor, id: string, input: DeliverInput): Promise<void> {
    const { version, decisionId, way, trackingNumber, sentOn, deliveredOn = null, proof } = input;
    return this.#desk.act(actor, { id, event: 'deliver', version }, async ({ held, today, byName }) => {
      const { tx, at } = held.change;
      const decision = (await decisionsOf(tx, id)).find((one) => one.id === decisionId);
      if (!decision?.sent_on) throw new AppError('decision-unsent', 409, '这一答复决定还没有发出。请刷新后查看。');
      demandPast('sentOn', '发出日期', sentOn, today);
      if (deliveredOn !== null) demandPast('deliveredOn', '送达日期', deliveredOn, today);
      const reasons = faults({ sentOn, deliveredOn, proof, notBefore: decision.sent_on });
      if (reasons.length > 0) throw new AppError('delivery-invalid', 422, '送达登记有误，请核对。', { reasons });
      await insertDelivery(tx, {
        case_id: id,
        decision_id: decisionId,
        way,
        tracking_number: trackingNumber,
        sent_on: sentOn,
        delivered_on: deliveredOn,
        proof,
        by_name: byName,
        at,
      });
      await held.move();
      const label = DELIVERY_WAY_LABELS[way];
      const end = deliveredOn ? `，${deliveredOn} 送达` : '';
      await held.tell(
        { text: `${sentOn} 以${label}方式送达${end}。`, senderText: `告知书以${label}方式发出${end}。` },
        { way },
      );
    });
  }

  /** @throws AppError `already-delivered` (409), `day-in-future` (422) */
  delivered(actor: Actor, id: string, { version, deliveryId, deliveredOn, proof }: DeliveredInput): Promise<void> {
    return this.#desk.act(actor, { id, event: 'deliver', version }, async ({ held, today }) => {
      const { tx } = held.change;
      demandPast('deliveredOn', '送达日期', deliveredOn, today);
      const sent = (await deliveriesOf(tx, id)).find((one) => one.id === deliveryId);
      if (sent && deliveredOn < sent.sent_on)
        throw new AppError('delivery-invalid', 422, `送达日期不能早于发出日期 ${sent.sent_on}。`, {
          reasons: [{ field: 'deliveredOn', message: `不能早于 ${sent.sent_on}` }],
        });
      if (!sent || !(await markDelivered(tx, deliveryId, deliveredOn, proof)))
        throw new AppError('already-delivered', 409, '这次送达已经登记过结果。请刷新后查看。');
      await held.move();
      await held.tell({ text: `${deliveredOn} 送达：${proof}`, senderText: `告知书已于 ${deliveredOn} 送达。` });
    });
  }

  /**
   * The applicant, who wanted it on the portal, has opened the letters there: that is their delivery. Again is nothing new.
   * @throws AppError `stale` (409) when somebody else acted on the case at the same moment
   */
  async seenOnline(id: string): Promise<void> {
    const { database } = this.#desk.context.platform;
    if ((await undelivered(database.kysely, id)).length === 0) return;
    await this.#desk.act(SYSTEM, { id, event: 'deliver', version: null }, async ({ held, request, today, byName }) => {
      const { tx, at } = held.change;
      const letters = await undelivered(tx, id);
      if (request.wanted_way !== 'online' || letters.length === 0) return;
      for (const { decision, online } of letters) {
        if (online) await markDelivered(tx, online.id, today, SEEN_ONLINE);
        else
          await insertDelivery(tx, {
            case_id: id,
            decision_id: decision.id,
            way: 'online',
            tracking_number: null,
            sent_on: decision.sent_on ?? today,
            delivered_on: today,
            proof: SEEN_ONLINE,
            by_name: byName,
            at,
          });
      }
      await held.move();
      const text = `申请人凭编号和查询码在网上查阅告知书，${today} 送达。`;
      await held.tell({ text, senderText: '您已在网上查阅告知书。' }, { way: 'online' });
    });
  }

  /** Closes the file once every node of it stands. @throws AppError `file-incomplete` (409) with everything that is missing at once */
  archive(actor: Actor, id: string, { version, archiveNumber }: ArchiveInput): Promise<void> {
    return this.#desk.act(actor, { id, event: 'close', version }, async ({ held, today }) => {
      const { tx } = held.change;
      const reasons = await missingNodes(tx, id);
      if (reasons.length > 0) throw new AppError('file-incomplete', 409, '案卷还不完整，暂时不能归档。', { reasons });
      await updateRequest(tx, id, { archived_on: today, archive_number: archiveNumber });
      await held.move();
      await held.tell({ text: `办结归档，档号 ${archiveNumber}。`, senderText: '已办结。' }, { archiveNumber });
    });
  }
}

/** Decisions that were sent and reached nobody yet, with the delivery by the portal that was begun. */
async function undelivered(db: Queryable, caseId: string) {
  const deliveries = await deliveriesOf(db, caseId);
  return (await decisionsOf(db, caseId)).flatMap((decision) => {
    const own = deliveries.filter((one) => one.decision_id === decision.id);
    if (decision.sent_on === null || own.some((one) => one.delivered_on !== null)) return [];
    return [{ decision, online: own.find((one) => one.way === 'online') }];
  });
}

function faults(of: {
  readonly sentOn: string;
  readonly deliveredOn: string | null;
  readonly proof: string | null;
  readonly notBefore: string;
}): Reason[] {
  const { sentOn, deliveredOn, proof, notBefore } = of;
  return [
    ...(sentOn < notBefore ? [{ field: 'sentOn', message: `不能早于作出答复的 ${notBefore}` }] : []),
    ...(deliveredOn !== null && deliveredOn < sentOn ? [{ field: 'deliveredOn', message: '不能早于发出日期' }] : []),
    ...(deliveredOn !== null && proof === null ? [{ field: 'proof', message: '请写明送达凭证' }] : []),
  ];
}

/** Every decision reached the applicant, and every item that was supplied has been examined (FOI-C1, FOI-C4). */
async function missingNodes(tx: Queryable, caseId: string): Promise<Reason[]> {
  const delivered = new Set(
    (await deliveriesOf(tx, caseId)).filter((one) => one.delivered_on !== null).map((one) => one.decision_id),
  );
  const decisions = (await decisionsOf(tx, caseId)).filter((one) => one.sent_on !== null);
  const pending = (await conversionsOf(tx, caseId)).filter(({ state }) => state === 'pending');
  return [
    ...decisions
      .filter(({ id }) => !delivered.has(id))
      .map(({ document_number }) => ({ field: 'delivery', message: `告知书 ${document_number} 还没有送达记录` })),
    ...pending.map(({ name }) => ({ field: 'conversion', message: `“${name}”还没有研判能否转为主动公开` })),
  ];
}
