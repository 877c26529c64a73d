import { AppError, type Reason } from '../../../kernel/app-error.ts';
import type { Actor } from '../../../kernel/permissions.ts';
import type { HeldCase } from '../../cases/index.ts';
import { insertConversions } from '../conversion/conversions.store.ts';
import type { DecisionRow } from '../request-tables.store.ts';
import { demandReceipt, heldRequest, type RequestContext } from '../requests/request-desk.ts';
import { updateRequest } from '../requests/requests.store.ts';
import type { DecisionContent, DecisionFacts } from '../results/decision-content.contract.ts';
import { missingOf } from '../results/missing-of.ts';
import { supplies } from '../results/supplies.ts';
import { unansweredWarnings, withKnownFiles } from '../supplied/files-of-decision.ts';
import { suppliedFilesOf } from '../supplied/supplied-files.store.ts';
import { decisionFacts } from './decision-facts.ts';
import type { DecisionLetters } from './decision-letters.ts';
import { recordsOf } from './decision-records.ts';
import { DraftDecisionInput } from './decisions.contract.ts';
import { decisionsOf, markDecisionSent, saveDecision } from './decisions.store.ts';

/**
 * Decisions on requests (regulation art 36): filled in, put into the words of a letter, reviewed and sent as every reply is. What was sent
 * never changes; a decision anew after reconsideration is another row.
 */
export class DecisionsService {
  readonly #context: RequestContext;
  readonly #letters: DecisionLetters;

  constructor(context: RequestContext, letters: DecisionLetters) {
    this.#context = context;
    this.#letters = letters;
  }

  /**
   * May be incomplete until it is submitted; the letter tells the day of receipt, so that comes first.
   * @throws AppError like `replies.draft` of cases; `receipt-not-confirmed` (409)
   */
  async draft(actor: Actor, id: string, given: DraftDecisionInput): Promise<void> {
    const { edit, content: typed, letterText, findingsReason } = DraftDecisionInput.parse(given);
    const { cases, platform } = this.#context;
    const content = withKnownFiles(typed, await suppliedFilesOf(platform.database.kysely, id));
    const view = await cases.view.get(actor, id);
    const { today, calendar, rules } = await cases.clocks.now();
    const facts = decisionFacts(await recordsOf(platform.database.kysely, id, cases), today, { calendar, rules });
    const letter = await this.#letters.of(view.unit.id);
    const text = letterText || letter.text(view, content, facts);
    await cases.replies.draft(
      actor,
      id,
      { edit, text, findingsReason: findingsReason ?? null },
      async (held, reply) => {
        demandReceipt(await heldRequest(held));
        await saveDecision(
          held.change.tx,
          { caseId: id, replyId: reply.id, content },
          { letterIsOwn: Boolean(letterText), name: nameOf(actor), at: held.change.at },
        );
      },
    );
  }

  /** @throws AppError `decision-incomplete` (422) with everything that is missing at once */
  async submit(actor: Actor, id: string, input: { readonly version: number; readonly edit: number }): Promise<void> {
    const { cases } = this.#context;
    const view = await cases.view.get(actor, id);
    const letter = await this.#letters.of(view.unit.id);
    return cases.replies.submit(actor, id, input, async (held, reply) => {
      demandReceipt(await heldRequest(held));
      const { content } = await this.#draft(held, reply.id);
      const files = await suppliedFilesOf(held.change.tx, id);
      await this.#demandWhole(held, content, (facts) => [
        ...unansweredWarnings(content, files, reply.findings_reason),
        ...letter.missing(content, facts),
        ...letter.lost(view, content, facts, reply.text),
      ]);
    });
  }

  /** The door: the letter goes out, the term ends, and what was supplied is to be examined for proactive disclosure (FOI-9). */
  send(actor: Actor, id: string, input: { readonly version: number; readonly edit: number }): Promise<void> {
    return this.#context.cases.replies.send(actor, id, input, async (held, reply) => {
      const { tx, at } = held.change;
      const { today } = held.known;
      const decision = await this.#draft(held, reply.id);
      const documentNumber = `${held.row.number}-${decision.seq}`;
      const { request } = await recordsOf(tx, id, this.#context.cases);
      await markDecisionSent(tx, decision.id, { on: today, at, documentNumber });
      if (request.result === null) await updateRequest(tx, id, { result: decision.result, decided_on: today });
      await insertConversions(tx, { caseId: id, decisionId: decision.id, names: suppliedItems(decision.content) });
    });
  }

  async #demandWhole(
    held: HeldCase,
    content: DecisionContent,
    lettersFaults: (facts: DecisionFacts) => readonly Reason[],
  ): Promise<void> {
    const { known, change, row } = held;
    const records = await recordsOf(change.tx, row.id, this.#context.cases);
    const facts = decisionFacts(records, known.today, known);
    const missing = missingOf(content, facts);
    // Words that were never whole lack the same things again.
    const reasons = missing.length > 0 ? missing : lettersFaults(facts);
    if (reasons.length === 0) return;
    throw new AppError('decision-incomplete', 422, '答复决定还缺少下列内容，请补充后再提交。', { reasons });
  }

  /** @throws AppError `decision-missing` (409) */
  async #draft(held: HeldCase, replyId: string): Promise<DecisionRow> {
    const found = (await decisionsOf(held.change.tx, held.row.id)).find((one) => one.reply_id === replyId);
    if (!found) throw new AppError('decision-missing', 409, '还没有填写答复决定。');
    return found;
  }
}

/** What was handed over now; what is public already needs no examination. */
function suppliedItems(content: DecisionContent): string[] {
  return supplies(content) ? content.items.map(({ name }) => name) : [];
}

function nameOf(actor: Actor): string {
  return actor.type === 'person' ? actor.name : '系统';
}
