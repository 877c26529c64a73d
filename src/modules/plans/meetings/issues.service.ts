import { type Actor, demand, type Subject } from '../../../kernel/permissions.ts';
import { staleError } from '../../../kernel/stale.ts';
import { nameOf } from '../events.store.ts';
import { allowedActions } from '../plan-subjects.ts';
import { type PlansContext, unitNames } from '../plans.context.ts';
import { invalid, notFound } from '../plans.errors.ts';
import { taskLabels } from '../tasks/task-labels.store.ts';
import { findIssue, type IssueRow, insertIssue, listIssues, lockIssue, updateIssue } from './issues.store.ts';
import type { Issue, IssueInput } from './meetings.contract.ts';

type Decision = {
  readonly version: number;
  readonly decision: string;
  readonly decidedOn: IssueRow['raised_on'];
  readonly dueOn?: IssueRow['raised_on'] | null | undefined;
  readonly outcome?: string | null | undefined;
  readonly settledOn?: IssueRow['raised_on'] | null | undefined;
};

/** Hard questions for the leading group: raised by a unit or the office, decided, followed to their outcome (PLAN-9). */
export class IssuesService {
  readonly #context: PlansContext;

  constructor(context: PlansContext) {
    this.#context = context;
  }

  async list(actor: Actor, query: Parameters<typeof listIssues>[1]) {
    const { rows, total } = await listIssues(this.#db, query);
    return { items: await this.#views(actor, rows), total, page: query.page, pageSize: query.pageSize };
  }

  async create(actor: Actor, input: IssueInput): Promise<Issue> {
    const id = await this.#context.platform.changes.run(actor, async (change) => {
      demand(actor, 'create', { kind: 'issue', unitIds: input.unitId ? [input.unitId] : [] });
      const row = await insertIssue(change.tx, {
        ...columns(input),
        state: 'raised',
        decision: null,
        decided_on: null,
        outcome: null,
        settled_on: null,
        due_on: null,
        updated_at: change.at,
        updated_by_name: nameOf(actor),
      });
      change.record({ action: 'create', kind: 'issue', subjectId: row.id, unitId: input.unitId });
      return row.id;
    });
    return this.#get(actor, id);
  }

  edit(actor: Actor, id: string, { version, ...input }: IssueInput & { version: number }): Promise<Issue> {
    return this.#changing(actor, id, 'edit', version, { ...input }, () => columns(input));
  }

  decide(actor: Actor, id: string, { version, ...input }: Decision): Promise<Issue> {
    return this.#changing(actor, id, 'decide', version, { ...input }, (row) => {
      if (input.decidedOn < row.raised_on)
        throw invalid('决定日期不能早于提出日期。', [{ field: 'decidedOn', message: '早于提出日期' }]);
      if (input.dueOn && input.dueOn < input.decidedOn)
        throw invalid('落实期限不能早于决定日期。', [{ field: 'dueOn', message: '早于决定日期' }]);
      if (input.settledOn && !input.outcome)
        throw invalid('办结须写明落实结果。', [{ field: 'outcome', message: '请填写落实结果' }]);
      return {
        state: input.settledOn ? 'settled' : 'decided',
        decision: input.decision,
        decided_on: input.decidedOn,
        outcome: input.outcome ?? null,
        settled_on: input.settledOn ?? null,
        due_on: input.dueOn ?? null,
      };
    });
  }

  async #changing(
    actor: Actor,
    id: string,
    action: 'edit' | 'decide',
    version: number,
    submitted: object,
    set: (row: IssueRow) => Partial<IssueRow>,
  ): Promise<Issue> {
    await this.#context.platform.changes.run(actor, async (change) => {
      const row = await lockIssue(change.tx, id);
      if (!row) throw notFound('项议题');
      demand(actor, action, subjectOf(row));
      if (row.version !== version) throw staleError(plain(row), submitted);
      await updateIssue(change.tx, row, { ...set(row), updated_at: change.at, updated_by_name: nameOf(actor) });
      change.record({ action, kind: 'issue', subjectId: id, unitId: row.unit_id, detail: { version: version + 1 } });
    });
    return this.#get(actor, id);
  }

  async #get(actor: Actor, id: string): Promise<Issue> {
    const row = await findIssue(this.#db, id);
    const [view] = row ? await this.#views(actor, [row]) : [];
    if (!view) throw notFound('项议题');
    return view;
  }

  async #views(actor: Actor, rows: readonly IssueRow[]): Promise<Issue[]> {
    const names = await unitNames(this.#context);
    const labels = await taskLabels(
      this.#db,
      rows.map((row) => row.task_id),
    );
    return rows.map((row) => ({
      ...plain(row),
      taskLabel: row.task_id ? (labels.get(row.task_id) ?? null) : null,
      raisedBy: row.unit_id ? names.ref(row.unit_id) : null,
      allowed: allowedActions(actor, subjectOf(row), ['edit', 'decide']),
    }));
  }

  get #db() {
    return this.#context.platform.database.kysely;
  }
}

function subjectOf(row: IssueRow): Subject {
  return { kind: 'issue', state: row.state, unitIds: row.unit_id ? [row.unit_id] : [] };
}

function columns(input: IssueInput) {
  return {
    plan_id: input.planId,
    task_id: input.taskId,
    unit_id: input.unitId,
    raised_on: input.raisedOn,
    title: input.title,
    question: input.question,
  };
}

function plain(row: IssueRow) {
  return {
    id: row.id,
    planId: row.plan_id,
    taskId: row.task_id,
    unitId: row.unit_id,
    raisedOn: row.raised_on,
    title: row.title,
    question: row.question,
    state: row.state,
    decision: row.decision,
    decidedOn: row.decided_on,
    outcome: row.outcome,
    settledOn: row.settled_on,
    dueOn: row.due_on,
    version: row.version,
  };
}
