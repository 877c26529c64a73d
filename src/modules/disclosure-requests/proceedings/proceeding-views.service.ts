import { type LocalDate, localDate, localDateAt } from '../../../kernel/local-date.ts';
import { type Actor, can, demand } from '../../../kernel/permissions.ts';
import type { UnitRef } from '../../../kernel/route.contract.ts';
import { staleError } from '../../../kernel/stale.ts';
import type { Organisations } from '../../organisations/index.ts';
import type { ProceedingFact } from '../request-facts.ts';
import { answerTerm } from './answer-term.ts';
import { type Known, type ProceedingDesk, subjectOf } from './proceeding-desk.ts';
import { nextDuty, stateOf, urgencyOf } from './proceeding-state.ts';
import type { ProceedingEvent } from './proceeding-words.ts';
import type {
  ProceedingFigures,
  ProceedingItem,
  ProceedingPage,
  ProceedingQuery,
  ProceedingView,
} from './proceedings.contract.ts';
import {
  closedBetween,
  findProceeding,
  laterThan,
  listProceedings,
  type ProceedingRow,
  proceedingHistory,
  proceedingSetting,
  proceedingsWithin,
  receivedBetween,
  setReportWorkdays,
} from './proceedings.store.ts';
import { type RatedProceeding, yearRates } from './rates.ts';

interface Seen extends Known {
  readonly units: ReadonlyMap<string, UnitRef>;
  readonly reportWorkdays: number;
}

/** Proceedings as people see them: list, file, rates; each reads what his units have. */
export class ProceedingViewsService {
  readonly #desk: ProceedingDesk;
  readonly #organisations: Pick<Organisations, 'units'>;

  constructor(desk: ProceedingDesk, organisations: Pick<Organisations, 'units'>) {
    this.#desk = desk;
    this.#organisations = organisations;
  }

