import { AppError } from '../../../kernel/app-error.ts';
import { localDateAt } from '../../../kernel/local-date.ts';
import { type Actor, can, demand } from '../../../kernel/permissions.ts';
import type { Change } from '../../../platform/change/change.ts';
import { addEvents, changedSince, nameOf, personIdOf } from '../events.store.ts';
import { differences } from '../history.ts';
import { findPlan, type PlanRow } from '../plan/plans.store.ts';
import { assignmentSubject, planSubject } from '../plan-subjects.ts';
import { ASSIGNMENT_STATES } from '../plan-words.ts';
import type { PlansContext } from '../plans.context.ts';
import { assignmentNotFound, invalid, stale } from '../plans.errors.ts';
import { addReminder } from '../reminders/reminders.store.ts';
import { lockTask, type TaskRow } from '../tasks/tasks.store.ts';
import { type AssignmentEvent, acceptingEvent, EVENT_ACTIONS, nextAssignmentState, type Party } from './assignment.ts';
import type { AssignmentListService } from './assignment-list.service.ts';
import type { AssignmentDetail, EvidenceInput, ReportInput, ReturnInput, SplitInput } from './assignments.contract.ts';
import {
  type AssignmentChange,
  type AssignmentRecord,
  findAssignment,
  lockAssignment,
  refreshTaskFacts,
  updateAssignment,
} from './assignments.store.ts';
import { newEvidence } from './evidence.ts';
import {
  decideReport,
  findReportOfForm,
  findUploads,
  insertEvidence,
  insertReport,
  lastCompletion,
} from './reports.store.ts';

type ShareAction = 'assign' | 'report' | 'withdraw' | 'accept' | 'return' | 'reopen';

interface Held {
  readonly plan: PlanRow;
  readonly task: TaskRow;
  readonly share: AssignmentRecord;
}

/** What happens to one unit's share: split inside the unit, reported, accepted, returned, reopened (PLAN-3, PLAN-5). */
export class AssignmentsService {
  readonly #context: PlansContext;
  readonly #list: AssignmentListService;

  constructor(context: PlansContext, list: AssignmentListService) {
    this.#context = context;
    this.#list = list;
  }

  // Each act comes twice: answering with the share as its page shows it, and (…Share) with its new version only, for many acts in a row.

  async split(actor: Actor, id: string, input: SplitInput): Promise<AssignmentDetail> {
    await this.splitShare(actor, id, input);
    return this.#list.get(actor, id);
  }

  async report(actor: Actor, id: string, input: ReportInput): Promise<AssignmentDetail> {
    await this.reportShare(actor, id, input);
    return this.#list.get(actor, id);
  }

  async accept(actor: Actor, id: string, version: number | null, comment: string | null): Promise<AssignmentDetail> {
    await this.acceptShare(actor, id, version, comment);
    return this.#list.get(actor, id);
  }

  async return(actor: Actor, id: string, input: ReturnInput): Promise<AssignmentDetail> {
    await this.returnShare(actor, id, input);
    return this.#list.get(actor, id);
  }

