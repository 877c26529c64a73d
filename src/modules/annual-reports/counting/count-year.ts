import type { LocalDate } from '../../../kernel/local-date.ts';
import { leavesOf } from '../form/cells.ts';
import type { CellId, StatutoryForm } from '../form/form-shape.ts';
import { countDocuments } from './count-documents.ts';
import { countFees } from './count-fees.ts';
import { countProceedings } from './count-proceedings.ts';
import { countRequests } from './count-requests.ts';
import {
  type CountedCells,
  type CountedRecord,
  Counter,
  type RecordFault,
  reportedYear,
  sumOf,
} from './counted-record.ts';
import type { YearFacts } from './facts.ts';

export interface CountedYear {
  readonly cells: CountedCells;
  readonly faults: readonly RecordFault[];
}

/**
 * Every cell with its records, from what is on record (RPT-2). Pure: the same facts give the same cells.
 * @param today a year that is still running is counted up to it
 */
export function countYear(
  facts: YearFacts,
  year: number,
  today: LocalDate,
  rules: Parameters<typeof countDocuments>[3],
): CountedYear {
  const counter = new Counter();
  const of = reportedYear(year);
  countRequests(facts.requests, of, counter);
  countProceedings(facts.proceedings, of, counter);
  countDocuments(facts.documents, of, today < of.last ? today : of.last, rules, counter);
  countFees(facts.fees, counter);
  return { cells: counter.cells, faults: counter.faults };
}

/** What the records behind each cell come to. */
export function countsOf({ cells }: Pick<CountedYear, 'cells'>): ReadonlyMap<CellId, number> {
  return new Map([...cells].map(([cell, records]) => [cell, sumOf(records)]));
}

/** The records behind any cell; behind a total, those of its parts. */
export function recordsBehind(form: StatutoryForm, cells: CountedCells, cell: CellId): readonly CountedRecord[] {
  return leavesOf(form, cell).flatMap((leaf) => cells.get(leaf) ?? []);
}

/**
 * Records of several reports together. What an earlier one has counted, in whichever cell, later ones count no more: a request that went
 * from one unit to another stands once.
 */
export function mergedRecords(all: readonly CountedCells[]): CountedCells {
  const merged = new Map<CellId, CountedRecord[]>();
  const seen = new Set<string>();
  for (const cells of all) {
    const own: string[] = [];
    for (const [cell, records] of cells) {
      const added = records.filter((record) => !seen.has(keyOf(record)));
      own.push(...added.map(keyOf));
      merged.set(cell, [...(merged.get(cell) ?? []), ...added]);
    }
    for (const key of own) seen.add(key);
  }
  return merged;
}

function keyOf({ kind, id }: CountedRecord): string {
  return `${kind} ${id}`;
}
