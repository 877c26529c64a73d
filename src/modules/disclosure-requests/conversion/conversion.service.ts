import { AppError } from '../../../kernel/app-error.ts';
import { plainBody } from '../../../kernel/document-body.ts';
import { type Actor, demand } from '../../../kernel/permissions.ts';
import { PublicationContent, type PublicationsServices } from '../../publications/index.ts';
import type { RequestDesk } from '../requests/request-desk.ts';
import type { DecideConversionInput } from './conversion.contract.ts';
import { conversionsOf, decideConversion } from './conversions.store.ts';

/** What was supplied to one is examined for everybody, and becomes public by the door out or stays with a reason (FOI-9; regulation art 44). */
export class ConversionService {
  readonly #desk: RequestDesk;
  readonly #publications: Pick<PublicationsServices, 'drafting'>;

  constructor(desk: RequestDesk, publications: Pick<PublicationsServices, 'drafting'>) {
    this.#desk = desk;
    this.#publications = publications;
  }

  /**
   * `toPublish` makes a draft of 法定主动公开内容, which goes through determination and reviews like any other.
   * @throws AppError `stale` (409) when somebody else decided at the same moment, `conversion-missing` (404)
   */
  decide(actor: Actor, id: string, input: DecideConversionInput): Promise<void> {
    return this.#desk.act(actor, { id, event: 'deliver', version: null }, async ({ held, byName }) => {
      const { tx, at } = held.change;
      const item = (await conversionsOf(tx, id)).find((one) => one.id === input.conversionId);
      if (!item) throw new AppError('conversion-missing', 404, '没有这条信息的转化研判，请刷新后查看。');
      if (item.state !== 'pending' || item.version !== input.version) throw decidedMeanwhile();
      const by = { by_name: byName, at };
      const set =
        input.decision === 'notEligible'
          ? { ...by, state: 'notEligible' as const, reason: input.reason }
          : { ...by, state: 'toPublish' as const, publication_id: await this.#draft(actor, held, item.name) };
      if (!(await decideConversion(tx, item, set))) throw decidedMeanwhile();
      const said = input.decision === 'toPublish' ? '转为主动公开，已起草' : `不宜主动公开：${input.reason}`;
      await held.tell({ text: `研判“${item.name}”：${said}` }, { decision: input.decision });
    });
  }

  async #draft(actor: Actor, { change, row }: Parameters<Parameters<RequestDesk['act']>[2]>[0]['held'], name: string) {
    demand(actor, 'create', { kind: 'publication', state: 'none', unitIds: [row.unit_id] });
    const content = PublicationContent.parse({ title: name, fields: {}, body: plainBody(''), relations: [] });
    const created = await this.#publications.drafting.createIn(change, {
      kind: 'statutoryContent',
      unitId: row.unit_id,
      content,
    });
    return created.id;
  }
}

function decidedMeanwhile(): AppError {
  return new AppError('stale', 409, '这条信息刚刚已经研判过。请刷新后查看。');
}
