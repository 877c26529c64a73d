import { AppError, type Reason } from '../../../kernel/app-error.ts';
import { type Actor, can, demand } from '../../../kernel/permissions.ts';
import type { Organisations } from '../../organisations/index.ts';
import { answerTerm } from './answer-term.ts';
import type { ProceedingDesk, Step } from './proceeding-desk.ts';
import { subjectOf } from './proceeding-desk.ts';
import { closingFaults, dayFaults, receivedFaults } from './proceeding-faults.ts';
import { FAULT_LABELS, PROCEEDING_KIND_LABELS, PROCEEDING_RESULT_LABELS } from './proceeding-words.ts';
import type {
  AnswerInput,
  CloseInput,
  EditInput,
  HearInput,
  LearnInput,
  RectifiedInput,
  RegisterInput,
} from './proceedings.contract.ts';
import { findProceeding, insertProceeding, type ProceedingRow } from './proceedings.store.ts';

/** Opens a request anew whose answer was set aside; the module's core does it. */
export interface ReopenDoor {
  reopenFor(
    actor: Actor,
    caseId: string,
    of: { readonly proceedingId: string; readonly reason: string },
  ): Promise<void>;
}

/** The register of reconsideration and litigation: what reached us, what we answered, what came of it (LIT-1, LIT-2). */
export class ProceedingsService {
  readonly #desk: ProceedingDesk;
  readonly #organisations: Pick<Organisations, 'units'>;
  readonly #reopening: ReopenDoor;

  constructor(desk: ProceedingDesk, organisations: Pick<Organisations, 'units'>, reopening: ReopenDoor) {
    this.#desk = desk;
    this.#organisations = organisations;
    this.#reopening = reopening;
  }

  /**
   * @returns its id
   * @throws AppError `proceeding-invalid` (422) with every reason at once, `proceeding-known` (409) for a number that is on record
   */
  async register(actor: Actor, input: RegisterInput): Promise<string> {
    const { cases, platform } = this.#desk.context;
    demand(actor, 'register', { kind: 'proceeding', state: 'none', unitIds: [input.unitId] });
    const known = await cases.clocks.now();
    const reasons = [
      ...receivedFaults(NOTHING, input.receivedOn, known.today),
      ...(await this.#linkFaults(actor, input)),
    ];
    if (reasons.length > 0) throw invalid(reasons);
    const { due } = answerTerm(input, known.rules, known.calendar);
    return platform.changes.run(actor, async (change) => {
      const id = await insertProceeding(change.tx, {
        kind: input.kind,
        unit_id: input.unitId,
        case_id: input.caseId,
        earlier_id: input.earlierId,
        ...factsOf(input),
        answer_due_on: due,
        registered_at: change.at,
      });
      if (id === undefined)
        throw new AppError('proceeding-known', 409, `${input.body}的${input.bodyNumber}已经登记过，请在台账中查找。`);
      await this.#desk.tell(
        change,
        { id, unit_id: input.unitId },
        'register',
        `登记${PROCEEDING_KIND_LABELS[input.kind]}，${input.receivedOn} 收到副本，应于 ${due} 前答复。`,
      );
      return id;
    });
  }

