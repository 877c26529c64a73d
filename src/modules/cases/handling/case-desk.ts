import type { AppError } from '../../../kernel/app-error.ts';
import type { Actor } from '../../../kernel/permissions.ts';
import type { Change } from '../../../platform/change/change.ts';
import type { Queryable } from '../../../platform/db/database.ts';
import { canRead, demandEver, demandMove, type SeenPlace } from '../case-subject.ts';
import type { CaseRow } from '../case-tables.store.ts';
import type { CaseEvent } from '../case-words.ts';
import { type CasesContext, type Known, lookUpKnown } from '../cases.context.ts';
import { caseMissing, staleCase } from '../cases.errors.ts';
import { findCase, lockCase } from '../cases.store.ts';
import { holdingsOf } from '../holding/holdings.store.ts';
import { demandKnown } from '../life/procedures.ts';
import { stepsOf } from '../replies/review-rules.store.ts';
import { circleOf } from '../seeing/circle.ts';
import { HeldCase } from './held-case.ts';

/**
 * Where every act of the staff begins, always in this order: may the person see the case, could he ever do this to it, is it still as he
 * saw it, is it possible now.
 */
export class CaseDesk {
  readonly context: CasesContext;

  constructor(context: CasesContext) {
    this.context = context;
  }

  /**
   * @param version what the person saw; null for acts that are added and change nothing, like a note
   * @param isLocked true: whoever comes second waits and then finds the case as the first left it, for acts that write other rows before
   *   they move the case
   * @throws AppError `case-missing` (404), `forbidden` (403), `stale` (409), `case-state` (409)
   */
  async act<T>(
    actor: Actor,
    of: {
      readonly id: string;
      readonly event: CaseEvent;
      readonly version: number | null;
      readonly isLocked?: boolean;
    },
    work: (held: HeldCase) => Promise<T>,
  ): Promise<T> {
    const known = await lookUpKnown(this.context);
    return this.context.platform.changes.run(actor, async (change) => {
      const row = await (of.isLocked ? lockCase : findCase)(change.tx, of.id);
      if (!row) throw caseMissing();
      return work(await this.held(change, row, of.event, of.version, known));
    });
  }

  /** The same for a row that is at hand, inside another change. */
  async held(change: Change, row: CaseRow, event: CaseEvent, version: number | null, known: Known): Promise<HeldCase> {
    const place = await this.placeOf(change.tx, row, known);
    if (!canRead(change.actor, place)) throw await this.#gone(change, row, place);
    demandEver(change.actor, event, place);
    const kind = this.context.kinds.get(row.kind);
    demandKnown(kind, event);
    if (version !== null && version !== row.version) throw staleCase(row);
    const to = demandMove(change.actor, event, place);
    return new HeldCase({ change, row, kind, known, event, to });
  }

  /** Whoever had it until a moment ago is told that it has moved on; for anybody else it does not exist. */
  async #gone(change: Change, row: CaseRow, place: SeenPlace): Promise<AppError> {
    const holdings = await holdingsOf(change.tx, row.id);
    const hadIt = holdings.some(({ unit_id, person_id: personId }) =>
      canRead(change.actor, { ...place, unit_id, circle: { ...place.circle, unitId: unit_id, personId } }),
    );
    return hadIt ? staleCase(row) : caseMissing();
  }

  /** What the permission table asks: the office comes in where one of its steps is asked. */
  async placeOf(db: Queryable, row: CaseRow, known: Known): Promise<SeenPlace> {
    const isReviewed = row.state === 'replyDrafted' || row.state === 'replyApproved';
    const steps = isReviewed ? await stepsOf(db, this.context.kinds.get(row.kind), row.unit_id) : [];
    const isForOffice = steps.some((step) => step.unit === 'office');
    const place = { state: row.state, unit_id: row.unit_id, officeId: isForOffice ? known.units.officeId : null };
    return { ...place, circle: await circleOf(db, row, this.context.kinds.get(row.kind)) };
  }
}
