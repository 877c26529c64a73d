import type { Generated, GeneratedAlways, JSONColumnType, Selectable } from 'kysely';
import type { LocalDate } from '../../kernel/local-date.ts';
import type { Queryable } from '../../platform/db/database.ts';
import type {
  ApplicantField,
  ApplicantKind,
  CaseChannel,
  CaseState,
  HoldingWay,
  RejectionReason,
  ReplyState,
  WarningStage,
} from './case-words.ts';
import type { ClockState } from './clock/clock.ts';
import type { ClockEvent } from './clock/clock-event.ts';
import type { DueExplanation } from './clock/explain-due.ts';
import type { CaseReviewStep } from './kinds/case-kind.ts';
import type { SenderWord } from './look-up/sender-words.ts';

type Json<T extends object | null> = JSONColumnType<T, string, string>;

export type CaseTables = {
  'cases.case': {
    id: Generated<string>;
    number: string;
    look_up_hash: string;
    kind: string;
    channel: CaseChannel;
    state: CaseState;
    title: string;
    text: string;
    fields: Json<Record<string, string>>;
    publication_number: number | null;
    unit_id: string;
    /** Of whom it complains: the people of that unit are shut out. */
    against_unit_id: Generated<string | null>;
    person_id: string | null;
    person_name: string | null;
    is_simple: Generated<boolean>;
    received_at: Date;
    received_on: LocalDate;
    due_on: LocalDate | null;
    /** Earliest due day of this case and those merged into it. */
    urgent_on: LocalDate | null;
    is_provisional: Generated<boolean>;
    /** Of the answer that holds; null again once it is reopened. */
    answered_on: LocalDate | null;
    /** Of the first answer. */
    answered_at: Date | null;
    /** Whether every answer came in time; null while an answer is owed, also of a reopened case. */
    is_on_time: boolean | null;
    /** From receipt to the first answer. */
    work_hours: number | null;
    applicant_mask: string | null;
    may_publish: Generated<boolean>;
    merged_into: string | null;
    merged_count: Generated<number>;
    rejection_reason: RejectionReason | null;
    rejection_text: string | null;
    stars: number | null;
    external_system: string | null;
    external_number: string | null;
    /** Keyed hash of kind, place and compared words: tells the same words again, and nothing else. */
    text_hash: string;
    /** While a reply waits for a review: `<unit id>:<role>` of everybody who may do the step that is open. */
    waiting_for: Generated<string[]>;
    created_at: Date;
    updated_at: Date;
    version: Generated<number>;
  };
  'cases.clock': {
    case_id: string;
    state: ClockState;
    /** Of the calendar and the rules by which it was reckoned. */
    basis: string;
    /** How many it was reckoned from. */
    events: number;
    explanation: Json<DueExplanation>;
  };
  'cases.clock_event': { case_id: string; seq: number; event: Json<ClockEvent>; at: Date; by_name: string };
  'cases.due_history': {
    id: GeneratedAlways<number>;
    case_id: string;
    at: Date;
    from_on: LocalDate | null;
    to_on: LocalDate | null;
    why: string;
  };
  'cases.holding': {
    case_id: string;
    seq: number;
    unit_id: string;
    person_id: string | null;
    person_name: string | null;
    way: HoldingWay;
    reason: string | null;
    from_at: Date;
    to_at: Date | null;
  };
  'cases.history': {
    id: GeneratedAlways<number>;
    case_id: string;
    at: Date;
    by_person: string | null;
    by_name: string;
    event: string;
    text: string;
    /** What the sender reads of it; null: nothing. */
    sender_text: string | null;
  };
  'cases.note': {
    id: Generated<string>;
    case_id: string;
    text: string;
    by_person: string | null;
    by_name: string;
    at: Date;
  };
  'cases.question': {
    id: Generated<string>;
    case_id: string;
    question: string;
    asked_at: Date;
    asked_by: string;
    answer: string | null;
    answered_at: Date | null;
    /** Answered, or no longer waited for. */
    ended_at: Date | null;
  };
  'cases.sender_word': {
    id: Generated<string>;
    seq: GeneratedAlways<number>;
    case_id: string;
    way: SenderWord['way'];
    after_reply: number;
    text: string;
    at: Date;
  };
  'cases.rating': { case_id: string; stars: number; comment: string | null; at: Date };
  'cases.follow_up': {
    id: Generated<string>;
    case_id: string;
    is_solved: boolean;
    text: string;
    by_name: string;
    at: Date;
  };
  'cases.reply': {
    id: Generated<string>;
    case_id: string;
    ordinal: number | null;
    state: ReplyState;
    text: string;
    edit: Generated<number>;
    unit_id: string;
    drafter_id: string | null;
    drafter_name: string | null;
    findings_reason: string | null;
    created_at: Date;
    updated_at: Date;
    sent_at: Date | null;
    /** When the sender was told by mail, or it was found that there is nothing to tell by. */
    told_at: Date | null;
  };
  'cases.reply_version': {
    reply_id: string;
    edit: number;
    text: string;
    by_person: string | null;
    by_name: string;
    at: Date;
  };
  'cases.reply_review': {
    id: Generated<string>;
    seq: GeneratedAlways<number>;
    reply_id: string;
    edit: number;
    step: string;
    step_name: string;
    decision: 'approved' | 'returned';
    comment: string | null;
    by_person: string;
    by_name: string;
    at: Date;
  };
  'cases.review_rule': {
    kind: string;
    unit_id: string;
    steps: Json<CaseReviewStep[]>;
    by_name: string;
    updated_at: Date;
    version: Generated<number>;
  };
  'cases.applicant': {
    case_id: string;
    kind: ApplicantKind;
    has: ApplicantField[];
    box: Buffer;
    wrapped_key: Buffer;
  };
  'cases.attachment': {
    id: Generated<string>;
    case_id: string;
    sha256: string;
    name: string;
    media_type: string;
    size: number;
    brought_by: 'sender' | 'staff';
    problems: Json<string[]>;
    warnings: Generated<string[]>;
    inspected_at: Date | null;
    at: Date;
    /** Among the files brought at that moment, from 0. */
    position: Generated<number>;
  };
  'cases.recusal': {
    id: Generated<string>;
    case_id: string;
    person_id: string;
    person_name: string;
    reason: string;
    /** Null: found by the program in the words of the letter. */
    by_person: string | null;
    by_name: string;
    at: Date;
    lifted_at: Date | null;
    lifted_by: string | null;
    lifted_reason: string | null;
  };
  'cases.used_form': { nonce: string; case_id: string; text_hash: string; at: Date };
  'cases.submission': { id: GeneratedAlways<number>; connection_key: string; browser_key: string | null; at: Date };
  'cases.look_up_try': { key: string; failures: number; last_at: Date };
  'cases.warning': { case_id: string; stage: WarningStage; due_on: LocalDate; at: Date };
  'cases.warning_mail': { case_id: string; stage: WarningStage; due_on: LocalDate; person_id: string; at: Date };
};

export type CaseRow = Selectable<CaseTables['cases.case']>;
export type ReplyRow = Selectable<CaseTables['cases.reply']>;
export type ReviewRow = Selectable<CaseTables['cases.reply_review']>;
export type HoldingRow = Selectable<CaseTables['cases.holding']>;
export type AttachmentRow = Selectable<CaseTables['cases.attachment']>;

export const caseTables = (db: Queryable) => db.withTables<CaseTables>();
