import type { LocalDate } from '../../../kernel/local-date.ts';
import { type Validity, validityOn } from '../../library/index.ts';
import { cellOf } from '../form/cells.ts';
import type { CountedRecord, Counter, ReportedYear } from './counted-record.ts';
import type { NormativeFacts } from './facts.ts';

const IN_FORCE: ReadonlySet<Validity['state']> = new Set(['inForce', 'amended']);

/**
 * Part two, 行政规范性文件: made in the year by its date, repealed in the year by an act of repeal, in force on the year's last day. One that
 * lapses at the end of its term is not repealed; it only leaves the count of those in force.
 * @param until the year's last day, or today while the year is running
 * @param rules terms of validity by law
 */
export function countDocuments(
  documents: readonly NormativeFacts[],
  year: ReportedYear,
  until: LocalDate,
  rules: Parameters<typeof validityOn>[2],
  counter: Counter,
): void {
  for (const document of documents) {
    if (!document.normative || document.issuedOn > until) continue;
    const validity = validityOn(document, until, rules);
    const add = (column: string, note: string) =>
      counter.add(cellOf('p2', 'normative', column), recordOf(document, note));
    if (document.issuedOn >= year.first) add('made', `${document.issuedOn} 印发`);
    const repeal = validity.steps.find(({ state, on }) => state === 'repealed' && on >= year.first && on <= until);
    if (repeal) add('repealed', repeal.why);
    if (IN_FORCE.has(validity.state)) add('inForce', validity.reason);
  }
}

function recordOf({ number, documentNumber, title, unitId }: NormativeFacts, note: string): CountedRecord {
  return { kind: 'document', id: String(number), number: documentNumber ?? '', title, unitId, note };
}
