import { addDays, dayOfWeek, type LocalDate } from '../../../kernel/local-date.ts';
import type { Actor } from '../../../kernel/permissions.ts';
import { type CasesContext, lookUpKnown } from '../cases.context.ts';
import type { CaseFigure, CaseLoad, FiguresQuery } from '../cases.contract.ts';
import { sightOf } from '../seeing/sight.ts';
import { reachOf } from '../viewing/case-list.service.ts';
import { caseFigures, caseLoad, type FieldCount, fieldCounts } from './figures.store.ts';

/** How it goes, by kind and unit (MSG-12); every number is the length of a list that can be opened. */
export class FiguresService {
  readonly #context: CasesContext;

  constructor(context: CasesContext) {
    this.#context = context;
  }

  async list(actor: Actor, query: FiguresQuery): Promise<CaseFigure[]> {
    const known = await lookUpKnown(this.#context);
    const { unitIds } = reachOf(actor, known);
    const db = this.#context.platform.database.kysely;
    const rows = await caseFigures(db, {
      sight: await sightOf(db, actor, this.#context.kinds.all),
      from: query.from,
      to: query.to,
      kind: query.kind ?? null,
      unitId: query.unitId ?? null,
      unitIds,
      today: known.today,
    });
    return rows.map((row) => ({
      kind: row.kind,
      kindLabel: this.#context.kinds.get(row.kind).label,
      unit: known.units.ref(row.unit_id),
      received: row.received,
      open: row.open,
      lateOpen: row.late_open,
      answered: row.answered,
      onTime: row.on_time,
      averageWorkHours: row.work_hours === null ? null : Math.round(Number(row.work_hours) * 10) / 10,
      rated: row.rated,
      satisfied: row.satisfied,
    }));
  }

  /** What was chosen in a field of a kind, for each public document that the cases are about; of the person's units. */
  async byField(
    actor: Actor,
    of: { readonly kind: string; readonly field: string; readonly from: LocalDate; readonly to: LocalDate },
  ): Promise<FieldCount[]> {
    const { unitIds } = reachOf(actor, await lookUpKnown(this.#context));
    const db = this.#context.platform.database.kysely;
    return fieldCounts(db, { ...of, unitIds, sight: await sightOf(db, actor, this.#context.kinds.all) });
  }

  /** Of the person's units; the week ends on Sunday. */
  async load(actor: Actor, unitId?: string): Promise<CaseLoad[]> {
    const known = await lookUpKnown(this.#context);
    const db = this.#context.platform.database.kysely;
    const rows = await caseLoad(db, {
      sight: await sightOf(db, actor, this.#context.kinds.all),
      unitId: unitId ?? null,
      unitIds: reachOf(actor, known).unitIds,
      today: known.today,
      weekEnd: weekEnd(known.today),
    });
    return rows.map((row) => ({
      unit: known.units.ref(row.unit_id),
      person: row.person_id === null ? null : { id: row.person_id, name: row.person_name ?? '' },
      open: row.open,
      dueThisWeek: row.due_this_week,
      late: row.late,
    }));
  }
}

function weekEnd(today: LocalDate): LocalDate {
  return addDays(today, (7 - dayOfWeek(today)) % 7);
}
