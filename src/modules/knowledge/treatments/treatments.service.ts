import { AppError } from '../../../kernel/app-error.ts';
import { addDays, type LocalDate, localDateAt } from '../../../kernel/local-date.ts';
import { type Actor, can, demand } from '../../../kernel/permissions.ts';
import { staleError } from '../../../kernel/stale.ts';
import type { Change } from '../../../platform/change/change.ts';
import { lockCluster, questionsOfCluster } from '../clusters/clusters.store.ts';
import { type KnowledgeContext, unitRefs } from '../knowledge.context.ts';
import { nameOf } from '../name-of.ts';
import { demandNoPersonalData } from './no-personal-data.ts';
import { addCases, addGrouped, leaveOut } from './treatment-cases.store.ts';
import { TREATMENT_LIFE, type TreatmentAct } from './treatment-life.ts';
import { missing, subjectOf, type TreatmentViews, whyNotVerified } from './treatment-views.service.ts';
import { TREATMENT_STATE_CODES, TREATMENT_STATES } from './treatment-words.ts';
import type { FinishTreatment, OpenTreatment, PlanTreatment, TreatmentDetail } from './treatments.contract.ts';
import * as store from './treatments.store.ts';

const SYSTEM = { type: 'system' } as const;
const YEAR_DAYS = 366;
const LONGEST_DAYS = 3 * YEAR_DAYS;

type Row = store.TreatmentRow;
type Reasons = readonly { readonly field: string; readonly message: string }[];

/** One problem behind many cases: inquired into, treated at the source, and shown to be gone (MSG-11, MSG-15). */
export class TreatmentsService {
  readonly #context: KnowledgeContext;
  readonly #views: TreatmentViews;

  constructor(context: KnowledgeContext, views: TreatmentViews) {
    this.#context = context;
    this.#views = views;
  }

