import { AppError } from '../../../kernel/app-error.ts';
import { type Actor, demand } from '../../../kernel/permissions.ts';
import type { Platform } from '../../../platform/platform.ts';
import type { CasesDoor, CaseView } from '../../cases/index.ts';
import type { PublicationsServices } from '../../publications/index.ts';
import { selectedContent } from './selected-content.ts';
import type { Selection } from './selection.contract.ts';
import { keepSelection, selectionOf } from './selections.store.ts';

interface Below {
  readonly cases: Pick<CasesDoor, 'view' | 'applicants'>;
  readonly publications: Pick<PublicationsServices, 'drafting' | 'open'>;
}

/** Answered messages that are worth reading for others become drafts of the door out, with everything that it asks (MSG-6, MSG-7). */
export class SelectionsService {
  readonly #platform: Platform;
  readonly #below: Below;

  constructor(platform: Platform, below: Below) {
    this.#platform = platform;
    this.#below = below;
  }

  async get(actor: Actor, caseId: string): Promise<Selection> {
    await this.#message(actor, caseId);
    return { publicationId: (await selectionOf(this.#platform.database.kysely, caseId)) ?? null };
  }

  /**
   * Drafts it; opening the sender's data to take it out of the words leaves an entry in the audit log like any other opening.
   * @throws AppError `not-selectable` (409) with what stands in the way, `already-selected` (409)
   */
  async select(actor: Actor, caseId: string): Promise<Selection> {
    const message = await this.#message(actor, caseId);
    demandSelectable(message);
    const { applicants } = this.#below.cases;
    const known = message.sealed ? await applicants.open(actor, caseId, '选登前隐去来信人信息') : null;
    const { drafting, open } = this.#below.publications;
    const policy = message.publicationNumber === null ? undefined : await open.item(message.publicationNumber);
    const policyId = policy?.status === 'public' ? policy.publicationId : null;
    const content = selectedContent(message, known, policyId);
    return this.#platform.changes.run(actor, async (change) => {
      demand(actor, 'create', { kind: 'publication', state: 'none', unitIds: [message.unit.id] });
      const input = { kind: 'selectedReply', unitId: message.unit.id, content };
      const { id: publicationId } = await drafting.createIn(change, input);
      const byName = actor.type === 'person' ? actor.name : '系统';
      if (!(await keepSelection(change.tx, { caseId, publicationId, at: change.at, byName }))) throw alreadySelected();
      change.record({
        action: 'select',
        kind: 'message',
        subjectId: caseId,
        unitId: message.unit.id,
        detail: { publicationId },
      });
      return { publicationId };
    });
  }

  async #message(actor: Actor, caseId: string): Promise<CaseView> {
    const message = await this.#below.cases.view.get(actor, caseId);
    demand(actor, 'select', { kind: 'message', state: message.state, unitIds: [message.unit.id] });
    return message;
  }
}

function demandSelectable({ isSelectable, mayPublish, replies }: CaseView): void {
  const reasons = [
    ...(isSelectable ? [] : ['这类来件不选登。']),
    ...(mayPublish ? [] : ['来信人没有同意公开。']),
    ...(replies.some((reply) => reply.sentAt !== null) ? [] : ['还没有答复。']),
  ];
  if (reasons.length === 0) return;
  throw new AppError('not-selectable', 409, `不能选登：${reasons.join('')}`, {
    reasons: reasons.map((message) => ({ field: '', message })),
  });
}

function alreadySelected(): AppError {
  return new AppError('already-selected', 409, '这件留言已经登记选登，请刷新页面后继续办理。');
}
