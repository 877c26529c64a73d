import { AppError } from '../../../kernel/app-error.ts';
import type { Role } from '../../../kernel/roles.ts';
import { CASE_EVENT_LABELS, CASE_STATE_LABELS, CASE_STATES, type CaseEvent, type CaseState } from '../case-words.ts';

/** Who moves a case: the person who sent it, a job of the system, or somebody by his role. */
export type LifeRole = 'sender' | 'system' | Role;
type States = Readonly<Partial<Record<CaseState, Readonly<Partial<Record<CaseEvent, CaseState>>>>>>;
export type LifeTable = Readonly<Partial<Record<LifeRole, States>>>;

/** A case begins in one of these. */
export const FIRST_STATES: readonly CaseState[] = ['received', 'awaitingCheck'];

/** Steps of the procedure of disclosure requests (regulation arts 30 to 35), besides what happens to every case. */
const REQUEST = {
  received: { confirmReceipt: 'received', logContact: 'received' },
  assigned: {
    // Whoever took it on first confirms it afterwards.
    confirmReceipt: 'assigned',
    askCorrection: 'awaitingSender',
    noticeFee: 'awaitingSender',
    consult: 'assigned',
    endConsultation: 'assigned',
    proposeExtension: 'assigned',
    logContact: 'assigned',
    confer: 'assigned',
  },
  awaitingSender: {
    takeCorrection: 'assigned',
    takeFee: 'assigned',
    endConsultation: 'awaitingSender',
    logContact: 'awaitingSender',
  },
  replyDrafted: { endConsultation: 'replyDrafted', logContact: 'replyDrafted' },
  replyApproved: { endConsultation: 'replyApproved', logContact: 'replyApproved' },
  replied: { endConsultation: 'replied', logContact: 'replied', deliver: 'replied' },
  closed: { logContact: 'closed', deliver: 'closed' },
} as const satisfies States;

const OFFICER: States = {
  awaitingCheck: { admit: 'received', reject: 'rejected', note: 'awaitingCheck' },
  received: {
    accept: 'assigned',
    assign: 'assigned',
    transfer: 'received',
    transferBack: 'received',
    classify: 'received',
    note: 'received',
    merge: 'merged',
    reject: 'rejected',
    ...REQUEST.received,
  },
  assigned: {
    assign: 'assigned',
    transfer: 'received',
    transferBack: 'received',
    classify: 'assigned',
    note: 'assigned',
    askSender: 'awaitingSender',
    draftReply: 'assigned',
    submitReply: 'replyDrafted',
    merge: 'merged',
    reject: 'rejected',
    ...REQUEST.assigned,
  },
  awaitingSender: {
    assign: 'awaitingSender',
    classify: 'awaitingSender',
    note: 'awaitingSender',
    resume: 'assigned',
    reject: 'rejected',
    ...REQUEST.awaitingSender,
  },
  replyDrafted: { note: 'replyDrafted', recallReply: 'assigned', ...REQUEST.replyDrafted },
  replyApproved: { note: 'replyApproved', recallReply: 'assigned', sendReply: 'replied', ...REQUEST.replyApproved },
  replied: { note: 'replied', followUp: 'replied', close: 'closed', reopen: 'assigned', ...REQUEST.replied },
  closed: { note: 'closed', followUp: 'closed', reopen: 'assigned', ...REQUEST.closed },
  merged: { note: 'merged', separate: 'assigned' },
  rejected: { note: 'rejected', reopen: 'assigned' },
};

const HANDLER: States = {
  received: { accept: 'assigned', classify: 'received', note: 'received', ...REQUEST.received },
  assigned: {
    classify: 'assigned',
    note: 'assigned',
    askSender: 'awaitingSender',
    draftReply: 'assigned',
    submitReply: 'replyDrafted',
    ...REQUEST.assigned,
  },
  awaitingSender: {
    classify: 'awaitingSender',
    note: 'awaitingSender',
    resume: 'assigned',
    ...REQUEST.awaitingSender,
  },
  replyDrafted: { note: 'replyDrafted', recallReply: 'assigned', ...REQUEST.replyDrafted },
  replyApproved: { note: 'replyApproved', recallReply: 'assigned', sendReply: 'replied', ...REQUEST.replyApproved },
  replied: { note: 'replied', followUp: 'replied', close: 'closed', ...REQUEST.replied },
  closed: { note: 'closed', followUp: 'closed', ...REQUEST.closed },
};

const REVIEWER: States = {
  assigned: { note: 'assigned' },
  replyDrafted: {
    note: 'replyDrafted',
    approveReply: 'replyDrafted',
    approveLastReply: 'replyApproved',
    returnReply: 'assigned',
  },
  replyApproved: { note: 'replyApproved', returnReply: 'assigned' },
};

