import type { LocalDate } from '../../../kernel/local-date.ts';
import type { Actor } from '../../../kernel/permissions.ts';
import type { Change } from '../../../platform/change/change.ts';
import type { CaseRow } from '../case-tables.store.ts';
import type { CaseEvent, CaseState } from '../case-words.ts';
import type { Known } from '../cases.context.ts';
import { staleCase } from '../cases.errors.ts';
import { type CaseSet, findCase, moveCase } from '../cases.store.ts';
import type { ClockEvent } from '../clock/clock-event.ts';
import { addDueChange, appendClockEvents, clockEventsOf, putClock, refreshUrgent } from '../clocks/clock.store.ts';
import { appended, type Reckoned, reckon } from '../clocks/reckon.ts';
import { addHistory, nameOf } from '../history.store.ts';
import type { CaseKind } from '../kinds/case-kind.ts';

/** Made for the day on which it happens. */
export type ClockStep = (on: LocalDate) => ClockEvent;

export interface CaseParts {
  readonly change: Change;
  readonly row: CaseRow;
  readonly kind: CaseKind;
  readonly known: Known;
  readonly event: CaseEvent;
  readonly to: CaseState;
}

interface Turned {
  readonly events: readonly ClockEvent[];
  readonly news: readonly ClockEvent[];
  readonly reckoned: Reckoned;
  readonly set: CaseSet;
}

/** A case in the middle of one change, with everything an act on it needs. */
export class HeldCase {
  readonly parts: CaseParts;
  #row: CaseRow;

  constructor(parts: CaseParts) {
    this.parts = parts;
    this.#row = parts.row;
  }

  get change(): Change {
    return this.parts.change;
  }

  get kind(): CaseKind {
    return this.parts.kind;
  }

  get known(): Known {
    return this.parts.known;
  }

  get event(): CaseEvent {
    return this.parts.event;
  }

  /** State to which the life table leads. */
  get to(): CaseState {
    return this.parts.to;
  }

  /** As it stands in this change. */
  get row(): CaseRow {
    return this.#row;
  }

  get actor(): Actor {
    return this.change.actor;
  }

  /**
   * Moves the case to the next state, its clock with it: one statement that finds the row only as long as nobody else moved it.
   * @param set further columns @param clock what happens to the clock by it @param to another state than that of the event
   * @throws AppError `stale` (409) when another was first
   */
  async move(set: CaseSet = {}, clock: readonly ClockStep[] = [], to: CaseState = this.to): Promise<CaseRow> {
    const before = this.#row;
    const turned =
      clock.length > 0 ? await this.#turn(before, clock).catch((error) => this.#orStale(error)) : undefined;
    const moved = await moveCase(this.change.tx, before, {
      ...(turned ? turned.set : {}),
      ...set,
      state: to,
      updated_at: this.change.at,
    });
    if (!moved) throw staleCase((await findCase(this.change.tx, before.id)) ?? before);
    this.#row = moved;
    if (turned) await this.#keep(before, turned);
    return moved;
  }

  /** History, audit and event of the act. Ids and states only in `detail`: the audit log holds no personal data. */
  async tell(
    line: { readonly text: string; readonly senderText?: string },
    detail: Readonly<Record<string, unknown>> = {},
    event: CaseEvent = this.event,
  ): Promise<void> {
    const { id, unit_id: unitId, state, kind } = this.#row;
    await addHistory(this.change, id, { event, ...line });
    this.change.record({ action: event, kind: 'case', subjectId: id, unitId, detail: { state, ...detail } });
    await this.change.emit(`cases.${event}`, { caseId: id, kind, unitId, state });
  }

  async #turn(before: CaseRow, steps: readonly ClockStep[]): Promise<Turned> {
    const events = await clockEventsOf(this.change.tx, before.id);
    const news = appended(events, this.known.today, steps);
    const terms = this.kind.clock.ordinary;
    const reckoned = reckon(terms, [...events, ...news], this.known, events.length);
    return { events, news, reckoned, set: columnsOf(reckoned, before) };
  }

  /** Another may have moved the case and its clock since it was read: then that is what is told, not what the clock makes of it. */
  async #orStale(error: unknown): Promise<never> {
    const now = await findCase(this.change.tx, this.#row.id);
    throw now && now.version === this.#row.version ? error : staleCase(now ?? this.#row);
  }

  async #keep(before: CaseRow, { events, news, reckoned }: Turned): Promise<void> {
    const { tx, at, actor } = this.change;
    await appendClockEvents(tx, before.id, events.length, news, { at, name: nameOf(actor) });
    await putClock(tx, before.id, reckoned, { basis: this.known.basis, events: events.length + news.length });
    if (before.due_on !== reckoned.dueOn) {
      const why = reckoned.explanation.sentences.at(-1) ?? '';
      await addDueChange(tx, { caseId: before.id, at, from: before.due_on, to: reckoned.dueOn, why });
    }
    if (before.merged_count > 0) await refreshUrgent(tx, before.id);
    if (before.merged_into) await refreshUrgent(tx, before.merged_into);
  }
}

/** What the row keeps of a reckoning. */
export function columnsOf(reckoned: Reckoned, before: Pick<CaseRow, 'merged_count' | 'urgent_on'>): CaseSet {
  return {
    due_on: reckoned.dueOn,
    ...(before.merged_count > 0 ? {} : { urgent_on: reckoned.dueOn }),
    is_provisional: reckoned.isProvisional,
    answered_on: reckoned.answeredOn,
    is_on_time: reckoned.isOnTime,
  };
}
