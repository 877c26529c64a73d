import type { Generated, GeneratedAlways, JSONColumnType, Selectable } from 'kysely';
import type { LocalDate } from '../../kernel/local-date.ts';
import type { Queryable } from '../../platform/db/database.ts';
import type { Content } from './content/content.contract.ts';
import type { ReviewStep } from './kinds/publication-kind.ts';
import type {
  Attribute,
  ChangeKind,
  DeterminationOccasion,
  FindingState,
  LifeState,
  Manner,
  OpenState,
  ReviewDecision,
  VersionState,
} from './publication-words.ts';

type Json<T extends object | null> = JSONColumnType<T, string, string>;

export type PublicationTables = {
  'publications.publication': {
    id: Generated<string>;
    kind: string;
    unit_id: string;
    number: number | null;
    life: Generated<LifeState>;
    end_reason: string | null;
    ended_at: Date | null;
    merged_into: string | null;
    archived_on: LocalDate | null;
    /** The site or system where it was public before; null when it was made here. */
    adopted_from: string | null;
    title: string;
    document_number: string | null;
    formed_on: LocalDate | null;
    open_state: OpenState | null;
    attribute: Attribute | null;
    manner: Manner | null;
    next_review_on: LocalDate | null;
    /** While in review: `<unit id>:<role>` of everybody who may do a step that is open now. */
    waiting_for: Generated<string[]>;
    converted_at: Date | null;
    /** When somebody said why it becomes public after its term. */
    late_reason_at: Date | null;
    open_findings: Generated<number>;
    scheduled_for: Date | null;
    drafter_id: string | null;
    drafter_name: string | null;
    published_at: Date | null;
    created_at: Date;
    updated_at: Date;
    version: Generated<number>;
  };
  'publications.version': {
    id: Generated<string>;
    publication_id: string;
    ordinal: number | null;
    state: Generated<VersionState>;
    content: Json<Content | null>;
    content_hash: string;
    edit: Generated<number>;
    change_kind: Generated<ChangeKind>;
    change_note: string | null;
    release_note: string | null;
    scheduled_for: Date | null;
    scheduled_hash: string | null;
    drafter_id: string | null;
    drafter_name: string | null;
    created_at: Date;
    updated_at: Date;
    published_at: Date | null;
    erased_at: Date | null;
  };
  'publications.version_editor': {
    version_id: string;
    person_id: string;
    name: string;
    first_at: Date;
    last_at: Date;
  };
  'publications.autosave': {
    version_id: string;
    person_id: string;
    edit: number;
    content: Json<Content>;
    at: Date;
  };
  'publications.own_number': { publication_id: string; field: string; value: string };
  'publications.link': { version_id: string; type: string; target_id: string };
  'publications.upload': {
    publication_id: string;
    sha256: string;
    name: string;
    media_type: string;
    size: number;
    text: Generated<string>;
    hidden_data: Json<HiddenData>;
    problems: Json<string[]>;
    found: Json<FoundInText[]>;
    inspected_at: Date | null;
    original_sha256: string | null;
    by_person: string | null;
    at: Date;
  };
  'publications.event': {
    id: GeneratedAlways<number>;
    publication_id: string;
    version_id: string | null;
    at: Date;
    by_person: string | null;
    by_name: string;
    kind: string;
    text: string;
  };
  'publications.issuer_code': { code: string; issuer: string; unit_id: string | null };
  'publications.determination': {
    id: Generated<string>;
    seq: GeneratedAlways<number>;
    publication_id: string;
    attribute: Attribute;
    manner: Manner;
    occasion: DeterminationOccasion;
    reason: string;
    legal_basis: string;
    audience: string | null;
    by_person: string | null;
    by_name: string;
    at: Date;
    next_review_on: LocalDate | null;
  };
  'publications.review': {
    id: Generated<string>;
    seq: GeneratedAlways<number>;
    version_id: string;
    step: string;
    step_name: string;
    decision: ReviewDecision;
    content_hash: string;
    comment: string | null;
    by_person: string;
    by_name: string;
    at: Date;
    void_at: Date | null;
    void_reason: string | null;
  };
  'publications.remark': {
    id: Generated<string>;
    seq: GeneratedAlways<number>;
    version_id: string;
    place: string;
    text: string;
    by_person: string;
    by_name: string;
    at: Date;
    resolved_at: Date | null;
    resolved_by: string | null;
    resolved_name: string | null;
    resolution: string | null;
  };
  'publications.review_rule': {
    kind: string;
    unit_id: string | null;
    steps: Json<ReviewStep[]>;
    by_name: string;
    updated_at: Date;
    version: Generated<number>;
  };
  'publications.finding': {
    id: Generated<string>;
    version_id: string;
    key: string;
    place: string;
    type: string;
    start_at: number;
    end_at: number;
    words: string;
    masked: string;
    certainty: 'sure' | 'likely';
    why: string;
    state: Generated<FindingState>;
    reason: string | null;
    decided_by: string | null;
    decided_name: string | null;
    decided_at: Date | null;
    found_at: Date;
  };
  'publications.targeted_disclosure': {
    id: Generated<string>;
    publication_id: string;
    version_id: string;
    place: string;
    audience: string;
    from_on: LocalDate;
    to_on: LocalDate | null;
    note: string | null;
    by_person: string | null;
    by_name: string;
    at: Date;
  };
  'publications.late_reason': {
    id: Generated<string>;
    seq: GeneratedAlways<number>;
    publication_id: string;
    due_on: LocalDate;
    reason: string;
    by_person: string | null;
    by_name: string;
    at: Date;
  };
  'publications.reminder': {
    publication_id: string;
    kind: 'term' | 'review';
    due_on: LocalDate;
    stage: 'early' | 'last' | 'over';
    person_id: string;
    told_at: Date;
  };
  'publications.alarm': {
    id: Generated<string>;
    version_id: string;
    kind: string;
    scheduled_for: Date;
    raised_at: Date;
    reasons: Json<string[]>;
    told_at: Date | null;
    resolved_at: Date | null;
  };
};

/** What the search for personal data says of one stretch of text. */
export type FoundInText = {
  type: string;
  start: number;
  end: number;
  words: string;
  masked: string;
  certainty: 'sure' | 'likely';
  why: string;
};
export type HiddenData = { kind: string; where: string; message: string; removable: boolean }[];
export type PublicationRow = Selectable<PublicationTables['publications.publication']>;
export type VersionRow = Selectable<PublicationTables['publications.version']>;

export function register(db: Queryable) {
  return db.withTables<PublicationTables>();
}