const LEADER: States = {
  received: {
    assign: 'assigned',
    transfer: 'received',
    transferBack: 'received',
    classify: 'received',
    note: 'received',
    reject: 'rejected',
  },
  assigned: {
    assign: 'assigned',
    transfer: 'received',
    transferBack: 'received',
    classify: 'assigned',
    note: 'assigned',
    reject: 'rejected',
    // Whoever answers for openness in the unit agrees to a later answer (arts 33, 35).
    extend: 'assigned',
    delay: 'assigned',
  },
  awaitingSender: { assign: 'awaitingSender', classify: 'awaitingSender', note: 'awaitingSender', reject: 'rejected' },
  replyDrafted: { ...REVIEWER.replyDrafted },
  replyApproved: { ...REVIEWER.replyApproved, sendReply: 'replied' },
  replied: { note: 'replied', reopen: 'assigned' },
  closed: { note: 'closed', reopen: 'assigned' },
  rejected: { note: 'rejected', reopen: 'assigned' },
};

/**
 * Role → state → event → next state. What does not stand here cannot happen to a case. Who holds a role must also be in the unit that has
 * the case, where the permission table says so.
 */
export const LIFE_TABLE: LifeTable = {
  sender: {
    awaitingCheck: { senderAdded: 'awaitingCheck', askWithdrawal: 'awaitingCheck' },
    received: { senderAdded: 'received', askWithdrawal: 'received' },
    assigned: { senderAdded: 'assigned', askWithdrawal: 'assigned' },
    awaitingSender: { senderAnswered: 'assigned', askWithdrawal: 'awaitingSender' },
    replyDrafted: { senderAdded: 'replyDrafted', askWithdrawal: 'replyDrafted' },
    replyApproved: { senderAdded: 'replyApproved', askWithdrawal: 'replyApproved' },
    // Asking on (追问), as often and as long as the kind says.
    replied: { rate: 'replied', reopen: 'assigned' },
    closed: { rate: 'closed', reopen: 'assigned' },
    merged: { rate: 'merged' },
  },
  system: {
    awaitingCheck: { escalate: 'awaitingCheck' },
    received: { escalate: 'received' },
    assigned: { escalate: 'assigned' },
    awaitingSender: { escalate: 'awaitingSender' },
    // Of a kind whose replies nobody reviews.
    replyDrafted: { escalate: 'replyDrafted', approveLastReply: 'replyApproved' },
    replyApproved: { escalate: 'replyApproved' },
    // An applicant who opened the letter on the portal has it.
    replied: { close: 'closed', deliver: 'replied' },
    closed: { deliver: 'closed' },
  },
  officer: OFFICER,
  handler: HANDLER,
  reviewer: REVIEWER,
  deputyHead: LEADER,
  head: LEADER,
  supervisor: {
    ...OFFICER,
    assigned: { ...OFFICER.assigned, extend: 'assigned', delay: 'assigned' },
    replyDrafted: { ...OFFICER.replyDrafted, ...REVIEWER.replyDrafted },
    replyApproved: { ...OFFICER.replyApproved, ...REVIEWER.replyApproved },
  },
};

/** Action of the permission table that an event wants; null: no person of the staff does it. */
export const EVENT_ACTIONS: Readonly<Record<CaseEvent, string | null>> = {
  admit: 'accept',
  accept: 'accept',
  assign: 'assign',
  transfer: 'transfer',
  transferBack: 'transfer',
  classify: 'classify',
  note: 'note',
  draftReply: 'reply',
  submitReply: 'reply',
  recallReply: 'reply',
  approveReply: 'review',
  approveLastReply: 'review',
  returnReply: 'review',
  sendReply: 'send',
  askSender: 'askSender',
  resume: 'askSender',
  senderAnswered: null,
  senderAdded: null,
  rate: null,
  followUp: 'followUp',
  close: 'close',
  reopen: 'reopen',
  merge: 'merge',
  separate: 'merge',
  reject: 'reject',
  escalate: null,
  confirmReceipt: 'procedure',
  askCorrection: 'procedure',
  takeCorrection: 'procedure',
  consult: 'procedure',
  endConsultation: 'procedure',
  proposeExtension: 'procedure',
  noticeFee: 'procedure',
  takeFee: 'procedure',
  logContact: 'procedure',
  confer: 'procedure',
  extend: 'extend',
  delay: 'extend',
  deliver: 'deliver',
  askWithdrawal: null,
};

/** @returns undefined when none of the roles may do it in that state */
export function moveOf(
  roles: readonly LifeRole[],
  from: CaseState,
  event: CaseEvent,
  table: LifeTable = LIFE_TABLE,
): CaseState | undefined {
  for (const role of roles) {
    const to = table[role]?.[from]?.[event];
    if (to) return to;
  }
  return undefined;
}

/** @throws AppError `case-state` (409) in words that say in which states it is possible */
export function nextState(roles: readonly LifeRole[], from: CaseState, event: CaseEvent): CaseState {
  const to = moveOf(roles, from, event);
  if (to) return to;
  const possible = CASE_STATES.filter((state) => moveOf(roles, state, event)).map((state) => CASE_STATE_LABELS[state]);
  const only = possible.length > 0 ? `；只有“${possible.join('”“')}”的来件可以` : '';
  throw new AppError(
    'case-state',
    409,
    `这一来件现在是“${CASE_STATE_LABELS[from]}”，不能${CASE_EVENT_LABELS[event]}${only}。请刷新后查看。`,
    { details: { state: from, event } },
  );
}
