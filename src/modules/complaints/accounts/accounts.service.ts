import { AppError } from '../../../kernel/app-error.ts';
import type { LocalDate } from '../../../kernel/local-date.ts';
import type { Actor } from '../../../kernel/permissions.ts';
import type { ComplaintsContext } from '../complaints.context.ts';
import type { AccountAnswerInput, AskAccountInput } from './account.contract.ts';
import { answerAccount, insertAccount } from './accounts.store.ts';

/** What the unit complained of says for itself: asked and taken down by the office, the unit sees neither complaint nor complainant (FOI-8). */
export class AccountsService {
  readonly #context: ComplaintsContext;

  constructor(context: ComplaintsContext) {
    this.#context = context;
  }

  /** @throws AppError `against-unknown` (409), `day-ahead` (422) */
  async ask(actor: Actor, id: string, { askedOn, question }: AskAccountInput): Promise<void> {
    await this.#context.complaint(actor, id);
    await this.#context.cases.desk.act(actor, { id, event: 'note', version: null }, async (held) => {
      const { change, row, known } = held;
      demandPast(askedOn, known.today, 'askedOn');
      if (row.against_unit_id === null)
        throw new AppError('against-unknown', 409, '还没有确定被投诉举报的单位，请先确定，再请其说明。');
      await insertAccount(change.tx, {
        case_id: id,
        unit_id: row.against_unit_id,
        asked_on: askedOn,
        question,
        asked_by: nameOf(actor),
        asked_at: change.at,
      });
      await held.tell({
        text: `${askedOn} 请${known.units.nameOf(row.against_unit_id)}说明情况。`,
        senderText: '正在向有关单位了解情况。',
      });
    });
  }

  /** @throws AppError `account-missing` (409) when it is answered already or was asked later; `day-ahead` (422) */
  async answer(actor: Actor, id: string, accountId: string, given: AccountAnswerInput): Promise<void> {
    await this.#context.complaint(actor, id);
    await this.#context.cases.desk.act(actor, { id, event: 'note', version: null }, async (held) => {
      const { change, known } = held;
      demandPast(given.answeredOn, known.today, 'answeredOn');
      const answered = await answerAccount(change.tx, {
        caseId: id,
        id: accountId,
        on: given.answeredOn,
        text: given.answer,
        by: nameOf(actor),
        at: change.at,
      });
      if (!answered)
        throw new AppError('account-missing', 409, '这一次说明已经登记，或者日期早于请其说明的日期。请刷新后核对。');
      await held.tell({ text: `${given.answeredOn} 收到${known.units.nameOf(answered.unit_id)}的说明。` });
    });
  }
}

function demandPast(day: LocalDate, today: LocalDate, field: string): void {
  if (day <= today) return;
  throw new AppError('day-ahead', 422, '日期在今天之后，请核对。', { reasons: [{ field, message: '不能晚于今天' }] });
}

function nameOf(actor: Actor): string {
  return actor.type === 'person' ? actor.name : '系统';
}
