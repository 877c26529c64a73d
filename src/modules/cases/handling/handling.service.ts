import { AppError } from '../../../kernel/app-error.ts';
import type { Actor } from '../../../kernel/permissions.ts';
import type {
  AskSenderInput,
  CaseReasonInput,
  ClassifyInput,
  FollowUpInput,
  NoteInput,
  RejectInput,
} from '../case-acts.contract.ts';
import { CASE_EVENT_LABELS, REJECTION_LABELS } from '../case-words.ts';
import { nameOf, personIdOf } from '../history.store.ts';
import { dropDraft } from '../replies/replies.store.ts';
import { answer, holdAgain } from './answer.ts';
import type { CaseDesk } from './case-desk.ts';
import { endQuestion, insertFollowUp, insertNote, insertQuestion } from './handling.store.ts';
import type { HeldCase } from './held-case.ts';

/**
 * Requests wait until a day, are filed when closed and are decided anew when reopened, all by the steps of their own procedure.
 * @throws AppError `request-page` (409)
 */
function demandMessage({ kind, event }: HeldCase): void {
  if (kind.procedure === 'message') return;
  throw new AppError('request-page', 409, `“${kind.label}”请在依申请公开办理页${CASE_EVENT_LABELS[event]}。`);
}

/** What is done with a case besides routing it and answering it. */
export class HandlingService {
  readonly #desk: CaseDesk;

  constructor(desk: CaseDesk) {
    this.#desk = desk;
  }

  /** Simple questions have a shorter term, from the same receipt (MSG-4). @throws AppError `no-simple` (409) */
  classify(actor: Actor, id: string, { version, isSimple }: ClassifyInput): Promise<void> {
    return this.#desk.act(actor, { id, event: 'classify', version }, async (held) => {
      const { simple, ordinary } = held.kind.clock;
      if (simple === null) throw new AppError('no-simple', 409, `“${held.kind.label}”不分简单和一般，不需要分类。`);
      if (isSimple === held.row.is_simple) throw new AppError('same-class', 409, '已经是这一分类，不需要再改。');
      const rule = isSimple ? simple : ordinary.reply;
      await held.move({ is_simple: isSimple }, [(on) => ({ type: 'classified', on, rule })]);
      await held.tell({ text: `认定为${isSimple ? '简单问题' : '一般问题'}。` }, { isSimple });
    });
  }

  /** Added, never changed; two people note at once without troubling each other. */
  note(actor: Actor, id: string, { text }: NoteInput): Promise<void> {
    return this.#desk.act(actor, { id, event: 'note', version: null }, async (held) => {
      const { tx, at } = held.change;
      await insertNote(tx, { caseId: id, text, byPerson: personIdOf(actor), byName: nameOf(actor), at });
      await held.tell({ text: '添加备注。' });
    });
  }

  /** The clock goes on: no rule of messages stops it for a question. */
  askSender(actor: Actor, id: string, { version, question }: AskSenderInput): Promise<void> {
    return this.#desk.act(actor, { id, event: 'askSender', version }, async (held) => {
      await held.move();
      const { tx, at } = held.change;
      await insertQuestion(tx, { caseId: id, text: question, byName: nameOf(actor), at });
      await held.tell({ text: `请来信人补充：${question}`, senderText: '请您补充情况。' });
    });
  }

  resume(actor: Actor, id: string, version: number): Promise<void> {
    return this.#desk.act(actor, { id, event: 'resume', version }, async (held) => {
      demandMessage(held);
      await held.move();
      await endQuestion(held.change.tx, id, held.change.at, null);
      await held.tell({ text: '不再等待补充，继续办理。', senderText: '继续办理。' });
    });
  }

  /** Told with the reason and where to go instead, which ends the term like an answer. */
  reject(actor: Actor, id: string, input: RejectInput): Promise<void> {
    return this.#desk.act(actor, { id, event: 'reject', version: input.version }, async (held) => {
      await answer(held, { rejection_reason: input.reason, rejection_text: input.text });
      await dropDraft(held.change.tx, id, held.change.at);
      await endQuestion(held.change.tx, id, held.change.at, null);
      const label = REJECTION_LABELS[input.reason];
      await held.tell(
        { text: `不予受理（${label}）：${input.text}`, senderText: `不予受理：${label}。` },
        { reason: input.reason },
      );
    });
  }

  close(actor: Actor, id: string, version: number | null): Promise<void> {
    return this.#desk.act(actor, { id, event: 'close', version }, async (held) => {
      demandMessage(held);
      await held.move();
      await held.tell({ text: '办结。', senderText: '已办结。' });
    });
  }

  /** A new count begins; that an earlier answer came late stays on the record. */
  reopen(
    actor: Actor,
    id: string,
    input: Omit<CaseReasonInput, 'version'> & { readonly version: number | null },
    within?: (held: HeldCase) => Promise<void>,
  ): Promise<void> {
    return this.#desk.act(actor, { id, event: 'reopen', version: input.version }, async (held) => {
      if (!within) demandMessage(held);
      await within?.(held);
      await held.move({ rejection_reason: null, rejection_text: null }, [(on) => ({ type: 'reopened', on })]);
      await holdAgain(held, '重新办理');
      await held.tell({ text: `重新办理：${input.reason}`, senderText: '重新办理。' });
    });
  }

  /** How it went after the answer (MSG-14). */
  followUp(actor: Actor, id: string, { isSolved, text }: FollowUpInput): Promise<void> {
    return this.#desk.act(actor, { id, event: 'followUp', version: null }, async (held) => {
      const { tx, at } = held.change;
      await insertFollowUp(tx, { caseId: id, isSolved, text, byName: nameOf(actor), at });
      await held.tell({ text: `回访：${isSolved ? '已解决' : '未解决'}。` }, { isSolved });
    });
  }
}
