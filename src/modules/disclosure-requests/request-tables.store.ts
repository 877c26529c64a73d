import type { Generated, JSONColumnType, Selectable } from 'kysely';
import type { LocalDate } from '../../kernel/local-date.ts';
import type { Queryable } from '../../platform/db/database.ts';
import type { FeeWay } from './fees/reckon-fee.ts';
import type {
  ApplicantCategory,
  Consulted,
  ContactTopic,
  ConversionState,
  DeliveryWay,
  Opinion,
  RequestArrival,
  RequestResult,
  WantedForm,
  WantedWay,
} from './request-words.ts';
import type { DecisionContent } from './results/decision-content.contract.ts';

export type RequestTables = {
  'requests.request': {
    case_id: string;
    arrival: RequestArrival;
    /** Handed in, posted or sent by the applicant. */
    submitted_on: LocalDate;
    /** Day of receipt by law; null while it is to be confirmed (regulation art 31). */
    confirmed_on: LocalDate | null;
    confirmed_how: string | null;
    category: ApplicantCategory;
    wanted_form: WantedForm;
    wanted_way: WantedWay;
    /** Keyed hash of who asks: finds his other requests without saying who he is. */
    applicant_key: string;
    document_number: string | null;
    /** Of applicants who have difficulty in reading, seeing or hearing (art 43). */
    /** Field of business, for the analysis of hot spots (FOI-10). */
    topic: string | null;
    identity_evidence: string | null;
    identity_checked_on: LocalDate | null;
    identity_checked_by: string | null;
    correction_text: string | null;
    correction_noticed_on: LocalDate | null;
    correction_until: LocalDate | null;
    delayed_until: LocalDate | null;
    delay_reason: string | null;
    /** Of the first decision that was sent; the annual report counts this one (RPT-2). */
    result: RequestResult | null;
    decided_on: LocalDate | null;
    archived_on: LocalDate | null;
    archive_number: string | null;
    /** Why the request is thought to abuse the right; a reason for people, never for the program (FOI-13). */
    abuse_reason: string | null;
  };
  'requests.contact': {
    id: Generated<string>;
    case_id: string;
    at: Date;
    topic: ContactTopic;
    text: string;
    by_name: string;
  };
  'requests.consultation': {
    id: Generated<string>;
    case_id: string;
    whom: Consulted;
    name: string;
    asked: string;
    sent_on: LocalDate;
    received_on: LocalDate | null;
    opinion: Opinion | null;
    opinion_text: string | null;
    answered_on: LocalDate | null;
    is_reasonable: boolean | null;
    by_name: string;
    at: Date;
  };
  'requests.extension': {
    id: Generated<string>;
    case_id: string;
    workdays: number;
    reason: string;
    proposed_by: string | null;
    proposed_by_name: string;
    proposed_at: Date;
    decision: 'approved' | 'refused' | null;
    decided_by_name: string | null;
    decided_at: Date | null;
    remark: string | null;
  };
  'requests.fee': {
    id: Generated<string>;
    case_id: string;
    way: FeeWay['by'];
    quantity: number;
    earlier_items: number;
    /** Yuan. */
    amount: number;
    explanation: JSONColumnType<string[], string, string>;
    noticed_on: LocalDate;
    received_on: LocalDate | null;
    paid_on: LocalDate | null;
    by_name: string;
    at: Date;
  };
  'requests.conference': {
    id: Generated<string>;
    case_id: string;
    held_on: LocalDate;
    attendees: string;
    legal_adviser: string | null;
    opinion: string;
    by_name: string;
    at: Date;
  };
  'requests.decision': {
    id: Generated<string>;
    case_id: string;
    seq: number;
    reply_id: string;
    content: JSONColumnType<DecisionContent, string, string>;
    result: RequestResult;
    /** The words of the letter were written by hand; false: they follow from template and content. */
    letter_is_own: boolean;
    sent_on: LocalDate | null;
    sent_at: Date | null;
    document_number: string | null;
    updated_at: Date;
    by_name: string;
  };
  'requests.delivery': {
    id: Generated<string>;
    case_id: string;
    decision_id: string;
    way: DeliveryWay;
    tracking_number: string | null;
    sent_on: LocalDate;
    delivered_on: LocalDate | null;
    proof: string | null;
    by_name: string;
    at: Date;
  };
  'requests.supplied_file': {
    id: Generated<string>;
    case_id: string;
    sha256: string;
    name: string;
    media_type: string;
    size: number;
    warnings: string[];
    by_name: string;
    at: Date;
  };
  'requests.conversion': {
    id: Generated<string>;
    case_id: string;
    decision_id: string;
    name: string;
    state: ConversionState;
    reason: string | null;
    publication_id: string | null;
    by_name: string | null;
    at: Date | null;
    version: Generated<number>;
  };
};

export type SuppliedFileRow = Selectable<RequestTables['requests.supplied_file']>;
export type RequestRow = Selectable<RequestTables['requests.request']>;
export type ConsultationRow = Selectable<RequestTables['requests.consultation']>;
export type ExtensionRow = Selectable<RequestTables['requests.extension']>;
export type FeeRow = Selectable<RequestTables['requests.fee']>;
export type DecisionRow = Selectable<RequestTables['requests.decision']>;
export type ConversionRow = Selectable<RequestTables['requests.conversion']>;

export const requestTables = (db: Queryable) => db.withTables<RequestTables>();