  /** @throws AppError `proceeding-invalid` (422) */
  edit(actor: Actor, id: string, input: EditInput): Promise<void> {
    return this.#desk.act(actor, { id, version: input.version, action: 'edit', event: 'edit' }, (row, known) => {
      demandNone(receivedFaults(row, input.receivedOn, known.today));
      const { due } = answerTerm({ ...input, kind: row.kind }, known.rules, known.calendar);
      const moved = due === row.answer_due_on ? '' : `，答复期限由 ${row.answer_due_on} 改为 ${due}`;
      return { changes: { ...factsOf(input), answer_due_on: due }, text: `更正登记的内容${moved}。` };
    });
  }

  /** A late answer is handed in all the same, and the record says that it was late. @throws AppError `proceeding-invalid` (422) */
  answer(actor: Actor, id: string, { version, on }: AnswerInput): Promise<void> {
    return this.#desk.act(actor, { id, version, action: 'edit', event: 'answer' }, (row, { today }) => {
      demandNone([
        ...(row.answered_on ? [{ field: 'on', message: `已于 ${row.answered_on} 提交过答复` }] : []),
        ...dayFaults('on', '提交日期', on, { today, notBefore: [['收到副本的', row.received_on]] }),
      ]);
      const late = on > row.answer_due_on ? `，已超过期限 ${row.answer_due_on}` : '';
      const what = row.kind === 'reconsideration' ? '行政复议答复书' : '行政诉讼答辩状';
      return { changes: { answered_on: on }, text: `${on} 提交${what}和证据材料${late}。` };
    });
  }

  /** @throws AppError `proceeding-invalid` (422) */
  hear(actor: Actor, id: string, { version, on, note }: HearInput): Promise<void> {
    return this.#desk.act(actor, { id, version, action: 'edit', event: 'hear' }, (row, { today }) => {
      demandNone(dayFaults('on', '听证、开庭日期', on, { today, notBefore: [['收到副本的', row.received_on]] }));
      const what = row.kind === 'reconsideration' ? '听证或者听取意见' : '开庭审理';
      return { changes: { heard_on: on }, text: `${on} ${what}。${note}` };
    });
  }

  /** With an order to answer anew the request is opened at once, when it can be. @throws AppError `proceeding-invalid` (422) */
  async close(actor: Actor, id: string, input: CloseInput): Promise<string | null> {
    await this.#desk.act(actor, { id, version: input.version, action: 'close', event: 'close' }, (row, { today }) =>
      closing(row, input, today),
    );
    return this.#openAnew(actor, id);
  }

  /** A result that was entered wrongly; what it set going is not undone by it. @throws AppError `proceeding-invalid` (422) */
  async correct(actor: Actor, id: string, input: CloseInput): Promise<string | null> {
    await this.#desk.act(
      actor,
      { id, version: input.version, action: 'correct', event: 'correct' },
      (row, { today }) => {
        const { changes, text } = closing(row, input, today);
        return { changes, text: `更正审理结果：${text}` };
      },
    );
    return this.#openAnew(actor, id);
  }

  learn(actor: Actor, id: string, { version, lessons, rectify }: LearnInput): Promise<void> {
    return this.#desk.act(actor, { id, version, action: 'rectify', event: 'learn' }, (row) => {
      demandNone(
        row.rectified_on && rectify && rectify.dueOn !== row.rectify_due_on
          ? [{ field: 'rectify', message: '整改已经完成，期限不再改动' }]
          : [],
      );
      const duty = rectify ? { rectify_what: rectify.what, rectify_due_on: rectify.dueOn } : {};
      const text = rectify ? `要求 ${rectify.dueOn} 前整改：${rectify.what}` : '';
      return { changes: { lessons, ...duty }, text: `原因分析和经验教训已登记。${text}` };
    });
  }

  /** @throws AppError `proceeding-invalid` (422) when nothing is to be mended */
  rectified(actor: Actor, id: string, { version, on, how }: RectifiedInput): Promise<void> {
    return this.#desk.act(actor, { id, version, action: 'rectify', event: 'rectify' }, (row, { today }) => {
      demandNone([
        ...(row.rectify_due_on ? [] : [{ field: 'on', message: '没有整改事项，请先登记整改要求' }]),
        ...(row.rectified_on ? [{ field: 'on', message: `已于 ${row.rectified_on} 完成整改` }] : []),
        ...dayFaults('on', '完成日期', on, { today, notBefore: [['审结的', row.closed_on]] }),
      ]);
      const late = row.rectify_due_on && on > row.rectify_due_on ? `，已超过期限 ${row.rectify_due_on}` : '';
      return { changes: { rectified_on: on, rectified_how: how }, text: `${on} 完成整改${late}：${how}` };
    });
  }

  /** The same once more, after what was in the way is gone. @returns why it still cannot be; null: done */
  async reopen(actor: Actor, id: string, version: number): Promise<string | null> {
    const row = await this.#desk.find(actor, id);
    demand(actor, 'rectify', subjectOf(row));
    if (row.version !== version) throw new AppError('stale', 409, '这件案件刚刚被别人改过。请刷新后核对。');
    if (!isToReopen(row)) throw new AppError('proceeding-state', 409, '这件案件没有需要重新办理的申请。');
    return this.#openAnew(actor, id);
  }

  async #openAnew(actor: Actor, id: string): Promise<string | null> {
    const row = await findProceeding(this.#desk.context.platform.database.kysely, id);
    if (!row?.case_id || !isToReopen(row)) return null;
    const reason = `${row.body}${row.body_number}：${row.outcome ?? ''}`.slice(0, 400);
    try {
      await this.#reopening.reopenFor(actor, row.case_id, { proceedingId: id, reason });
    } catch (error) {
      // The result stands whatever becomes of the request; whoever reads it sees what is in the way.
      if (error instanceof AppError) return error.message;
      throw error;
    }
    await this.#desk.act({ type: 'system' }, { id, version: row.version, action: 'rectify', event: 'reopen' }, () => ({
      changes: { reopened_at: this.#desk.context.platform.clock.now() },
      text: '原申请重新办理。',
    }));
    return null;
  }

  /** What is linked must be there, of the same unit, and readable for whoever links it. */
  async #linkFaults(actor: Actor, { kind, unitId, caseId, earlierId }: RegisterInput): Promise<Reason[]> {
    const { cases, platform } = this.#desk.context;
    const reasons: Reason[] = [];
    const isUnit = (await this.#organisations.units.all()).some(({ id }) => id === unitId);
    if (!isUnit) reasons.push({ field: 'unitId', message: '没有找到这个单位' });
    if (caseId) {
      const [seen] = await cases.view.readable(actor, [caseId]);
      if (seen?.kind !== 'disclosureRequest') reasons.push({ field: 'caseId', message: '没有找到这件依申请公开申请' });
      else if (seen.unit.id !== unitId) reasons.push({ field: 'caseId', message: '这件申请不是由该单位办理的' });
      else if (seen.receivedOn === null) reasons.push({ field: 'caseId', message: '这件申请还没有收到' });
    }
    if (earlierId && kind === 'suitAfterReconsideration') {
      const earlier = await findProceeding(platform.database.kysely, earlierId);
      const isSeen = earlier && can(actor, 'read', subjectOf(earlier));
      if (!isSeen || earlier.kind !== 'reconsideration' || earlier.unit_id !== unitId)
        reasons.push({ field: 'earlierId', message: '没有找到这个单位的在前复议案件' });
      else if (earlier.case_id !== caseId)
        reasons.push({ field: 'earlierId', message: '在前的复议案件所涉及的不是同一件申请' });
    }
    return reasons;
  }
}

