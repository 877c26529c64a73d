import type { Generated, GeneratedAlways, JSONColumnType } from 'kysely';
import type { LocalDate } from '../../kernel/local-date.ts';
import type { Queryable } from '../../platform/db/database.ts';
import type { NarrativeSection } from './plan/plans.contract.ts';
import type {
  AddressState,
  AssignmentState,
  DeadlineKind,
  EvidenceKind,
  PlanLevel,
  PlanState,
  ReminderKind,
  UnitRole,
} from './plan-words.ts';
import type { Deadline, DueExplanation, HistoryEntry } from './tasks/tasks.contract.ts';

type Json<T extends object | null> = JSONColumnType<T, string, string>;

/** The ledger's tables; what surrounds it is typed beside its own store. */
export type LedgerTables = {
  'plans.plan': {
    id: Generated<string>;
    level: PlanLevel;
    unit_id: string | null;
    year: number;
    title: string;
    document_number: string | null;
    issuer: string | null;
    issued_on: LocalDate | null;
    approval: string | null;
    narrative: Json<NarrativeSection[]>;
    parent_plan_id: string | null;
    original: Json<{ name: string; hash: string; mediaType: string } | null>;
    state: Generated<PlanState>;
    published_at: Date | null;
    closed_at: Date | null;
    created_at: Date;
    updated_at: Date;
    version: Generated<number>;
  };
  'plans.task': {
    id: Generated<string>;
    plan_id: string;
    number: number;
    category: string | null;
    name: string | null;
    content: string;
    units_text: string;
    deadline_text: string;
    deadline: Json<Deadline>;
    deadline_kind: DeadlineKind;
    content_due_on: LocalDate | null;
    due_on: LocalDate | null;
    due: Json<DueExplanation>;
    due_provisional: boolean;
    priority: Generated<boolean>;
    priority_note: string | null;
    requirement_text: string | null;
    parent_task_id: string | null;
    previous_task_id: string | null;
    share_count: Generated<number>;
    accepted_count: Generated<number>;
    reported_count: Generated<number>;
    returned_count: Generated<number>;
    started_count: Generated<number>;
    percent: Generated<number>;
    /** Milestones that every unit has behind it. */
    done_milestones: Generated<number>;
    open_due_on: LocalDate | null;
    next_due_on: LocalDate | null;
    last_report_at: Date | null;
    evidence_count: Generated<number>;
    accepted_on: LocalDate | null;
    created_at: Date;
    updated_at: Date;
    version: Generated<number>;
  };
  'plans.task_unit': {
    task_id: string;
    position: number;
    name: string;
    role: UnitRole;
    unit_id: string | null;
    group_id: string | null;
    is_group: boolean;
    unit_ids: string[];
  };
  'plans.assignment': {
    id: Generated<string>;
    task_id: string;
    plan_id: string;
    unit_id: string;
    role: UnitRole;
    via_group: string | null;
    section_id: string | null;
    person_id: string | null;
    own_due_on: LocalDate | null;
    due_on: LocalDate | null;
    redo_by: LocalDate | null;
    alert_on: GeneratedAlways<LocalDate | null>;
    milestone: Generated<number>;
    milestone_count: Generated<number>;
    state: Generated<AssignmentState>;
    percent: Generated<number>;
    last_text: string | null;
    last_report_at: Date | null;
    reported_on: LocalDate | null;
    accepted_on: LocalDate | null;
    evidence_count: Generated<number>;
    removed: Generated<boolean>;
    version: Generated<number>;
  };
  'plans.report': {
    id: Generated<string>;
    assignment_id: string;
    form_id: string;
    kind: 'progress' | 'completion';
    milestone: number;
    text: string;
    percent: number;
    by_person: string | null;
    by_name: string;
    at: Date;
    decision: 'accepted' | 'returned' | null;
    decision_reason: string | null;
    decided_by: string | null;
    decided_by_name: string | null;
    decided_at: Date | null;
    seq: GeneratedAlways<number>;
  };
  'plans.upload': {
    id: Generated<string>;
    hash: string;
    name: string;
    size: number;
    media_type: string;
    by_person: string | null;
    at: Date;
  };
  'plans.evidence': {
    id: Generated<string>;
    report_id: string;
    assignment_id: string;
    position: number;
    kind: EvidenceKind;
    title: string;
    record_ref: string | null;
    address: string | null;
    file_hash: string | null;
    file_name: string | null;
    file_size: number | null;
    media_type: string | null;
    address_state: AddressState | null;
    address_note: string | null;
    failures: Generated<number>;
    checked_at: Date | null;
    check_at: Date | null;
  };
  'plans.event': {
    id: GeneratedAlways<number>;
    plan_id: string;
    task_id: string | null;
    assignment_id: string | null;
    unit_id: string | null;
    at: Date;
    by_person: string | null;
    by_name: string;
    kind: string;
    text: string;
    changes: Json<HistoryEntry['changes']>;
    version: number | null;
  };
  'plans.reminder': {
    id: Generated<string>;
    /** Exactly one of these four. */
    assignment_id: string | null;
    look_back_item_id: string | null;
    action_item_id: string | null;
    issue_id: string | null;
    task_id: string | null;
    unit_id: string;
    kind: ReminderKind;
    for_day: LocalDate;
    due_on: LocalDate | null;
    text: string;
    created_at: Date;
  };
};

export function ledger(db: Queryable) {
  return db.withTables<LedgerTables>();
}
