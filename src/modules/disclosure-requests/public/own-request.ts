import type { LocalDate } from '../../../kernel/local-date.ts';
import type { SenderView } from '../../cases/index.ts';
import type {
  ApplicantCategory,
  Consulted,
  DeliveryWay,
  RequestArrival,
  RequestResult,
  WantedForm,
  WantedWay,
} from '../request-words.ts';
import type { DecidedFile } from '../results/decision-content.contract.ts';

/** What an applicant sees of his own request by number and secret: never who of the staff did what, nor whom they consulted. */
export interface OwnRequest {
  readonly view: SenderView;
  readonly stage: OwnStage;
  readonly arrival: RequestArrival;
  readonly category: ApplicantCategory;
  readonly wantedForm: WantedForm;
  readonly wantedWay: WantedWay;
  readonly documentNumber: string | null;
  readonly submittedOn: LocalDate;
  /** Day of receipt by law; null: it is to be confirmed with the applicant, and no term runs. */
  readonly confirmedOn: LocalDate | null;
  /** The one notice of correction, while it waits. */
  readonly correction: { readonly text: string; readonly until: LocalDate; readonly isOver: boolean } | null;
  readonly fee: OwnFee | null;
  readonly consultations: readonly {
    readonly whom: Consulted;
    readonly sentOn: LocalDate;
    readonly endedOn: LocalDate | null;
  }[];
  /** Agreed to by whoever answers for it. */
  readonly extensions: readonly { readonly workdays: number; readonly on: LocalDate }[];
  /** A term of its own for unusual quantities (art 35). */
  readonly delayedUntil: LocalDate | null;
  /** Sent, the newest first. */
  readonly decisions: readonly OwnDecision[];
  /** When the applicant asked to take it back; null: he did not. */
  readonly withdrawalAskedOn: LocalDate | null;
  readonly mayWithdraw: boolean;
}

export interface OwnFee {
  /** Yuan. */
  readonly amount: number;
  readonly explanation: readonly string[];
  readonly noticedOn: LocalDate;
  readonly until: LocalDate;
  readonly paidOn: LocalDate | null;
}

export interface OwnDecision {
  readonly seq: number;
  readonly documentNumber: string;
  readonly result: RequestResult;
  readonly sentOn: LocalDate;
  /** The letter with the applicant's own name in it. */
  readonly text: string;
  /** What it hands over as files, piece by piece; empty: nothing to be had here. */
  readonly supplied: readonly { readonly name: string; readonly files: readonly DecidedFile[] }[];
  readonly deliveries: readonly {
    readonly way: DeliveryWay;
    readonly sentOn: LocalDate;
    readonly deliveredOn: LocalDate | null;
    readonly trackingNumber: string | null;
  }[];
}

/** How far it is, in the applicant's words. */
export type OwnStage = 'confirmation' | 'handling' | 'correction' | 'fee' | 'answered' | 'closed';

export const STAGE_LABELS: Readonly<Record<OwnStage, string>> = {
  confirmation: '待与您确认收到',
  handling: '办理中',
  correction: '待您补正',
  fee: '待您缴费',
  answered: '已答复',
  closed: '已办结',
};

/** Before a decision is sent there is something to take back. */
const OPEN_STATES: readonly SenderView['state'][] = [
  'awaitingCheck',
  'received',
  'assigned',
  'awaitingSender',
  'replyDrafted',
  'replyApproved',
];

export function stageOf(of: {
  readonly state: SenderView['state'];
  readonly isConfirmed: boolean;
  readonly isForFee: boolean;
}): OwnStage {
  if (of.state === 'closed') return 'closed';
  if (!OPEN_STATES.includes(of.state)) return 'answered';
  if (!of.isConfirmed) return 'confirmation';
  if (of.state !== 'awaitingSender') return 'handling';
  return of.isForFee ? 'fee' : 'correction';
}

export function isOpen(state: SenderView['state']): boolean {
  return OPEN_STATES.includes(state);
}
