import { AppError } from '../../../kernel/app-error.ts';
import { type LocalDate, localDateOf } from '../../../kernel/local-date.ts';
import { type Actor, demand } from '../../../kernel/permissions.ts';
import { staleError } from '../../../kernel/stale.ts';
import type { Platform } from '../../../platform/platform.ts';
import type { ReportScope } from '../reports/report-words.ts';
import { dueDateOf, putDueDate } from './due-dates.store.ts';
import { type DueDate, statutoryDueDate } from './due-dates.ts';

/** By when reports are published: as the Regulations say, or as the year's plan says (RPT-1). */
export class DueDates {
  readonly #platform: Platform;

  constructor(platform: Platform) {
    this.#platform = platform;
  }

  async of(scope: ReportScope, year: number): Promise<DueDate> {
    const set = await dueDateOf(this.#db, year, scope);
    return set ? { dueOn: set.due_on, basis: set.basis, version: set.version } : statutoryDueDate(scope, year);
  }

  /** @throws AppError `stale` (409) when somebody else was first, `due-refused` (422) */
  async set(
    actor: Actor,
    { scope, year }: { readonly scope: ReportScope; readonly year: number },
    input: { readonly version: number | null; readonly dueOn: LocalDate; readonly basis: string },
  ): Promise<DueDate> {
    await this.#platform.changes.run(actor, async (change) => {
      demand(actor, 'edit', { kind: 'annualReportDue' });
      const current = await dueDateOf(change.tx, year, scope);
      if ((current?.version ?? null) !== input.version)
        throw staleError({ dueOn: current?.due_on, basis: current?.basis, version: current?.version ?? null }, input);
      // The report tells of a year that is over; long after it, the day is a slip of the pen.
      if (input.dueOn < localDateOf(year + 1, 1, 1) || input.dueOn > localDateOf(year + 1, 12, 31))
        throw new AppError('due-refused', 422, `${year}年度报告的公布期限应在${year + 1}年内，请核对日期。`, {
          reasons: [{ field: 'dueOn', message: `请选择${year + 1}年内的日期` }],
        });
      const byName = actor.type === 'person' ? actor.name : '系统';
      await putDueDate(change.tx, { year, scope, dueOn: input.dueOn, basis: input.basis, byName, at: change.at });
      change.record({ action: 'edit', kind: 'annualReportDue', subjectId: `${year}-${scope}`, detail: { ...input } });
    });
    return this.of(scope, year);
  }

  get #db() {
    return this.#platform.database.kysely;
  }
}