const NOTHING = { answered_on: null, heard_on: null, closed_on: null };

function factsOf({ procedure, matter, body, bodyNumber, challenged, receivedOn }: Omit<EditInput, 'version'>) {
  return { procedure, matter, body, body_number: bodyNumber, challenged, received_on: receivedOn };
}

function closing(row: ProceedingRow, input: CloseInput, today: Parameters<typeof closingFaults>[2]): Step {
  const { on, result, outcome, fault, ordersAnew, rectify } = input;
  demandNone([
    ...closingFaults(row, on, today),
    ...(ordersAnew && !row.case_id
      ? [{ field: 'ordersAnew', message: '没有关联本系统中的申请，不能在这里重新办理；请只登记结果' }]
      : []),
    ...(rectify && rectify.dueOn < on ? [{ field: 'rectify', message: '整改期限不能早于审结日期' }] : []),
  ]);
  const why = fault ? `（${FAULT_LABELS[fault]}）` : '';
  return {
    changes: {
      closed_on: on,
      result,
      outcome,
      fault,
      orders_anew: ordersAnew,
      ...(rectify ? { rectify_what: rectify.what, rectify_due_on: rectify.dueOn } : {}),
    },
    text: `${on} 审结，${PROCEEDING_RESULT_LABELS[result]}${why}：${outcome}`,
  };
}

function isToReopen(row: Pick<ProceedingRow, 'orders_anew' | 'reopened_at' | 'case_id'>): boolean {
  return row.orders_anew && row.reopened_at === null && row.case_id !== null;
}

function demandNone(reasons: readonly Reason[]): void {
  if (reasons.length > 0) throw invalid(reasons);
}

function invalid(reasons: readonly Reason[]): AppError {
  return new AppError('proceeding-invalid', 422, '登记的内容有误，请按提示修改。', { reasons });
}
