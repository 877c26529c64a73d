import { type LocalDate, localDateAt } from '../../../kernel/local-date.ts';
import type { RequestRow } from '../request-tables.store.ts';
import { ARRIVAL_LABELS } from '../request-words.ts';

export interface RequestNode {
  readonly label: string;
  readonly on: LocalDate | null;
  readonly note: string;
}

/** The key nodes of a file, each with its day, in order (FOI-1, FOI-C1). */
export function requestNodes(of: {
  readonly request: Pick<RequestRow, 'arrival' | 'submitted_on' | 'confirmed_on' | 'archived_on' | 'archive_number'>;
  readonly registeredAt: Date;
  readonly decidedOn: LocalDate | null;
  readonly deliveredOn: LocalDate | null;
  readonly challengedOn: LocalDate | null;
}): RequestNode[] {
  const { request } = of;
  return [
    { label: '提出申请', on: request.submitted_on, note: ARRIVAL_LABELS[request.arrival] },
    { label: '收到申请', on: request.confirmed_on, note: request.confirmed_on ? '' : '待与申请人确认' },
    { label: '登记', on: localDateAt(of.registeredAt), note: '' },
    { label: '答复', on: of.decidedOn, note: '' },
    { label: '送达', on: of.deliveredOn, note: '' },
    { label: '办结归档', on: request.archived_on, note: request.archive_number ?? '' },
    { label: '复议、诉讼', on: of.challengedOn, note: '' },
  ];
}
