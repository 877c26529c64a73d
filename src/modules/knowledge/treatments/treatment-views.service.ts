import { AppError } from '../../../kernel/app-error.ts';
import { type LocalDate, localDateAt } from '../../../kernel/local-date.ts';
import { type Actor, can } from '../../../kernel/permissions.ts';
import type { UnitRef } from '../../../kernel/route.contract.ts';
import type { QuestionStanding } from '../../cases/index.ts';
import { reachOf } from '../clusters/clusters.service.ts';
import { maskedWords } from '../clusters/masked-words.ts';
import { type KnowledgeContext, unitRefs } from '../knowledge.context.ts';
import { dueWords } from './due-words.ts';
import { type Effect, effectOf } from './effect.ts';
import { casesOf, type TreatedRow } from './treatment-cases.store.ts';
import { TREATMENT_ACTS, TREATMENT_LIFE, type TreatmentAct } from './treatment-life.ts';
import type {
  TreatedCase,
  TreatedCasesQuery,
  TreatmentDetail,
  TreatmentFigures,
  TreatmentQuery,
  TreatmentView,
} from './treatments.contract.ts';
import * as store from './treatments.store.ts';

export interface Standing extends QuestionStanding {
  readonly way: TreatedRow['way'];
}

/** What is treated at the source, with every number counted from the cases behind it (MSG-15). */
export class TreatmentViews {
  readonly #context: KnowledgeContext;

  constructor(context: KnowledgeContext) {
    this.#context = context;
  }

