import { AppError } from '../../../kernel/app-error.ts';
import type { LocalDate } from '../../../kernel/local-date.ts';
import { type Actor, can, demand } from '../../../kernel/permissions.ts';
import type { WorkdayCalendar } from '../../../kernel/workdays.ts';
import type { Change } from '../../../platform/change/change.ts';
import type { Platform } from '../../../platform/platform.ts';
import type { CasesDoor, ClockRules } from '../../cases/index.ts';
import { stateOf } from './proceeding-state.ts';
import type { ProceedingEvent } from './proceeding-words.ts';
import {
  addProceedingHistory,
  changeProceeding,
  findProceeding,
  type ProceedingChanges,
  type ProceedingRow,
} from './proceedings.store.ts';

export interface ProceedingContext {
  readonly platform: Platform;
  readonly cases: CasesDoor;
}

export interface Known {
  readonly today: LocalDate;
  readonly calendar: WorkdayCalendar;
  readonly rules: ClockRules;
}

/** What a step does to a row, and the sentence of the history. */
export interface Step {
  readonly changes: ProceedingChanges;
  readonly text: string;
}

export function subjectOf(row: Pick<ProceedingRow, 'unit_id' | 'answered_on' | 'heard_on' | 'closed_on'>) {
  const state = stateOf({ answeredOn: row.answered_on, heardOn: row.heard_on, closedOn: row.closed_on });
  return { kind: 'proceeding', state, unitIds: [row.unit_id] };
}

/** Where every step of a proceeding begins: may the person see it, could he ever do this, is it as he saw it. */
export class ProceedingDesk {
  readonly context: ProceedingContext;

  constructor(context: ProceedingContext) {
    this.context = context;
  }

  /** @throws AppError `proceeding-missing` (404) for those who may not read it either */
  async find(actor: Actor, id: string): Promise<ProceedingRow> {
    const row = await findProceeding(this.context.platform.database.kysely, id);
    if (!row || !can(actor, 'read', subjectOf(row))) throw proceedingMissing();
    return row;
  }

  /**
   * @param of `action` of the permission table, `event` of the history
   * @throws AppError `proceeding-missing` (404), `forbidden` (403), `proceeding-state` (409) when it is too late for this step, `stale` (409)
   */
  async act(
    actor: Actor,
    of: { readonly id: string; readonly version: number; readonly action: string; readonly event: ProceedingEvent },
    step: (row: ProceedingRow, known: Known) => Step | Promise<Step>,
  ): Promise<void> {
    const known = await this.context.cases.clocks.now();
    await this.context.platform.changes.run(actor, async (change) => {
      const row = await findProceeding(change.tx, of.id);
      if (!row || !can(actor, 'read', subjectOf(row))) throw proceedingMissing();
      demandStep(actor, of.action, row);
      const { changes, text } = await step(row, known);
      if (!(await changeProceeding(change.tx, { id: of.id, version: of.version }, changes)))
        throw changedMeanwhile(row);
      await this.tell(change, row, of.event, text);
    });
  }

  async tell(
    change: Change,
    row: Pick<ProceedingRow, 'id' | 'unit_id'>,
    event: ProceedingEvent,
    text: string,
  ): Promise<void> {
    const { actor, at } = change;
    const by_name = actor.type === 'person' ? actor.name : '系统';
    await addProceedingHistory(change.tx, { proceeding_id: row.id, at, by_name, event, text });
    change.record({ action: event, kind: 'proceeding', subjectId: row.id, unitId: row.unit_id });
  }
}

/** Who could do this at another stage learns that it is the stage; who never could, that it is not his. */
function demandStep(actor: Actor, action: string, row: ProceedingRow): void {
  const subject = subjectOf(row);
  if (can(actor, action, subject)) return;
  const isOnceHis = ['received', 'answered', 'heard', 'closed'].some((state) =>
    can(actor, action, { ...subject, state }),
  );
  if (!isOnceHis) demand(actor, action, subject);
  const now = row.closed_on ? '已经审结' : '还没有审结';
  throw new AppError('proceeding-state', 409, `这一案件${now}，不能再办这一步。请刷新后查看。`);
}

export function proceedingMissing(): AppError {
  return new AppError('proceeding-missing', 404, '没有这件复议诉讼案件，可能已被移走。请返回台账查看。');
}

export function changedMeanwhile({ version }: Pick<ProceedingRow, 'version'>): AppError {
  return new AppError('stale', 409, '这件案件刚刚被别人改过。请刷新后核对，再登记您的内容。', { details: { version } });
}
