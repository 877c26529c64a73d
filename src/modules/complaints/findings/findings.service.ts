import { AppError } from '../../../kernel/app-error.ts';
import type { Actor } from '../../../kernel/permissions.ts';
import type { HeldCase } from '../../cases/index.ts';
import type { ComplaintsContext } from '../complaints.context.ts';
import { DraftFindingInput } from './finding.contract.ts';
import { findingText, missingOfFinding } from './finding-words.ts';
import { findingOf, saveFinding } from './findings.store.ts';

interface Edited {
  readonly version: number;
  readonly edit: number;
}

/** What was found about a complaint (FOI-8): chosen and written, put into the words of the answer, signed by another, then told. */
export class FindingsService {
  readonly #context: ComplaintsContext;

  constructor(context: ComplaintsContext) {
    this.#context = context;
  }

  /** May be incomplete until it is submitted. @throws AppError like `replies.draft` of cases */
  async draft(actor: Actor, id: string, given: DraftFindingInput): Promise<void> {
    const { edit, content: typed, findingsReason = null } = DraftFindingInput.parse(given);
    const content = { ...typed, remedyText: filled(typed.remedyText), words: filled(typed.words) };
    const { against } = await this.#context.complaint(actor, id);
    const text = findingText(content, against?.name ?? null);
    await this.#context.cases.replies.draft(actor, id, { edit, text, findingsReason }, ({ change }, reply) =>
      saveFinding(
        change.tx,
        { caseId: id, replyId: reply.id, edit: reply.edit, content },
        { name: actor.type === 'person' ? actor.name : '系统', at: change.at },
      ),
    );
  }

  /** @throws AppError `finding-incomplete` (422) with everything that is missing at once; `against-unknown` (409) */
  async submit(actor: Actor, id: string, input: Edited): Promise<void> {
    await this.#context.complaint(actor, id);
    return this.#context.cases.replies.submit(actor, id, input, (held, reply) => this.#demandWhole(held, reply));
  }

  /** @throws like `submit`: a term for putting it right may have passed while it was signed */
  async send(actor: Actor, id: string, input: Edited): Promise<void> {
    await this.#context.complaint(actor, id);
    return this.#context.cases.replies.send(actor, id, input, (held, reply) => this.#demandWhole(held, reply));
  }

  async #demandWhole(
    { change, known, row }: HeldCase,
    reply: { readonly id: string; readonly edit: number; readonly text: string },
  ): Promise<void> {
    if (row.against_unit_id === null)
      throw new AppError('against-unknown', 409, '还没有确定被投诉举报的单位，请先确定，再作出结论。');
    const content = await findingOf(change.tx, reply);
    const reasons = content ? missingOfFinding(content, known.today) : [{ field: 'result', message: '请选择核查结论' }];
    if (reasons.length > 0) throw new AppError('finding-incomplete', 422, '核查结论还不完整，请补齐。', { reasons });
    // The unit was set right after the words were made.
    if (content && reply.text !== findingText(content, known.units.ref(row.against_unit_id).name))
      throw new AppError('finding-older', 409, '保存结论以后改过被投诉举报的单位，请再保存一次，核对文字后提交。');
  }
}

function filled(words: string | null): string | null {
  return words?.trim() || null;
}
