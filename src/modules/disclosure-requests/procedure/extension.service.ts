import { AppError } from '../../../kernel/app-error.ts';
import type { Actor } from '../../../kernel/permissions.ts';
import type { RequestDesk } from '../requests/request-desk.ts';
import { updateRequest } from '../requests/requests.store.ts';
import { decideExtension, extensionsOf, insertExtension } from './extensions.store.ts';
import type { DecideExtensionInput, DelayInput, ProposeExtensionInput } from './procedure.contract.ts';

/** A later answer: proposed by whoever handles it, agreed to by whoever answers for openness, told to the applicant (regulation arts 33, 35). */
export class ExtensionService {
  readonly #desk: RequestDesk;

  constructor(desk: RequestDesk) {
    this.#desk = desk;
  }

  /** @throws AppError `extension-waits` (409) */
  propose(actor: Actor, id: string, { version, workdays, reason }: ProposeExtensionInput): Promise<void> {
    return this.#desk.act(actor, { id, event: 'proposeExtension', version }, async ({ held, byName }) => {
      const isNew = await insertExtension(held.change.tx, {
        case_id: id,
        workdays,
        reason,
        proposed_by: actor.type === 'person' ? actor.personId : null,
        proposed_by_name: byName,
        proposed_at: held.change.at,
      });
      if (!isNew) throw new AppError('extension-waits', 409, '已有延期申请在等待负责人审批。');
      await held.move();
      await held.tell({ text: `申请延期 ${workdays} 个工作日：${reason}` }, { workdays });
    });
  }

  /**
   * The clock moves with the agreement alone; the applicant reads the new day by look-up and in the letter.
   * @throws AppError `extension-decided` (409), `own-proposal` (403), `clock-event-impossible` (409) beyond the figures of the law
   */
  decide(actor: Actor, id: string, { version, extensionId, decision, remark }: DecideExtensionInput): Promise<void> {
    return this.#desk.act(actor, { id, event: 'extend', version }, async ({ held, byName }) => {
      const { tx, at } = held.change;
      const asked = (await extensionsOf(tx, id)).find((one) => one.id === extensionId);
      if (asked && actor.type === 'person' && asked.proposed_by === actor.personId)
        throw new AppError('own-proposal', 403, '不能审批自己提出的延期申请，请由工作机构负责人审批。');
      const set = { decision, decided_by_name: byName, decided_at: at, remark };
      if (!asked || !(await decideExtension(tx, extensionId, set)))
        throw new AppError('extension-decided', 409, '这一延期申请已经审批过。请刷新后查看。');
      if (decision === 'refused') {
        await held.move();
        await held.tell({ text: `不同意延期${remark ? `：${remark}` : '。'}` });
        return;
      }
      const { workdays } = asked;
      const row = await held.move({}, [(on) => ({ type: 'extended', on, workdays })]);
      await held.tell(
        {
          text: `同意延期 ${workdays} 个工作日${remark ? `：${remark}` : '。'}`,
          senderText: `经负责人同意，答复期限延长 ${workdays} 个工作日${row.due_on ? `，至 ${row.due_on}` : ''}。`,
        },
        { workdays },
      );
    });
  }

  /** Reasonable, and yet more than can be answered in time: a term of its own (art 35). @throws AppError `delay-day` (422) */
  delay(actor: Actor, id: string, { version, until, reason }: DelayInput): Promise<void> {
    return this.#desk.act(actor, { id, event: 'delay', version }, async ({ held, today }) => {
      if (until <= today || (held.row.due_on !== null && until <= held.row.due_on))
        throw new AppError('delay-day', 422, '另定的答复期限应当晚于现在的期限。', {
          reasons: [{ field: 'until', message: '应当晚于现在的期限' }],
        });
      await held.move({}, [(on) => ({ type: 'delayed', on, until })]);
      await updateRequest(held.change.tx, id, { delayed_until: until, delay_reason: reason });
      await held.tell(
        { text: `确定延迟答复的合理期限至 ${until}：${reason}`, senderText: `答复期限延迟至 ${until}。` },
        { until },
      );
    });
  }
}
