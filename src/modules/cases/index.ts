export type { CaseChannel, CaseEvent, CaseState } from './case-words.ts';
export {
  CASE_CHANNEL_LABELS,
  CASE_EVENT_LABELS,
  CASE_STATE_LABELS,
  OPEN_CASE_STATES,
  REJECTION_LABELS,
  SATISFACTION_WORDS,
  URGENCY_LABELS,
} from './case-words.ts';
export type {
  CaseFigure,
  CaseListItem,
  CasePage,
  CaseQuery,
  CaseReceipt,
  CaseView,
  LookUpInput,
  RateInput,
  ReceiveInput,
  SenderView,
} from './cases.contract.ts';
export type { CasesDoor, FormProof, Origin, ReceivedBy } from './cases-services.ts';
export type { CaseField, CaseForm, CaseKind, CaseReviewStep } from './kinds/case-kind.ts';
export type { CaseKindRegister } from './kinds/case-kind-register.ts';
export { RECEIVED_FILE_BYTES, RECEIVED_MEDIA_TYPES, type ReceivedFile } from './receiving/received-file.ts';
