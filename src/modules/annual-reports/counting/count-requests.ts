import { cellOf } from '../form/cells.ts';
import type { CountedRecord, Counter, ReportedYear } from './counted-record.ts';
import type { RequestFact } from './facts.ts';

/** Row of part three for each of the 21 results. */
export const RESULT_ROWS: Readonly<Record<NonNullable<RequestFact['result']>, string>> = {
  open: '3.1',
  partial: '3.2',
  stateSecret: '3.3.1',
  forbiddenByLaw: '3.3.2',
  threeSecurities: '3.3.3',
  thirdParty: '3.3.4',
  internalAffairs: '3.3.5',
  processInformation: '3.3.6',
  enforcementFile: '3.3.7',
  administrativeQuery: '3.3.8',
  notHeld: '3.4.1',
  needsCreating: '3.4.2',
  unclearAfterCorrection: '3.4.3',
  petition: '3.5.1',
  repeated: '3.5.2',
  publicPublication: '3.5.3',
  unreasonableVolume: '3.5.4',
  reconfirmation: '3.5.5',
  notCorrected: '3.6.1',
  feeNotPaid: '3.6.2',
  otherwise: '3.6.3',
};

/**
 * Part three: every request that was open in the year stands once among the new or the carried-over ones, and once among the results or
 * those carried on. A year that is still running is counted as if it ended today.
 */
export function countRequests(requests: readonly RequestFact[], year: ReportedYear, counter: Counter): void {
  for (const request of requests) {
    const { receivedOn, decidedOn, result, category } = request;
    // Of a later year, or done with before this one.
    if (receivedOn > year.last || (decidedOn !== null && decidedOn < year.first)) continue;
    const record = recordOf(request);
    counter.add(cellOf('p3', receivedOn < year.first ? '2' : '1', category), record);
    if (decidedOn === null || decidedOn > year.last) counter.add(cellOf('p3', '4', category), record);
    else if (result !== null) counter.add(cellOf('p3', RESULT_ROWS[result], category), record);
    else counter.faults.push({ record, message: `${request.number} 已经答复，没有记载办理结果，请补登。` });
    if (decidedOn !== null && decidedOn < receivedOn)
      counter.faults.push({ record, message: `${request.number} 的答复日期早于收到日期，请核对。` });
  }
}

function recordOf({ caseId, number, unitId, receivedOn, decidedOn }: RequestFact): CountedRecord {
  const note = `${receivedOn} 收到，${decidedOn === null ? '尚未答复' : `${decidedOn} 答复`}`;
  return { kind: 'request', id: caseId, number, title: '', unitId, note };
}