  /**
   * The same request again is the same treatment.
   * @throws AppError `treated` (409) when the group of questions is being treated, `invalid` (422) without cases
   */
  async open(actor: Actor, input: OpenTreatment): Promise<TreatmentDetail> {
    demand(actor, 'open', { kind: 'sourceTreatment', state: 'inquiry', unitIds: [input.unitId] });
    demandNoPersonalData({ title: input.title });
    if (!(await unitRefs(this.#context)).has(input.unitId)) throw invalid('unitId', '没有这个单位，请重新选择。');
    const before = await store.treatmentOfRequest(this.#db, input.requestId);
    if (before) return this.#views.get(actor, before.id);
    const readable = await this.#readable(actor, input.caseIds);
    if (readable.length < new Set(input.caseIds).size)
      throw invalid('caseIds', '有的来件不能作为依据：您看不到，或者属于专人办理、有人回避。请去掉后再提交。');
    const id = await this.#context.platform.changes.run(actor, async (change) => {
      const grouped = input.clusterId === null ? [] : await this.#lettersOf(change, input.clusterId);
      const caseIds = [...new Set([...readable, ...grouped])];
      if (caseIds.length === 0) throw invalid('caseIds', '请从一组同类提问或者至少一件来件立项。');
      const row = await store.insertTreatment(change.tx, {
        request_id: input.requestId,
        title: input.title,
        unit_id: input.unitId,
        cluster_id: input.clusterId,
        opened_at: change.at,
        opened_on: localDateAt(change.at),
        opened_by: nameOf(actor),
      });
      if (!row) return null;
      await addCases(change.tx, row.id, caseIds, { way: 'opened', name: nameOf(actor), at: change.at });
      const alike = (await addGrouped(change.tx, row.id, change.at)).get(row.id) ?? 0;
      const more = alike > 0 ? `，另有 ${alike} 件同类来件自动归入` : '';
      await this.#tell(change, row, 'open', `立项，开展专题调查；依据来件 ${caseIds.length} 件${more}。`);
      return row.id;
    });
    const made = id ?? (await store.treatmentOfRequest(this.#db, input.requestId))?.id;
    if (!made) throw new AppError('treated', 409, '这组问题已经立项治理，请在源头治理列表里打开原来的事项。');
    return this.#views.get(actor, made);
  }

  /** @throws AppError `stale` (409), `treatment-state` (409), `invalid` (422), `personal-data` (422) */
  plan(actor: Actor, id: string, input: PlanTreatment): Promise<TreatmentDetail> {
    const { version, begin, ...words } = input;
    return this.#act(actor, id, 'plan', { version, ...words }, async (change, row) => {
      const { title, inquiry, cause, measureKind, measure, dueOn } = words;
      demandNoPersonalData({ title, inquiry, cause, measure });
      const isBegun = begin || row.state === 'acting';
      demandReasons([
        ...(isBegun && cause === '' ? [{ field: 'cause', message: '请写明问题根源。' }] : []),
        ...(isBegun && measureKind === null ? [{ field: 'measureKind', message: '请选择治理方式。' }] : []),
        ...(isBegun && measure === '' ? [{ field: 'measure', message: '请写明治理措施。' }] : []),
        ...(isBegun && dueOn === null ? [{ field: 'dueOn', message: '请填写期限。' }] : []),
        ...this.#dueReasons(row, dueOn),
      ]);
      await store.updateTreatment(change.tx, id, {
        ...{ title, inquiry, cause, measure },
        measure_kind: measureKind,
        due_on: dueOn,
        state: isBegun ? 'acting' : 'inquiry',
      });
      const due =
        row.due_on === dueOn
          ? ''
          : row.due_on
            ? `期限由 ${row.due_on} 改为 ${dueOn ?? '待定'}。`
            : dueOn
              ? `期限 ${dueOn}。`
              : '';
      return `${isBegun && row.state === 'inquiry' ? '确定治理措施，开始治理。' : '修改调查情况和措施。'}${due}`;
    });
  }

  /** By their numbers. @throws AppError `invalid` (422) naming those that are not found */
  async gather(actor: Actor, id: string, numbers: readonly string[]): Promise<TreatmentDetail> {
    const wanted = [...new Set(numbers.map((number) => number.toUpperCase()))];
    const found = await this.#byNumber(actor, wanted);
    const readable = new Set(await this.#readable(actor, [...found.values()]));
    const lost = wanted.filter((number) => !readable.has(found.get(number) ?? ''));
    return this.#act(actor, id, 'gather', null, async (change) => {
      if (lost.length > 0)
        throw invalid('numbers', `没有找到来件 ${lost.join('、')}，请核对编号；专人办理、有人回避的来件不能补充。`);
      const count = await addCases(change.tx, id, [...readable], { way: 'added', name: nameOf(actor), at: change.at });
      return count === 0 ? null : `补充同类来件 ${count} 件。`;
    });
  }

  leaveOut(actor: Actor, id: string, caseId: string, reason: string): Promise<TreatmentDetail> {
    return this.#act(actor, id, 'gather', null, async (change) => {
      demandNoPersonalData({ reason });
      const by = { name: nameOf(actor), at: change.at, reason };
      return (await leaveOut(change.tx, { treatmentId: id, caseId }, by)) ? `移出一件来件：${reason}` : null;
    });
  }

  async assign(
    actor: Actor,
    id: string,
    input: { readonly version: number; readonly unitId: string; readonly reason: string },
  ): Promise<TreatmentDetail> {
    const units = await unitRefs(this.#context);
    return this.#act(actor, id, 'assign', { version: input.version }, async (change, row) => {
      const unit = units.get(input.unitId);
      if (!unit) throw invalid('unitId', '没有这个单位，请重新选择。');
      if (unit.id === row.unit_id) throw invalid('unitId', '已经由这个单位负责，请选择其他单位。');
      demandNoPersonalData({ reason: input.reason });
      await store.updateTreatment(change.tx, id, { unit_id: unit.id });
      return `改由${unit.shortName}负责：${input.reason}`;
    });
  }

  async finish(actor: Actor, id: string, input: FinishTreatment): Promise<TreatmentDetail> {
    const proofs = [...new Set(input.proofs)];
    const titles = await this.#context.publications.open.titles(proofs);
    const open = new Set(titles.filter(({ status }) => status === 'public').map(({ number }) => Number(number)));
    return this.#act(actor, id, 'finish', { version: input.version }, async (change, row) => {
      const { effectiveOn, result } = input;
      demandNoPersonalData({ result });
      const lost = proofs.filter((number) => !open.has(number));
      const today = this.#views.today();
      demandReasons([
        ...(effectiveOn > today ? [{ field: 'effectiveOn', message: '措施还没有生效，请在生效后报告落实。' }] : []),
        ...(effectiveOn < addDays(row.opened_on, -YEAR_DAYS)
          ? [{ field: 'effectiveOn', message: '生效日期早于立项一年以上，请核对。' }]
          : []),
        ...(lost.length > 0
          ? [{ field: 'proofs', message: `第 ${lost.join('、')} 号不是公开的文件，请重新选择。` }]
          : []),
        ...(row.measure_kind === 'publication' && proofs.length === 0
          ? [{ field: 'proofs', message: '治理方式是主动公开、政策解读的，请附上公开的文件或者常见问题。' }]
          : []),
      ]);
      await store.updateTreatment(change.tx, id, {
        ...{ state: 'done', effective_on: effectiveOn, result, proofs },
        ...{ finished_at: change.at, finished_by: nameOf(actor) },
        finished_by_id: actor.type === 'person' ? actor.personId : null,
      });
      return `报告措施落实，${effectiveOn} 生效${proofs.length > 0 ? `，附公开信息 ${proofs.length} 件` : ''}。`;
    });
  }

  /** @throws AppError `effect-unknown` (409) by the one who reported it, or before a whole month has passed */
  async verify(
    actor: Actor,
    id: string,
    input: { readonly version: number; readonly verdict: string },
  ): Promise<TreatmentDetail> {
    const standings = await this.#views.standings(id);
    return this.#act(actor, id, 'verify', { version: input.version }, async (change, row) => {
      demandNoPersonalData({ verdict: input.verdict });
      const effect = this.#views.effect(row, standings);
      const why = whyNotVerified(actor, row, effect);
      if (why) throw new AppError('effect-unknown', 409, why);
      await store.updateTreatment(change.tx, id, {
        ...{ state: 'verified', verdict: input.verdict },
        ...{ verified_at: change.at, verified_by: nameOf(actor) },
      });
      const settled = standings.filter(({ isSettled }) => isSettled).length;
      return `确认成效：${effect.sentence}同类来件 ${standings.length} 件，已答复办结 ${settled} 件。`;
    });
  }

  reopen(
    actor: Actor,
    id: string,
    input: { readonly version: number; readonly reason: string; readonly dueOn: LocalDate },
  ): Promise<TreatmentDetail> {
    return this.#act(actor, id, 'reopen', { version: input.version }, async (change, row) => {
      demandNoPersonalData({ reason: input.reason });
      demandReasons(this.#dueReasons({ ...row, due_on: null }, input.dueOn));
      await store.updateTreatment(change.tx, id, {
        ...{ state: 'acting', due_on: input.dueOn, effective_on: null, verdict: null },
        ...{ finished_at: null, finished_by: null, finished_by_id: null, verified_at: null, verified_by: null },
      });
      return `重新治理：${input.reason}。期限 ${input.dueOn}；原措施 ${row.effective_on ?? ''} 生效。`;
    });
  }

  drop(
    actor: Actor,
    id: string,
    input: { readonly version: number; readonly reason: string },
  ): Promise<TreatmentDetail> {
    return this.#act(actor, id, 'drop', { version: input.version }, async (change) => {
      demandNoPersonalData({ reason: input.reason });
      await store.updateTreatment(change.tx, id, { state: 'dropped', drop_reason: input.reason });
      return `不再治理：${input.reason}`;
    });
  }

  /** Job: letters that came since and ask the same. Safe to run at any time and twice. */
  async follow(): Promise<void> {
    await this.#context.platform.changes.run(SYSTEM, async (change) => {
      for (const [id, count] of await addGrouped(change.tx, null, change.at)) {
        const row = await store.findTreatment(change.tx, id);
        if (row) await this.#tell(change, row, 'gather', `新归入同类来件 ${count} 件。`);
      }
    });
  }

  /** The person may act, the row is as he saw it, the act has sense now. @param act gives the sentence of the history; null: nothing changed */
  async #act(
    actor: Actor,
    id: string,
    what: TreatmentAct,
    submitted: { readonly version: number } | null,
    act: (change: Change, row: Row) => Promise<string | null>,
  ): Promise<TreatmentDetail> {
    await this.#context.platform.changes.run(actor, async (change) => {
      const row = await store.lockTreatment(change.tx, id);
      if (!row || !can(actor, 'read', subjectOf(row))) throw missing();
      const isHis = TREATMENT_STATE_CODES.some((state) => can(actor, what, { ...subjectOf(row), state }));
      if (!isHis) demand(actor, what, subjectOf(row));
      if (submitted && submitted.version !== row.version) throw staleError(currentOf(row), submitted);
      const { from, label } = TREATMENT_LIFE[what];
      if (!from.includes(row.state))
        throw new AppError('treatment-state', 409, `“${TREATMENT_STATES[row.state]}”的事项不能${label}，请刷新页面。`);
      demand(actor, what, subjectOf(row));
      const said = await act(change, row);
      if (said !== null) await this.#tell(change, row, what, said);
    });
    return this.#views.get(actor, id);
  }

  async #tell(change: Change, row: Pick<Row, 'id' | 'unit_id'>, act: string, text: string): Promise<void> {
    await store.addHistory(change, row.id, act, text);
    change.record({ action: act, kind: 'sourceTreatment', subjectId: row.id, unitId: row.unit_id });
  }

  /** Letters of the group of questions; of whose they are, the person need see no more than how many. */
  async #lettersOf(change: Change, clusterId: string): Promise<string[]> {
    const row = await lockCluster(change.tx, clusterId);
    const unitIds = row?.unit_id ? [row.unit_id] : [];
    if (!row || !can(change.actor, 'read', { kind: 'questionCluster', state: row.state, unitIds }))
      throw invalid('clusterId', '这组提问已经重新归并，请回到高频问题重新打开。');
    const questions = await questionsOfCluster(change.tx, clusterId);
    return questions.flatMap(({ source, key }) => (source === 'case' ? key : []));
  }

  async #byNumber(actor: Actor, numbers: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const found = new Map<string, string>();
    for (const number of numbers) {
      const query = { text: number, page: 1, pageSize: 5, sort: '-receivedAt' } as const;
      const { items } = await this.#context.cases.view.list(actor, query);
      const one = items.find((item) => item.number.toUpperCase() === number);
      if (one) found.set(number, one.id);
    }
    return found;
  }

  /** Of these, what the person may read and may be counted. */
  async #readable(actor: Actor, ids: readonly string[]): Promise<string[]> {
    const unique = [...new Set(ids)];
    const own = new Set((await this.#context.cases.view.readable(actor, unique)).map(({ id }) => id));
    const standings = await this.#context.cases.questions.standings(unique.filter((id) => own.has(id)));
    return standings.map(({ id }) => id);
  }

  /** A day that stands may have passed; a new one lies ahead. */
  #dueReasons(row: Pick<Row, 'due_on' | 'opened_on'>, dueOn: LocalDate | null): Reasons {
    if (dueOn === null || dueOn === row.due_on) return [];
    const today = this.#views.today();
    if (dueOn < today) return [{ field: 'dueOn', message: '期限已经过去，请填写今天或者以后的日期。' }];
    return dueOn > addDays(today, LONGEST_DAYS) ? [{ field: 'dueOn', message: '期限在三年以后，请核对。' }] : [];
  }

  get #db() {
    return this.#context.platform.database.kysely;
  }
}

function currentOf(row: Row): object {
  return {
    version: row.version,
    state: row.state,
    title: row.title,
    inquiry: row.inquiry,
    cause: row.cause,
    measureKind: row.measure_kind,
    measure: row.measure,
    dueOn: row.due_on,
  };
}

function invalid(field: string, message: string): AppError {
  return new AppError('invalid', 422, message, { reasons: [{ field, message }] });
}

function demandReasons(reasons: Reasons): void {
  const [first] = reasons;
  if (first) throw new AppError('invalid', 422, first.message, { reasons });
}
