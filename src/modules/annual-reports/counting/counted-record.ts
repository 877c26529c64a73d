import type { LocalDate } from '../../../kernel/local-date.ts';
import type { CellId } from '../form/form-shape.ts';

/** A record behind a figure. */
export interface CountedRecord {
  readonly kind: 'request' | 'proceeding' | 'document' | 'fee';
  /** Of the case (for a fee too), the proceeding, or the permanent number of the document. */
  readonly id: string;
  /** Case to which a proceeding belongs. */
  readonly caseId?: string;
  /** Case number or document number; absent: none. */
  readonly number: string;
  /** Empty where the number says enough: nothing of an applicant stands in a report. */
  readonly title: string;
  readonly unitId: string;
  /** Yuan, in a cell of money; elsewhere a record counts one. */
  readonly amount?: number;
  /** Chinese: why it counts here. */
  readonly note: string;
}

/** What records come to together: their number, or yuan in a cell of money. */
export function sumOf(records: readonly CountedRecord[]): number {
  return records.reduce((sum, { amount }) => sum + (amount ?? 1), 0);
}

/** The records of every cell that is no total. */
export type CountedCells = ReadonlyMap<CellId, readonly CountedRecord[]>;

/** Something about a record that keeps it from being counted rightly; Chinese sentence. */
export interface RecordFault {
  readonly record: CountedRecord;
  readonly message: string;
}

export class Counter {
  readonly #cells = new Map<CellId, CountedRecord[]>();
  readonly faults: RecordFault[] = [];

  add(cell: CellId, record: CountedRecord): void {
    const known = this.#cells.get(cell);
    if (known) known.push(record);
    else this.#cells.set(cell, [record]);
  }

  get cells(): CountedCells {
    return this.#cells;
  }
}

/** First and last day of the year, and the day up to which a year that is not over is counted. */
export interface ReportedYear {
  readonly year: number;
  readonly first: LocalDate;
  readonly last: LocalDate;
}

export function reportedYear(year: number): ReportedYear {
  return { year, first: `${year}-01-01` as LocalDate, last: `${year}-12-31` as LocalDate };
}
