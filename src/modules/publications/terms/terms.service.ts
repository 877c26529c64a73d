import { AppError } from '../../../kernel/app-error.ts';
import type { Actor } from '../../../kernel/permissions.ts';
import { demandAct, hold } from '../held-publication.service.ts';
import { addEvent, nameOf, personIdOf } from '../history.store.ts';
import { lookups, type PublicationsContext } from '../publications.context.ts';
import type { ExplainLateInput } from '../publications.contract.ts';
import { updatePublication } from '../publications.store.ts';
import { insertLateReason } from './late-reasons.store.ts';
import { publicTerm, termOf } from './public-term.ts';

/** What is past its term can no longer be in time: somebody says why, and that is kept, counted and shown to the office. */
export class TermsService {
  readonly #context: PublicationsContext;

  constructor(context: PublicationsContext) {
    this.#context = context;
  }

  /** @throws AppError `not-late` (409) while the term runs, or none does */
  async explain(actor: Actor, id: string, { reason }: ExplainLateInput): Promise<void> {
    const known = await lookups(this.#context);
    await this.#context.platform.changes.run(actor, async (change) => {
      const { row, kind, ...held } = await hold(this.#context, change, id, known.units.officeId);
      demandAct(actor, 'explainLate', { row, kind, ...held });
      const term = publicTerm(row, termOf(kind), known.calendar, known.today);
      if (!term?.isOver) throw new AppError('not-late', 409, '没有超过公开时限，不需要说明理由。请刷新后查看。');
      await insertLateReason(change.tx, {
        publication_id: id,
        due_on: term.dueOn,
        reason,
        by_person: personIdOf(actor),
        by_name: nameOf(actor),
        at: change.at,
      });
      await updatePublication(change.tx, id, { late_reason_at: change.at, updated_at: change.at });
      const text = `说明超过公开时限（${term.dueOn}）的理由：${reason}`;
      await addEvent(change, { publicationId: id, versionId: held.open?.id ?? null, kind: 'explainLate', text });
      change.record({
        action: 'explainLate',
        kind: 'publication',
        subjectId: id,
        unitId: row.unit_id,
        detail: { dueOn: term.dueOn },
      });
    });
  }
}