  async list(actor: Actor, query: TreatmentQuery) {
    const filter = { ...query, unitIds: reachOf(actor, 'sourceTreatment'), today: this.today() };
    const { items, total } = await store.listTreatments(this.#db, filter);
    return { items: await this.#views(items), total, page: query.page, pageSize: query.pageSize };
  }

  /** Of those opened on these days that the person may read. */
  async figures(
    actor: Actor,
    { from, to }: { readonly from: LocalDate; readonly to: LocalDate },
  ): Promise<TreatmentFigures> {
    const today = this.today();
    const unitIds = reachOf(actor, 'sourceTreatment');
    const rows = await store.treatmentStandings(this.#db, { unitIds, today, openedFrom: from, openedTo: to });
    const finished = rows.filter(({ state }) => state === 'done' || state === 'verified');
    const treated = await casesOf(
      this.#db,
      finished.map(({ id }) => id),
    );
    const ids = [...new Set(treated.map(({ caseId }) => caseId))];
    const standings = await this.#context.cases.questions.standings(ids);
    const underWay = rows.filter(({ state }) => state === 'inquiry' || state === 'acting');
    return {
      opened: rows.length,
      open: rows.filter(({ state }) => state !== 'verified' && state !== 'dropped').length,
      late: underWay.filter(({ due_on: due }) => due !== null && due < today).length,
      finished: finished.length,
      verified: finished.filter(({ state }) => state === 'verified').length,
      helped: standings.filter(({ isSettled }) => isSettled).length,
    };
  }

  /** @throws AppError `not-found` (404), also for those who may not read it */
  async get(actor: Actor, id: string): Promise<TreatmentDetail> {
    const row = await this.readable(actor, id);
    const [standings, history, proofs, units, kinds, calendar] = await Promise.all([
      this.standings(id),
      store.historyOf(this.#db, id),
      this.#proofs(row),
      unitRefs(this.#context),
      this.#kindLabels(),
      this.#context.calendar.current(),
    ]);
    const effect = this.effect(row, standings);
    const [view] = await this.#views([row], standings);
    if (!view) throw missing();
    return {
      ...view,
      clusterId: row.cluster_id,
      inquiry: row.inquiry,
      cause: row.cause,
      measureKind: row.measure_kind,
      measure: row.measure,
      result: row.result,
      proofs,
      finishedBy: row.finished_by,
      finishedAt: row.finished_at?.toISOString() ?? null,
      verifiedBy: row.verified_by,
      verifiedAt: row.verified_at?.toISOString() ?? null,
      verdict: row.verdict,
      dropReason: row.drop_reason,
      due: dueWords({ openedOn: row.opened_on, dueOn: row.due_on }, calendar),
      rooted: standings.filter(({ way }) => way === 'opened').length,
      effect: { ...effect, months: [...effect.months] },
      byKind: tally(standings, 'kind').map(([kind, cases]) => ({ kind, label: kinds.get(kind) ?? kind, cases })),
      byUnit: tally(standings, 'unitId').flatMap(([unitId, cases]) => {
        const unit = units.get(unitId);
        return unit ? [{ unit, cases }] : [];
      }),
      history: history.map(({ at, by_name: by, text }) => ({ at: at.toISOString(), by, text })),
      allowed: allowedActs(actor, row, effect),
    };
  }

  /** The cases of its kind, the newest first; those that the person may not read without number and words. */
  async cases(actor: Actor, id: string, query: TreatedCasesQuery) {
    await this.readable(actor, id);
    const found = (await this.standings(id))
      .filter(
        (one) =>
          (query.month === undefined || one.receivedOn.startsWith(query.month)) &&
          (query.kind === undefined || one.kind === query.kind) &&
          (query.unitId === undefined || one.unitId === query.unitId) &&
          (query.way === undefined || one.way === query.way) &&
          (query.settled === undefined || one.isSettled === (query.settled === 'true')),
      )
      .sort((a, b) => (a.receivedOn === b.receivedOn ? (a.id < b.id ? -1 : 1) : a.receivedOn < b.receivedOn ? 1 : -1));
    const shown = found.slice((query.page - 1) * query.pageSize, query.page * query.pageSize);
    const [readable, units, kinds] = await Promise.all([
      this.#context.cases.view.readable(
        actor,
        shown.map((one) => one.id),
      ),
      unitRefs(this.#context),
      this.#kindLabels(),
    ]);
    const words = new Map(readable.map((one) => [one.id, one]));
    const items = shown.flatMap((one): TreatedCase[] => {
      const unit = units.get(one.unitId);
      const row = words.get(one.id);
      if (!unit) return [];
      return [
        {
          caseId: row?.id ?? null,
          number: row?.number ?? null,
          title: row ? maskedWords(row.title) : null,
          kindLabel: kinds.get(one.kind) ?? one.kind,
          unit,
          receivedOn: one.receivedOn,
          isSettled: one.isSettled,
          way: one.way,
        },
      ];
    });
    return { items, total: found.length, page: query.page, pageSize: query.pageSize };
  }

  async readable(actor: Actor, id: string): Promise<store.TreatmentRow> {
    const row = await store.findTreatment(this.#db, id);
    if (!row || !can(actor, 'read', subjectOf(row))) throw missing();
    return row;
  }

  async standings(id: string): Promise<Standing[]> {
    const ways = new Map((await casesOf(this.#db, [id])).map(({ caseId, way }) => [caseId, way]));
    const standings = await this.#context.cases.questions.standings([...ways.keys()]);
    return standings.map((one) => ({ ...one, way: ways.get(one.id) ?? 'grouped' }));
  }

  effect(row: Pick<store.TreatmentRow, 'effective_on'>, standings: readonly Standing[]): Effect {
    return effectOf(
      standings.map(({ receivedOn }) => receivedOn),
      row.effective_on,
      this.today(),
    );
  }

  today(): LocalDate {
    return localDateAt(this.#context.platform.clock.now());
  }

  /** Three statements, however many rows. */
  async #views(rows: readonly store.TreatmentRow[], known?: readonly Standing[]): Promise<TreatmentView[]> {
    const treated = await casesOf(
      this.#db,
      rows.map(({ id }) => id),
    );
    const standings =
      known ?? (await this.#context.cases.questions.standings([...new Set(treated.map(({ caseId }) => caseId))]));
    const byId = new Map(standings.map((one) => [one.id, one]));
    const byTreatment = Map.groupBy(treated, ({ treatmentId }) => treatmentId);
    const [units, calendar] = await Promise.all([unitRefs(this.#context), this.#context.calendar.current()]);
    return rows.map((row) => {
      const own = (byTreatment.get(row.id) ?? []).flatMap(({ caseId }) => byId.get(caseId) ?? []);
      const isDue = row.due_on !== null && (row.state === 'inquiry' || row.state === 'acting');
      return {
        id: row.id,
        version: row.version,
        title: row.title,
        unit: unitOf(units, row.unit_id),
        state: row.state,
        openedOn: row.opened_on,
        openedBy: row.opened_by,
        dueOn: row.due_on,
        workdaysLeft: isDue && row.due_on ? calendar.workdaysBetween(this.today(), row.due_on) : null,
        effectiveOn: row.effective_on,
        cases: own.length,
        settled: own.filter(({ isSettled }) => isSettled).length,
      };
    });
  }

  async #proofs({ proofs }: store.TreatmentRow): Promise<TreatmentDetail['proofs']> {
    const numbers = proofs.map(Number);
    const titles = new Map(
      (await this.#context.publications.open.titles(numbers)).map((one) => [Number(one.number), one]),
    );
    return numbers.map((number) => {
      const one = titles.get(number);
      return { number, title: one?.title || `第${number}号公开信息`, isPublic: one?.status === 'public' };
    });
  }

  async #kindLabels(): Promise<ReadonlyMap<string, string>> {
    return new Map((await this.#context.cases.view.kinds()).map(({ code, label }) => [code, label]));
  }

  get #db() {
    return this.#context.platform.database.kysely;
  }
}

export function subjectOf(row: Pick<store.TreatmentRow, 'state' | 'unit_id'>) {
  return { kind: 'sourceTreatment', state: row.state, unitIds: [row.unit_id] };
}

export function missing(): AppError {
  return new AppError('not-found', 404, '没有找到这项源头治理，请返回列表刷新。');
}

/** What stands in the way of confirming: the effect is read from whole months, and by somebody else than who did the work. */
export function whyNotVerified(
  actor: Actor,
  row: Pick<store.TreatmentRow, 'finished_by_id'>,
  effect: Pick<Effect, 'after'>,
): string | null {
  if (actor.type === 'person' && actor.personId === row.finished_by_id)
    return '成效由报告落实的人以外的同事确认，请由其他同事办理。';
  return effect.after === null ? '措施生效后还没有满一个自然月，暂不能确认成效，请满月后再来。' : null;
}

function allowedActs(actor: Actor, row: store.TreatmentRow, effect: Effect): TreatmentDetail['allowed'] {
  const now = TREATMENT_ACTS.filter(
    (act) => TREATMENT_LIFE[act].from.includes(row.state) && can(actor, act, subjectOf(row)),
  );
  const why = (act: TreatmentAct) => (act === 'verify' ? whyNotVerified(actor, row, effect) : null);
  return Object.fromEntries(now.map((act) => [act, why(act) ?? true]));
}

function unitOf(units: ReadonlyMap<string, UnitRef>, id: string): UnitRef {
  const unit = units.get(id);
  if (!unit) throw new Error(`treatment of an unknown unit ${id}`);
  return unit;
}

/** Most first. */
function tally(standings: readonly Standing[], by: 'kind' | 'unitId'): [string, number][] {
  const counts = new Map<string, number>();
  for (const one of standings) counts.set(one[by], (counts.get(one[by]) ?? 0) + 1);
  return [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
}