  async list(actor: Actor, query: ProceedingQuery): Promise<ProceedingPage> {
    const seen = await this.#seen();
    const reach = { unitIds: readableUnits(actor), soonUntil: seen.calendar.addWorkdays(seen.today, 2) };
    const { rows, total } = await listProceedings(this.#db, query, reach);
    return { items: rows.map((row) => itemOf(row, seen)), total, page: query.page, pageSize: query.pageSize };
  }

  /** @param reopenRefusal why the request could not be opened anew just now @throws AppError `proceeding-missing` (404) */
  async get(actor: Actor, id: string, reopenRefusal: string | null = null): Promise<ProceedingView> {
    const row = await this.#desk.find(actor, id);
    const seen = await this.#seen();
    const earlier = row.earlier_id ? await findProceeding(this.#db, row.earlier_id) : undefined;
    const { sentences, days, awaitingYears } = answerTerm(termOf(row), seen.rules, seen.calendar);
    return {
      ...itemOf(row, seen),
      outcome: row.outcome,
      ordersAnew: row.orders_anew,
      reopenedAt: row.reopened_at?.toISOString() ?? null,
      reopenRefusal,
      lessons: row.lessons,
      rectifyWhat: row.rectify_what,
      rectifiedHow: row.rectified_how,
      due: { sentences: [...sentences], days: [...days], awaitingYears: [...awaitingYears] },
      earlier: earlier ? linked(earlier) : null,
      later: (await laterThan(this.#db, id)).map(linked),
      history: (await proceedingHistory(this.#db, id)).map(({ at, by_name, event, text }) => ({
        at: at.toISOString(),
        by: by_name,
        event,
        text,
      })),
      allowed: allowedFor(actor, row),
    };
  }

  /** LIT-3, LIT-C1, LIT-C2: of the units that the person may read. */
  async figures(actor: Actor, year: number): Promise<ProceedingFigures> {
    const unitIds = readableUnits(actor);
    const { units, calendar, reportWorkdays } = await this.#seen();
    const closed = await closedBetween(this.#db, { unitIds, ...daysOf(year - 1, year) });
    const received = await receivedBetween(this.#db, { unitIds, ...daysOf(year, year) });
    const late = received.filter((row) => !isReported(row, calendar, reportWorkdays));
    const { byUnit, byFault, corrections, losses } = yearRates(closed.map(ratedOf), year);
    return {
      year,
      corrections,
      losses,
      byUnit: byUnit.flatMap(({ unitId, ...pairs }) => {
        const unit = units.get(unitId);
        return unit ? [{ unit, ...pairs }] : [];
      }),
      byFault,
      reported: {
        within: reportWorkdays,
        inTime: received.length - late.length,
        total: received.length,
        lateIds: late.map(({ id }) => id),
      },
    };
  }

  /** What part four of the annual report counts (RPT-2): known at the end of the year, for units that the person may read. */
  async facts(
    actor: Actor,
    { unitIds, year }: { readonly unitIds: readonly string[]; readonly year: number },
  ): Promise<ProceedingFact[]> {
    const mine = unitIds.filter((unitId) =>
      can(actor, 'read', { kind: 'proceeding', state: 'closed', unitIds: [unitId] }),
    );
    const { from, to } = daysOf(year, year);
    const rows = await proceedingsWithin(this.#db, { unitIds: mine, from, to });
    return rows.map((row) => {
      const isClosed = row.closed_on !== null && row.closed_on <= to;
      return {
        id: row.id,
        caseId: row.case_id,
        unitId: row.unit_id,
        kind: row.kind,
        receivedOn: row.received_on,
        closedOn: isClosed ? row.closed_on : null,
        result: isClosed ? row.result : null,
      };
    });
  }

  setting() {
    return proceedingSetting(this.#db);
  }

  /** @throws AppError `stale` (409) */
  async set(actor: Actor, input: { readonly reportWorkdays: number; readonly version: number }) {
    demand(actor, 'configure', { kind: 'proceeding' });
    const isDone = await this.#desk.context.platform.changes.run(actor, async (change) => {
      const done = await setReportWorkdays(change.tx, input.reportWorkdays, input.version);
      if (done)
        change.record({
          action: 'configure',
          kind: 'proceeding',
          subjectId: 'setting',
          detail: { reportWorkdays: input.reportWorkdays },
        });
      return done;
    });
    const now = await this.setting();
    if (!isDone) throw staleError(now, input);
    return now;
  }

  async #seen(): Promise<Seen> {
    const units = (await this.#organisations.units.all()).map(({ id, code, name, shortName }) => ({
      id,
      code,
      name,
      shortName,
    }));
    const { reportWorkdays } = await proceedingSetting(this.#db);
    return {
      ...(await this.#desk.context.cases.clocks.now()),
      units: new Map(units.map((unit) => [unit.id, unit])),
      reportWorkdays,
    };
  }

  get #db() {
    return this.#desk.context.platform.database.kysely;
  }
}

function readableUnits(actor: Actor): readonly string[] | null {
  if (can(actor, 'read', { kind: 'proceeding', state: 'closed' })) return null;
  const grants = actor.type === 'person' ? actor.grants : [];
  return [...new Set(grants.map(({ unitId }) => unitId))].filter((unitId) =>
    can(actor, 'read', { kind: 'proceeding', state: 'closed', unitIds: [unitId] }),
  );
}

function daysOf(first: number, last: number): { readonly from: LocalDate; readonly to: LocalDate } {
  return { from: localDate(`${first}-01-01`), to: localDate(`${last}-12-31`) };
}

function termOf({ kind, procedure, received_on }: ProceedingRow) {
  return { kind, procedure, receivedOn: received_on };
}

function isReported(row: ProceedingRow, calendar: Known['calendar'], within: number): boolean {
  return localDateAt(row.registered_at) <= calendar.addWorkdays(row.received_on, within);
}

function linked({ id, kind, body, body_number }: ProceedingRow) {
  return { id, kind, body, bodyNumber: body_number };
}

function ratedOf({ id, unit_id, kind, closed_on, result, fault }: ProceedingRow): RatedProceeding {
  return { id, unitId: unit_id, kind, closedOn: closed_on, result, fault };
}

const GONE: Omit<UnitRef, 'id'> = { code: '', name: '已撤销的单位', shortName: '已撤销的单位' };

function itemOf(row: ProceedingRow, { today, calendar, units, reportWorkdays }: Seen): ProceedingItem {
  const days = { answeredOn: row.answered_on, heardOn: row.heard_on, closedOn: row.closed_on };
  const duty = nextDuty({
    ...days,
    answerDueOn: row.answer_due_on,
    result: row.result,
    rectifyDueOn: row.rectify_due_on,
    rectifiedOn: row.rectified_on,
  });
  return {
    id: row.id,
    version: row.version,
    kind: row.kind,
    procedure: row.procedure,
    unit: units.get(row.unit_id) ?? { id: row.unit_id, ...GONE },
    caseId: row.case_id,
    matter: row.matter,
    body: row.body,
    bodyNumber: row.body_number,
    challenged: row.challenged,
    state: stateOf(days),
    receivedOn: row.received_on,
    answerDueOn: row.answer_due_on,
    ...days,
    isAnsweredOnTime: row.answered_on === null ? null : row.answered_on <= row.answer_due_on,
    result: row.result,
    fault: row.fault,
    rectifyDueOn: row.rectify_due_on,
    rectifiedOn: row.rectified_on,
    registeredOn: localDateAt(row.registered_at),
    isReportedInTime: isReported(row, calendar, reportWorkdays),
    duty: duty?.what ?? null,
    dueOn: duty?.dueOn ?? null,
    urgency: urgencyOf(duty?.dueOn ?? null, today, calendar),
    workdaysLeft: duty ? calendar.workdaysBetween(today, duty.dueOn) : null,
  };
}

const NEEDS: readonly (readonly [ProceedingEvent, string])[] = [
  ['edit', 'edit'],
  ['answer', 'edit'],
  ['hear', 'edit'],
  ['close', 'close'],
  ['correct', 'correct'],
  ['learn', 'rectify'],
  ['rectify', 'rectify'],
  ['reopen', 'rectify'],
];

function allowedFor(actor: Actor, row: ProceedingRow): ProceedingEvent[] {
  return NEEDS.filter(([event, action]) => can(actor, action, subjectOf(row)) && makesSense(event, row)).map(
    ([event]) => event,
  );
}

function makesSense(event: ProceedingEvent, row: ProceedingRow): boolean {
  if (event === 'answer') return row.answered_on === null;
  if (event === 'rectify') return row.rectify_due_on !== null && row.rectified_on === null;
  if (event === 'reopen') return row.orders_anew && row.reopened_at === null && row.case_id !== null;
  return true;
}
