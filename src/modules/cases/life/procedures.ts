import { AppError } from '../../../kernel/app-error.ts';
import { CASE_EVENT_LABELS, CASE_EVENTS, type CaseEvent } from '../case-words.ts';

/** Which of the events of the life table a kind knows: what is nobody's business with a message is the law with a request, and the reverse. */
export type Procedure = 'message' | 'request' | 'complaint';

const REQUESTS_ALONE: readonly CaseEvent[] = [
  'confirmReceipt',
  'askCorrection',
  'takeCorrection',
  'consult',
  'endConsultation',
  'proposeExtension',
  'extend',
  'delay',
  'noticeFee',
  'takeFee',
  'logContact',
  'confer',
  'deliver',
  'askWithdrawal',
];

/**
 * A request ends in a decision, never by being rejected, joined with another or called simple; what is unclear is asked by one notice of
 * correction (regulation arts 30, 36, 39).
 */
const MESSAGES_ALONE: readonly CaseEvent[] = [
  'reject',
  'merge',
  'separate',
  'classify',
  'askSender',
  'senderAdded',
  'rate',
  'followUp',
];

/** A complaint stays with the office and ends in a finding; it is neither simple nor rated (regulation art 51). */
const NOT_OF_COMPLAINTS: readonly CaseEvent[] = [
  ...REQUESTS_ALONE,
  'transfer',
  'transferBack',
  'classify',
  'rate',
  'followUp',
];

const NOT_IN: Readonly<Record<Procedure, readonly CaseEvent[]>> = {
  message: REQUESTS_ALONE,
  request: MESSAGES_ALONE,
  complaint: NOT_OF_COMPLAINTS,
};

export function knowsEvent(procedure: Procedure, event: CaseEvent): boolean {
  return !NOT_IN[procedure].includes(event);
}

/** Whether its reply follows from a decision of its business; else it is words and nothing more. */
export function isDecided(procedure: Procedure): boolean {
  return procedure !== 'message';
}

/** @throws AppError `not-of-kind` (409) */
export function demandKnown(kind: { readonly label: string; readonly procedure: Procedure }, event: CaseEvent): void {
  if (knowsEvent(kind.procedure, event)) return;
  throw new AppError('not-of-kind', 409, `“${kind.label}”的办理程序中没有“${CASE_EVENT_LABELS[event]}”这一步。`);
}

/** Events of a procedure in the order of the words. */
export function eventsOf(procedure: Procedure): readonly CaseEvent[] {
  return CASE_EVENTS.filter((event) => knowsEvent(procedure, event));
}
