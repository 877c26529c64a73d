import { countsOf } from '../counting/count-year.ts';
import type { CountedCells, CountedRecord } from '../counting/counted-record.ts';
import type { PlanLine } from '../execution/plan-line.ts';
import { cellsOf } from '../form/cells.ts';
import { type Figures, figuresOf } from '../form/figures.ts';
import type { CellId, StatutoryForm } from '../form/form-shape.ts';

/** What a report says, with the records behind it: live while it is drafted, as it stood once it is submitted. */
export interface ReportContent {
  readonly cells: CountedCells;
  /** By cell; what units stated is in the district's. */
  readonly declared: ReadonlyMap<CellId, number>;
  readonly plan: readonly PlanLine[];
}

/** The same as it is stored. */
export interface FrozenReport {
  readonly form: string;
  readonly cells: Readonly<Record<string, readonly CountedRecord[]>>;
  readonly declared: Readonly<Record<string, number>>;
  readonly plan: readonly PlanLine[];
}

export function frozenReport(form: StatutoryForm, { cells, declared, plan }: ReportContent): FrozenReport {
  return { form: form.code, cells: Object.fromEntries(cells), declared: Object.fromEntries(declared), plan };
}

export function contentOf({ cells, declared, plan }: FrozenReport): ReportContent {
  return {
    cells: new Map(Object.entries(cells) as [CellId, readonly CountedRecord[]][]),
    declared: new Map(Object.entries(declared) as [CellId, number][]),
    plan,
  };
}

export function contentFigures(form: StatutoryForm, content: Pick<ReportContent, 'cells' | 'declared'>): Figures {
  return figuresOf(form, countsOf(content), content.declared);
}

export interface Difference {
  readonly cell: CellId;
  readonly label: string;
  readonly stood: number | null;
  readonly now: number | null;
}

/** Where records of today give other figures than the report that stands; it is never changed by them. */
export function differences(form: StatutoryForm, then: Figures, now: Figures): Difference[] {
  return cellsOf(form).flatMap(({ cell, label }) => {
    const [before, after] = [then.get(cell)?.value ?? null, now.get(cell)?.value ?? null];
    return before === after ? [] : [{ cell, label, stood: before, now: after }];
  });
}
