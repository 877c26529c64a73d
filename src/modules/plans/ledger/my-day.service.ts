import { addDays } from '../../../kernel/local-date.ts';
import { type Actor, can } from '../../../kernel/permissions.ts';
import type { AssignmentListService } from '../assignments/assignment-list.service.ts';
import type { AssignmentFilter } from '../assignments/assignment-list.store.ts';
import type { AssignmentRow } from '../assignments/assignments.contract.ts';
import { personIdOf } from '../events.store.ts';
import type { ImportsService } from '../import/imports.service.ts';
import { unitsOf } from '../plan-subjects.ts';
import { type PlansContext, todayOf, unitNames } from '../plans.context.ts';
import { openDuties } from '../reminders/duties.store.ts';
import type { MyDay } from '../reminders/reminders.contract.ts';
import type { RemindersService } from '../reminders/reminders.service.ts';
import { viewerOf } from './ledger.service.ts';
import { dayCounts, lateUnits, plansInForce } from './my-day.store.ts';

const SHOWN = 20;

/** The home page of the workbench: what must be done today, what is late, what waits; for the office the district, for a unit its own. */
export class MyDayService {
  readonly #context: PlansContext;
  readonly #list: AssignmentListService;
  readonly #imports: ImportsService;
  readonly #reminders: RemindersService;

  constructor(
    context: PlansContext,
    list: AssignmentListService,
    imports: ImportsService,
    reminders: RemindersService,
  ) {
    this.#context = context;
    this.#list = list;
    this.#imports = imports;
    this.#reminders = reminders;
  }

  async of(actor: Actor): Promise<MyDay> {
    const today = todayOf(this.#context);
    const view = viewOf(actor);
    const units = view === 'office' ? null : unitsOf(actor);
    const scope = scopeOf(actor, view);
    const personId = scope === 'person' ? personIdOf(actor) : null;
    const counts = await dayCounts(this.#db, { units, personId }, viewerOf(actor, today), addDays(today, 7));
    const isOffice = view === 'office';
    const duties = await openDuties(this.#db, { units, withOffice: isOffice, limit: SHOWN });
    const mayImport = can(actor, 'import', { kind: 'plan', state: 'draft', unitIds: [...unitsOf(actor)] });
    const imports = mayImport ? (await this.#imports.list(actor)).items : [];
    const reminders = await this.#reminders.list(actor, { unread: 'true', page: 1, pageSize: 1 });
    const names = await unitNames(this.#context);
    const mine: AssignmentFilter = view === 'office' ? {} : { mine: 'true', ...(personId ? { personId } : {}) };
    const rows = (filter: AssignmentFilter, sort = 'dueOn') => this.#rows(actor, { ...mine, ...filter }, sort);
    // Few tasks are one person's: they are all shown, however far off.
    const soon = scope === 'person' ? {} : { dueFrom: today, dueTo: addDays(today, 30) };
    const pressing = {
      dueSoon: await this.#unfinished(actor, { ...mine, ...soon }),
      overdue: await rows({ state: 'overdue' }),
      returned: await rows({ state: 'returned' }),
    };
    return {
      today,
      view,
      scope,
      counts: {
        ...counts,
        unreadReminders: reminders.unread,
        openImports: imports.length,
        openDuties: duties.total,
      },
      ...pressing,
      waiting: await rows({ state: 'reported' }, 'lastReportAt'),
      unsplit: scope === 'unit' ? await this.#unsplit(actor, mine, Object.values(pressing).flat()) : [],
      imports: imports.slice(0, SHOWN).map((draft) => ({
        id: draft.id,
        title: draft.title ?? draft.fileName,
        openDoubts: draft.openDoubts,
        updatedAt: draft.updatedAt,
      })),
      duties: duties.rows.map((duty) => ({
        id: duty.id,
        kind: duty.kind,
        source: duty.source,
        text: duty.text,
        unit: duty.unit_id ? names.ref(duty.unit_id) : null,
        dueOn: duty.due_on,
        overdue: duty.due_on !== null && duty.due_on < today,
        path: duty.path,
      })),
      lateUnits:
        view === 'office'
          ? (await lateUnits(this.#db, viewerOf(actor, today), 10)).map((row) => ({
              unitId: row.unit_id,
              unitName: names.ref(row.unit_id).shortName,
              overdue: row.overdue,
            }))
          : [],
      plans: await plansInForce(this.#db, units),
    };
  }

  async #unfinished(actor: Actor, of: AssignmentFilter): Promise<AssignmentRow[]> {
    const page = { sort: 'dueOn', page: 1, pageSize: SHOWN };
    const open = await this.#list.lines(actor, { ...of, state: 'notStarted' }, page);
    const begun = await this.#list.lines(actor, { ...of, state: 'inProgress' }, page);
    return [...open.items, ...begun.items]
      .sort((a, b) => ((a.dueOn ?? '9999') < (b.dueOn ?? '9999') ? -1 : 1))
      .slice(0, SHOWN);
  }

  /** Each share stands once on the page: what is pressing is not told again as unsplit. */
  async #unsplit(actor: Actor, mine: AssignmentFilter, told: readonly AssignmentRow[]): Promise<AssignmentRow[]> {
    const known = new Set(told.map((row) => row.id));
    const page = { sort: 'dueOn', page: 1, pageSize: SHOWN + known.size };
    const { items } = await this.#list.lines(actor, { ...mine, unsplit: 'true' }, page);
    return items.filter((row) => !known.has(row.id)).slice(0, SHOWN);
  }

  async #rows(actor: Actor, filter: AssignmentFilter, sort: string): Promise<AssignmentRow[]> {
    return (await this.#list.lines(actor, filter, { sort, page: 1, pageSize: SHOWN })).items;
  }

  get #db() {
    return this.#context.platform.database.kysely;
  }
}

function scopeOf(actor: Actor, view: MyDay['view']): MyDay['scope'] {
  if (view === 'office') return 'all';
  const roles = actor.type === 'person' ? actor.grants.map((grant) => grant.role) : [];
  return roles.length > 0 && roles.every((role) => role === 'handler') ? 'person' : 'unit';
}

function viewOf(actor: Actor): MyDay['view'] {
  if (can(actor, 'accept', { kind: 'assignment', state: 'reported' })) return 'office';
  return unitsOf(actor).length > 0 ? 'unit' : 'none';
}