  /** PLAN-3: to a section, a person of the unit and a date no later than the plan's. */
  async splitShare(actor: Actor, id: string, input: SplitInput): Promise<number> {
    const before = await findAssignment(this.#context.platform.database.kysely, id);
    const sections = await this.#context.directory.sections(present(input.sectionId, before?.section_id));
    const people = await this.#context.directory.people(present(input.personId, before?.person_id));
    const section = sections.find((one) => one.id === input.sectionId);
    const person = people.find((one) => one.id === input.personId);
    return this.#changing(actor, id, 'assign', input.version, async (change, held) => {
      const { share } = held;
      const reasons = [];
      if (input.sectionId && section?.unitId !== share.unit_id) {
        reasons.push({ field: 'sectionId', message: '请选择本单位的科室' });
      }
      if (input.personId && (person?.unitId !== share.unit_id || !person.active)) {
        reasons.push({ field: 'personId', message: '请选择本单位在岗人员' });
      }
      if (input.ownDueOn && share.due_on && input.ownDueOn > share.due_on) {
        reasons.push({ field: 'ownDueOn', message: `本单位内部期限不能晚于工作要点规定的 ${share.due_on}` });
      }
      if (reasons.length > 0) throw invalid('分解内容有误，请按提示修改。', reasons);
      const set: AssignmentChange = {
        ...(input.sectionId !== undefined ? { section_id: input.sectionId } : {}),
        ...(input.personId !== undefined ? { person_id: input.personId } : {}),
        ...(input.ownDueOn !== undefined ? { own_due_on: input.ownDueOn } : {}),
      };
      const split = await updateAssignment(change.tx, share, set);
      const text = section ? `分解到${section.name}。` : '调整本单位的分解。';
      const told = (row: AssignmentRecord) => ({
        sectionId: sections.find((one) => one.id === row.section_id)?.name,
        personId: people.find((one) => one.id === row.person_id)?.name,
        ownDueOn: row.own_due_on,
      });
      const labels = { sectionId: '责任科室', personId: '责任人', ownDueOn: '本单位内部期限' } as const;
      await this.#record(change, held, split, 'split', text, differences(told(share), told(split), labels));
      return split.version;
    });
  }

  /** The same form sent twice is one report. */
  reportShare(actor: Actor, id: string, input: ReportInput): Promise<number> {
    return this.#changing(actor, id, 'report', null, async (change, held) => {
      const { share, plan } = held;
      if (await findReportOfForm(change.tx, id, input.formId)) return share.version;
      if (share.version !== input.version) throw await this.#stale(change, share, input.version);
      const event = input.kind === 'completion' ? 'complete' : 'progress';
      const state = this.#move(actor, held, 'unit', event);
      if (plan.state !== 'published') throw invalid('工作要点不在执行中，不能报送进展。');
      const last = share.milestone + 1 >= share.milestone_count;
      const percent = input.kind === 'completion' && last ? 100 : input.percent;
      const report = await insertReport(change.tx, {
        assignment_id: id,
        form_id: input.formId,
        kind: input.kind,
        milestone: share.milestone,
        text: input.text,
        percent,
        by_person: personIdOf(actor),
        by_name: nameOf(actor),
        at: change.at,
      });
      await insertEvidence(change.tx, report, await this.#evidence(change, input.evidence));
      const reported = await updateAssignment(change.tx, share, {
        state,
        percent,
        last_text: input.text,
        last_report_at: change.at,
        evidence_count: share.evidence_count + input.evidence.length,
        ...(event === 'complete' ? { reported_on: localDateAt(change.at) } : {}),
      });
      await refreshTaskFacts(change.tx, [share.task_id]);
      const text = event === 'complete' ? '报告完成，请求核验。' : `报送进展（${percent}%）。`;
      await this.#record(change, held, reported, input.kind, text, differences(share, reported, { percent: '进度' }));
      await change.emit('assignment.reported', { assignmentId: id, unitId: share.unit_id, kind: input.kind });
      return reported.version;
    });
  }

  async withdraw(actor: Actor, id: string, version: number): Promise<AssignmentDetail> {
    await this.#changing(actor, id, 'withdraw', version, async (change, held) => {
      const state = this.#move(actor, held, 'unit', 'withdraw');
      const withdrawn = await updateAssignment(change.tx, held.share, { state, reported_on: null });
      await refreshTaskFacts(change.tx, [held.task.id]);
      await this.#record(change, held, withdrawn, 'withdraw', '撤回完成报送。');
    });
    return this.#list.get(actor, id);
  }

  /** Accepting one of several milestones opens the next. Nobody accepts what he reported himself. */
  acceptShare(actor: Actor, id: string, version: number | null, comment: string | null): Promise<number> {
    return this.#changing(actor, id, 'accept', version, async (change, held) => {
      const { share, task } = held;
      const event = acceptingEvent(share.milestone, share.milestone_count);
      const state = this.#move(actor, held, 'acceptor', event);
      const reporter = (await lastCompletion(change.tx, id))?.by_person;
      if (reporter && reporter === personIdOf(actor)) {
        throw new AppError('own-report', 403, '自己报送的任务须由他人核验，请转请另一位负责人办理。');
      }
      await this.#decide(change, id, 'accepted', comment);
      const next = share.milestone + 1;
      const accepted = await updateAssignment(
        change.tx,
        share,
        event === 'accept'
          ? { state, percent: 100, accepted_on: localDateAt(change.at) }
          : {
              state,
              milestone: next,
              due_on: task.due.milestones[next]?.dueOn ?? share.due_on,
              redo_by: null,
              reported_on: null,
              percent: Math.max(
                share.percent === 100 ? 0 : share.percent,
                Math.round((next / share.milestone_count) * 100),
              ),
            },
      );
      await refreshTaskFacts(change.tx, [share.task_id]);
      const label = task.due.milestones[share.milestone]?.label ?? '';
      const text = event === 'accept' ? '核验通过。' : `“${label}”节点核验通过，转入下一节点。`;
      await this.#record(change, held, accepted, 'accept', comment ? `${text}${comment}` : text);
      await change.emit('assignment.accepted', { assignmentId: id, taskId: share.task_id, unitId: share.unit_id });
      return accepted.version;
    });
  }

  returnShare(actor: Actor, id: string, input: ReturnInput): Promise<number> {
    return this.#changing(actor, id, 'return', input.version, async (change, held) => {
      const state = this.#move(actor, held, 'acceptor', 'return');
      const { share } = held;
      const today = localDateAt(change.at);
      if (input.redoBy && input.redoBy < today) {
        throw invalid('重办期限不能早于今天。', [{ field: 'redoBy', message: '请选择今天或以后的日期' }]);
      }
      await this.#decide(change, id, 'returned', input.reason);
      const returned = await updateAssignment(change.tx, share, {
        state,
        reported_on: null,
        ...(input.redoBy ? { redo_by: input.redoBy, due_on: input.redoBy } : {}),
      });
      await refreshTaskFacts(change.tx, [share.task_id]);
      const limit = input.redoBy ? `请于 ${input.redoBy} 前重报。` : '';
      await addReminder(change.tx, {
        share: returned,
        kind: 'returned',
        forDay: today,
        text: `第 ${held.task.number} 项任务的报送被退回：${input.reason}${limit}`,
        at: change.at,
      });
      const changes = differences(share, returned, { due_on: '到期日' });
      await this.#record(change, held, returned, 'return', `退回：${input.reason}${limit}`, changes);
      await change.emit('assignment.returned', { assignmentId: id, taskId: share.task_id, unitId: share.unit_id });
      return returned.version;
    });
  }

  async reopen(actor: Actor, id: string, version: number, reason: string): Promise<AssignmentDetail> {
    await this.#changing(actor, id, 'reopen', version, async (change, held) => {
      const state = this.#move(actor, held, 'acceptor', 'reopen');
      const reopened = await updateAssignment(change.tx, held.share, {
        state,
        accepted_on: null,
        reported_on: null,
        percent: Math.min(held.share.percent, 99),
      });
      await refreshTaskFacts(change.tx, [held.task.id]);
      await this.#record(change, held, reopened, 'reopen', `重新办理：${reason}`);
      await change.emit('assignment.reopened', { assignmentId: id, taskId: held.task.id, unitId: held.share.unit_id });
    });
    return this.#list.get(actor, id);
  }

  #move(actor: Actor, { plan, share }: Held, party: Party, event: AssignmentEvent) {
    const next = nextAssignmentState(party, share.state, event);
    demand(actor, EVENT_ACTIONS[event], assignmentSubject(plan, share));
    return next;
  }

  #changing<T>(
    actor: Actor,
    id: string,
    action: ShareAction,
    version: number | null,
    act: (change: Change, held: Held) => Promise<T>,
  ): Promise<T> {
    return this.#context.platform.changes.run(actor, async (change) => {
      const found = await findAssignment(change.tx, id);
      const task = found && (await lockTask(change.tx, found.task_id));
      const share = task && (await lockAssignment(change.tx, id));
      const plan = task && (await findPlan(change.tx, task.plan_id));
      if (!task || !share || !plan || !can(actor, 'read', planSubject(plan))) throw assignmentNotFound();
      demandInSomeState(actor, action, plan, share);
      if (version !== null && share.version !== version) throw await this.#stale(change, share, version);
      return act(change, { plan, task, share });
    });
  }

  async #stale(change: Change, share: AssignmentRecord, version: number): Promise<AppError> {
    const since = await changedSince(change.tx, { assignmentId: share.id }, version);
    return stale({
      current: { id: share.id, state: share.state, percent: share.percent, version: share.version },
      ...since,
    });
  }

  async #evidence(change: Change, inputs: readonly EvidenceInput[]) {
    const ids = inputs.flatMap((input) => (input.kind === 'file' ? [input.uploadId] : []));
    const uploads = new Map((await findUploads(change.tx, ids)).map((upload) => [upload.id, upload]));
    return inputs.map((input) => newEvidence(input, uploads, personIdOf(change.actor), change.at));
  }

  async #decide(change: Change, id: string, decision: 'accepted' | 'returned', reason: string | null): Promise<void> {
    const by = { by: personIdOf(change.actor), byName: nameOf(change.actor), at: change.at };
    await decideReport(change.tx, id, { decision, reason, ...by });
  }

  async #record(
    change: Change,
    { task }: Held,
    share: AssignmentRecord,
    kind: string,
    text: string,
    changes: ReturnType<typeof differences> = [],
  ): Promise<void> {
    await addEvents(change, [
      {
        planId: task.plan_id,
        taskId: task.id,
        assignmentId: share.id,
        unitId: share.unit_id,
        kind,
        text,
        // A decision is told by its state, so that whoever was a moment too late learns what happened.
        changes: changes.length > 0 ? changes : [{ field: 'state', label: '办理状态', from: '', to: text }],
        version: share.version,
      },
    ]);
    change.record({
      action: kind,
      kind: 'assignment',
      subjectId: share.id,
      unitId: share.unit_id,
      detail: { taskId: task.id, state: share.state, version: share.version },
    });
  }
}

/**
 * Before anything is told of the row. Somebody who could act in another state is told later what stands in the way; others only that they
 * may not.
 */
function demandInSomeState(actor: Actor, action: ShareAction, plan: PlanRow, share: AssignmentRecord): void {
  const mayInSome = ASSIGNMENT_STATES.some((state) =>
    can(actor, action, assignmentSubject(plan, { state, unit_id: share.unit_id })),
  );
  if (!mayInSome) demand(actor, action, assignmentSubject(plan, share));
}

function present(...ids: readonly (string | null | undefined)[]): string[] {
  return ids.filter((id) => id !== null && id !== undefined);
}
