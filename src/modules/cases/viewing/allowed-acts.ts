import { type Actor, can } from '../../../kernel/permissions.ts';
import { type CasePlace, caseSubject, possibleMove } from '../case-subject.ts';
import type { CaseEvent } from '../case-words.ts';
import type { CaseReply } from '../cases.contract.ts';
import { knowsEvent, type Procedure } from '../life/procedures.ts';

const PLAIN: readonly CaseEvent[] = [
  'admit',
  'accept',
  'assign',
  'transfer',
  'note',
  'askSender',
  'resume',
  'draftReply',
  'recallReply',
  'followUp',
  'close',
  'reopen',
  'merge',
  'separate',
  'reject',
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
];

/** Acts the person may do now: true, or the reason why not in words; acts that have no sense now are left out. */
export function allowedActs(
  actor: Actor,
  place: CasePlace,
  of: {
    readonly procedure: Procedure;
    readonly hasSimple: boolean;
    /** It goes to no other unit. */
    readonly staysHere: boolean;
    readonly canReturn: boolean;
    readonly isSealed: boolean;
    readonly hasFiles: boolean;
    /** The reply that is worked on. */
    readonly draft: CaseReply | undefined;
  },
): Record<string, true | string> {
  const may = (event: CaseEvent) => knowsEvent(of.procedure, event) && possibleMove(actor, event, place) !== undefined;
  const acts: Record<string, true | string> = {};
  for (const event of PLAIN) if (may(event)) acts[event] = true;
  if (of.hasSimple && may('classify')) acts.classify = true;
  if (of.canReturn && may('transferBack')) acts.transferBack = true;
  if (may('submitReply')) acts.submitReply = whyNotSubmit(of.draft) ?? true;
  if (may('approveReply') || may('returnReply')) acts.review = whyNotReview(of.draft) ?? true;
  if (may('sendReply')) acts.sendReply = true;
  if (acts.assign === true && !of.staysHere && can(actor, 'route', { kind: 'case' })) acts.route = true;
  if (of.isSealed && can(actor, 'openApplicant', caseSubject(place, 'openApplicant'))) acts.openApplicant = true;
  if (of.hasFiles && can(actor, 'openFiles', caseSubject(place, 'openFiles'))) acts.openFiles = true;
  return acts;
}

function whyNotSubmit(draft: CaseReply | undefined): string | null {
  if (!draft || draft.text === '') return '还没有起草答复。';
  if (draft.findings.length > 0 && !draft.findingsReason) return '答复中有疑似个人信息，请删去、遮盖或说明理由。';
  return draft.steps.some((step) => step.state === 'returned') ? '答复被退回，请修改后再提交。' : null;
}

function whyNotReview(draft: CaseReply | undefined): string | null {
  if (draft?.steps.some((step) => step.mine)) return null;
  return draft?.steps.find((step) => step.state === 'open')?.whyNot ?? null;
}
