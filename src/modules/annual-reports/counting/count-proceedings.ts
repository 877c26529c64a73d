import { cellOf } from '../form/cells.ts';
import type { CountedRecord, Counter, ReportedYear } from './counted-record.ts';
import type { ProceedingFact } from './facts.ts';

const RESULT_WORDS = { upheld: '结果维持', corrected: '结果纠正', other: '其他结果' } as const;

/** Part four: what was open in the year, by how it ended in the year; what had not ended by its last day is 尚未审结. */
export function countProceedings(proceedings: readonly ProceedingFact[], year: ReportedYear, counter: Counter): void {
  for (const one of proceedings) {
    const { kind, receivedOn, closedOn, result } = one;
    if (receivedOn > year.last || (closedOn !== null && closedOn < year.first)) continue;
    const record = recordOf(one);
    const isOver = closedOn !== null && closedOn <= year.last;
    if (!isOver) counter.add(cellOf('p4', kind, 'pending'), record);
    else if (result !== null) counter.add(cellOf('p4', kind, result), record);
    else counter.faults.push({ record, message: `${receivedOn} 收到的复议或诉讼案件已经审结，没有记载结果，请补登。` });
  }
}

function recordOf({ id, caseId, unitId, receivedOn, closedOn, result }: ProceedingFact): CountedRecord {
  const end = closedOn === null ? '尚未审结' : `${closedOn} 审结${result ? `，${RESULT_WORDS[result]}` : ''}`;
  return { kind: 'proceeding', id, number: '', title: '', unitId, note: `${receivedOn} 收到，${end}`, ...of(caseId) };
}

function of(caseId: string | null): { caseId?: string } {
  return caseId === null ? {} : { caseId };
}
