import { answerTerm } from './answer-term.ts';
import type { ProceedingDesk } from './proceeding-desk.ts';
import { changeProceeding, unanswered } from './proceedings.store.ts';

/** Days of answer rest on the holiday calendar: a new notice moves those that are still to come, and the history says so. */
export class AnswerDaysService {
  readonly #desk: ProceedingDesk;

  constructor(desk: ProceedingDesk) {
    this.#desk = desk;
  }

  /** Safe to run twice. @returns how many moved */
  async reckonAnew(): Promise<number> {
    const { cases, platform } = this.#desk.context;
    const { calendar, rules } = await cases.clocks.now();
    let moved = 0;
    for (const row of await unanswered(platform.database.kysely)) {
      const { due } = answerTerm(
        { kind: row.kind, procedure: row.procedure, receivedOn: row.received_on },
        rules,
        calendar,
      );
      if (due === row.answer_due_on) continue;
      const isDone = await platform.changes.run({ type: 'system' }, async (change) => {
        if (!(await changeProceeding(change.tx, row, { answer_due_on: due }))) return false;
        await this.#desk.tell(change, row, 'reckon', `放假安排变动，答复期限由 ${row.answer_due_on} 改为 ${due}。`);
        return true;
      });
      if (isDone) moved += 1;
    }
    return moved;
  }
}
