import { type Actor, demand } from '../../../kernel/permissions.ts';
import { staleError } from '../../../kernel/stale.ts';
import type { Change } from '../../../platform/change/change.ts';
import { addEvents, nameOf } from '../events.store.ts';
import { allowedActions } from '../plan-subjects.ts';
import { type PlansContext, todayOf, unitNames } from '../plans.context.ts';
import { notFound } from '../plans.errors.ts';
import { taskLabels } from '../tasks/task-labels.store.ts';
import { findTask } from '../tasks/tasks.store.ts';
import type { UnitNames } from '../unit-directory.ts';
import type { ActionItem, Meeting, MeetingEdit, MeetingInput } from './meetings.contract.ts';
import {
  type ActionItemRow,
  actionItemsOf,
  findMeeting,
  listMeetings,
  lockActionItem,
  lockMeeting,
  type MeetingRow,
  saveActionItems,
  saveMeeting,
  setActionItemDone,
} from './meetings.store.ts';

/** Coordination, project and other meetings with agenda, minutes and items to be done, linked to tasks (PLAN-7). */
export class MeetingsService {
  readonly #context: PlansContext;

  constructor(context: PlansContext) {
    this.#context = context;
  }

  async list(actor: Actor, query: Parameters<typeof listMeetings>[1]) {
    const { rows, total } = await listMeetings(this.#db, query);
    return { items: await this.#views(actor, rows), total, page: query.page, pageSize: query.pageSize };
  }

  async get(actor: Actor, id: string): Promise<Meeting> {
    const row = await findMeeting(this.#db, id);
    const [view] = row ? await this.#views(actor, [row]) : [];
    if (!view) throw notFound('次会议');
    return view;
  }

  async create(actor: Actor, input: MeetingInput): Promise<Meeting> {
    const id = await this.#context.platform.changes.run(actor, async (change) => {
      demand(actor, 'create', { kind: 'meeting' });
      const row = await saveMeeting(change.tx, input, { at: change.at, name: nameOf(actor) });
      await this.#saveItems(change, row, input);
      change.record({ action: 'create', kind: 'meeting', subjectId: row.id, detail: { planId: row.plan_id } });
      return row.id;
    });
    return this.get(actor, id);
  }

  /** @throws AppError `stale` (409) */
  async edit(actor: Actor, id: string, { version, ...input }: MeetingEdit): Promise<Meeting> {
    await this.#context.platform.changes.run(actor, async (change) => {
      const row = await lockMeeting(change.tx, id);
      if (!row) throw notFound('次会议');
      demand(actor, 'edit', { kind: 'meeting' });
      if (row.version !== version) throw staleError(inputOf(row), { ...input, actionItems: undefined });
      await saveMeeting(change.tx, input, { at: change.at, name: nameOf(actor) }, row);
      await this.#saveItems(change, row, input);
      change.record({ action: 'edit', kind: 'meeting', subjectId: id, detail: { version: row.version + 1 } });
    });
    return this.get(actor, id);
  }

  async finish(
    actor: Actor,
    id: string,
    input: { version: number; done: boolean; note?: string | null | undefined },
  ): Promise<ActionItem> {
    const row = await this.#context.platform.changes.run(actor, async (change) => {
      const item = await lockActionItem(change.tx, id);
      if (!item) throw notFound('项议定事项');
      demand(actor, 'finish', { kind: 'actionItem', unitIds: item.unit_id ? [item.unit_id] : [] });
      if (item.version !== input.version)
        throw staleError({ done: item.done, note: item.done_note, version: item.version }, input);
      const finished = await setActionItemDone(change.tx, item, input.done, input.note ?? null, change.at);
      change.record({
        action: 'finish',
        kind: 'actionItem',
        subjectId: id,
        unitId: item.unit_id,
        detail: { done: input.done },
      });
      await this.#tellTask(change, finished, input.done ? '办结' : '重新打开');
      return finished;
    });
    const [view] = await this.#items([row], await unitNames(this.#context));
    if (!view) throw notFound('项议定事项');
    return view;
  }

  async #saveItems(change: Change, meeting: MeetingRow, input: MeetingInput): Promise<void> {
    const before = new Set((await actionItemsOf(change.tx, [meeting.id])).map((item) => item.id));
    await saveActionItems(change.tx, meeting.id, input.actionItems);
    for (const item of await actionItemsOf(change.tx, [meeting.id])) {
      if (!before.has(item.id)) await this.#tellTask(change, item, `《${input.title}》议定`);
    }
  }

  async #tellTask(change: Change, item: ActionItemRow, verb: string): Promise<void> {
    const task = item.task_id ? await findTask(change.tx, item.task_id) : undefined;
    if (!task) return;
    const text = `${verb}：${item.text}`;
    await addEvents(change, [
      { planId: task.plan_id, taskId: task.id, unitId: item.unit_id, kind: 'actionItem', text },
    ]);
  }

  async #views(actor: Actor, rows: readonly MeetingRow[]): Promise<Meeting[]> {
    const names = await unitNames(this.#context);
    const items = await actionItemsOf(
      this.#db,
      rows.map((row) => row.id),
    );
    const views = Map.groupBy(await this.#items(items, names), (_, index) => items[index]?.meeting_id ?? '');
    return rows.map((row) => ({
      id: row.id,
      ...inputOf(row),
      units: row.unit_ids.map((unitId) => names.ref(unitId)),
      actionItems: views.get(row.id) ?? [],
      allowed: allowedActions(actor, { kind: 'meeting' }, ['edit']),
    }));
  }

  async #items(rows: readonly ActionItemRow[], names: UnitNames): Promise<ActionItem[]> {
    const today = todayOf(this.#context);
    const labels = await taskLabels(
      this.#db,
      rows.map((row) => row.task_id),
    );
    return rows.map((row) => ({
      id: row.id,
      text: row.text,
      taskId: row.task_id,
      taskLabel: row.task_id ? (labels.get(row.task_id) ?? null) : null,
      unit: row.unit_id ? names.ref(row.unit_id) : null,
      dueOn: row.due_on,
      done: row.done,
      doneAt: row.done_at?.toISOString() ?? null,
      doneNote: row.done_note,
      overdue: !row.done && row.due_on !== null && row.due_on < today,
      version: row.version,
    }));
  }

  get #db() {
    return this.#context.platform.database.kysely;
  }
}

function inputOf(row: MeetingRow) {
  return {
    planId: row.plan_id,
    kind: row.kind,
    title: row.title,
    heldOn: row.held_on,
    place: row.place,
    chairedBy: row.chaired_by,
    agenda: row.agenda,
    minutes: row.minutes,
    unitIds: row.unit_ids,
    version: row.version,
  };
}
