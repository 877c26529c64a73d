import { yearOf } from '../../../kernel/local-date.ts';
import { type Actor, can, demand, type Subject } from '../../../kernel/permissions.ts';
import { staleError } from '../../../kernel/stale.ts';
import { nameOf } from '../events.store.ts';
import { allowedActions } from '../plan-subjects.ts';
import { type PlansContext, todayOf, unitNames } from '../plans.context.ts';
import { invalid, notFound } from '../plans.errors.ts';
import {
  findKeyField,
  insertKeyField,
  type KeyFieldFilter,
  type KeyFieldRow,
  listKeyFields,
  lockKeyField,
  unitsWithKeyField,
  updateKeyField,
} from './key-fields.store.ts';
import type { KeyField, KeyFieldInput } from './meetings.contract.ts';

/** Key fields of the year that a unit declares for itself, or the office assigns to it (PLAN-10). */
export class KeyFieldsService {
  readonly #context: PlansContext;

  constructor(context: PlansContext) {
    this.#context = context;
  }

  async list(actor: Actor, query: KeyFieldFilter) {
    const { rows, total } = await listKeyFields(this.#db, query);
    const names = await unitNames(this.#context);
    const having = await unitsWithKeyField(this.#db, query.year ?? yearOf(todayOf(this.#context)));
    return {
      items: rows.map((row) => view(actor, row, names.ref(row.unit_id))),
      total,
      page: query.page,
      pageSize: query.pageSize,
      missing: names.all
        .filter((unit) => unit.exists && unit.kind !== 'government' && !having.has(unit.id))
        .map((unit) => names.ref(unit.id)),
    };
  }

  /** A unit's own declaration waits for the office; what the office assigns stands at once. */
  async declare(actor: Actor, input: KeyFieldInput): Promise<KeyField> {
    const id = await this.#context.platform.changes.run(actor, async (change) => {
      const assigned = can(actor, 'decide', { kind: 'keyField' });
      demand(actor, 'declare', { kind: 'keyField', state: 'declared', unitIds: [input.unitId] });
      const row = await insertKeyField(change.tx, {
        ...columns(input),
        origin: assigned ? 'assigned' : 'declared',
        state: assigned ? 'confirmed' : 'declared',
        reason: null,
        updated_at: change.at,
        updated_by_name: nameOf(actor),
      });
      if (!row)
        throw invalid(`本单位 ${input.year} 年已有“${input.name}”这一领域。`, [{ field: 'name', message: '名称重复' }]);
      change.record({ action: 'declare', kind: 'keyField', subjectId: row.id, unitId: input.unitId });
      return row.id;
    });
    return this.#get(actor, id);
  }

  async edit(actor: Actor, id: string, { version, ...input }: KeyFieldInput & { version: number }): Promise<KeyField> {
    await this.#context.platform.changes.run(actor, async (change) => {
      const row = await this.#lock(change.tx, id);
      demand(actor, 'declare', subjectOf(row));
      if (row.version !== version) throw staleError(plain(row), input);
      const { unit_id: _, ...set } = columns(input);
      const state = row.state === 'returned' ? 'declared' : row.state;
      await updateKeyField(change.tx, row, { ...set, state, updated_at: change.at, updated_by_name: nameOf(actor) });
      change.record({ action: 'declare', kind: 'keyField', subjectId: id, unitId: row.unit_id });
    });
    return this.#get(actor, id);
  }

  async decide(
    actor: Actor,
    id: string,
    input: { version: number; confirm: boolean; reason?: string | null | undefined },
  ): Promise<KeyField> {
    await this.#context.platform.changes.run(actor, async (change) => {
      const row = await this.#lock(change.tx, id);
      demand(actor, 'decide', subjectOf(row));
      if (row.version !== input.version) throw staleError(plain(row), {});
      if (!input.confirm && !input.reason)
        throw invalid('退回须说明理由。', [{ field: 'reason', message: '请填写理由' }]);
      const state = input.confirm ? 'confirmed' : 'returned';
      const by = { updated_at: change.at, updated_by_name: nameOf(actor) };
      await updateKeyField(change.tx, row, { state, reason: input.reason ?? null, ...by });
      change.record({ action: 'decide', kind: 'keyField', subjectId: id, unitId: row.unit_id, detail: { state } });
    });
    return this.#get(actor, id);
  }

  async #lock(db: Parameters<typeof lockKeyField>[0], id: string): Promise<KeyFieldRow> {
    const row = await lockKeyField(db, id);
    if (!row) throw notFound('个重点领域');
    return row;
  }

  async #get(actor: Actor, id: string): Promise<KeyField> {
    const row = await findKeyField(this.#db, id);
    if (!row) throw notFound('个重点领域');
    return view(actor, row, (await unitNames(this.#context)).ref(row.unit_id));
  }

  get #db() {
    return this.#context.platform.database.kysely;
  }
}

function subjectOf(row: KeyFieldRow): Subject {
  return { kind: 'keyField', state: row.state, unitIds: [row.unit_id] };
}

function columns(input: KeyFieldInput) {
  const { unitId, taskId, ...rest } = input;
  return { ...rest, unit_id: unitId, task_id: taskId };
}

function plain(row: KeyFieldRow) {
  const { id, year, name, content, requirement, origin, state, reason, version } = row;
  return { id, year, name, content, requirement, origin, state, reason, taskId: row.task_id, version };
}

function view(actor: Actor, row: KeyFieldRow, unit: KeyField['unit']): KeyField {
  return { ...plain(row), unit, allowed: allowedActions(actor, subjectOf(row), ['declare', 'decide']) };
}
