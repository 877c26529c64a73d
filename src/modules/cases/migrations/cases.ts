import type { Migration } from '../../../platform/db/migrate.ts';

/** Cases: what came in, who has it, what happened to it. */
export const cases: Migration = {
  name: '2026-11-23-10-cases',
  sql: `
    create schema cases;

    create table cases."case" (
      id uuid primary key default gen_random_uuid(),
      number text not null unique,
      look_up_hash text not null unique,
      kind text not null,
      channel text not null,
      state text not null check (state in ('awaitingCheck', 'received', 'assigned', 'awaitingSender', 'replyDrafted',
        'replyApproved', 'replied', 'closed', 'merged', 'rejected')),
      title text not null,
      text text not null,
      fields jsonb not null default '{}',
      publication_number bigint,
      unit_id uuid not null,
      person_id uuid,
      person_name text,
      is_simple boolean not null default false,
      received_at timestamptz not null,
      received_on date not null,
      due_on date,
      urgent_on date,
      is_provisional boolean not null default false,
      answered_on date,
      answered_at timestamptz,
      is_on_time boolean,
      work_hours double precision,
      applicant_mask text,
      may_publish boolean not null default false,
      merged_into uuid references cases."case" (id),
      merged_count integer not null default 0,
      rejection_reason text,
      rejection_text text,
      stars smallint check (stars between 1 and 5),
      external_system text,
      external_number text,
      text_hash text not null,
      waiting_for text[] not null default '{}',
      created_at timestamptz not null,
      updated_at timestamptz not null,
      version integer not null default 1,
      check ((state = 'merged') = (merged_into is not null)),
      check (merged_into is distinct from id),
      check ((state = 'rejected') = (rejection_reason is not null)),
      check ((external_system is null) = (external_number is null)),
      unique (external_system, external_number)
    );
    create index case_open_of_unit on cases."case" (unit_id, urgent_on, id)
      where state in ('awaitingCheck', 'received', 'assigned', 'awaitingSender', 'replyDrafted', 'replyApproved');
    create index case_open_of_person on cases."case" (person_id, urgent_on, id)
      where state in ('awaitingCheck', 'received', 'assigned', 'awaitingSender', 'replyDrafted', 'replyApproved');
    create index case_open on cases."case" (urgent_on, id)
      where state in ('awaitingCheck', 'received', 'assigned', 'awaitingSender', 'replyDrafted', 'replyApproved');
    create index case_of_unit_urgent on cases."case" (unit_id, urgent_on, id);
    create index case_urgent on cases."case" (urgent_on, id);
    create index case_of_unit on cases."case" (unit_id, received_at, id);
    create index case_newest on cases."case" (received_at, id);
    create index case_of_kind on cases."case" (kind, received_at, id);
    create index case_answered on cases."case" (answered_at, id) where answered_at is not null;
    create index case_merged on cases."case" (merged_into) where merged_into is not null;
    create index case_waiting on cases."case" using gin (waiting_for) where state in ('replyDrafted', 'replyApproved');
    create index case_same_text on cases."case" (text_hash, received_at);
    create index case_on_publication on cases."case" (publication_number, received_at) where publication_number is not null;

    create table cases.clock (
      case_id uuid primary key references cases."case" (id),
      state text not null check (state in ('running', 'paused', 'stopped', 'answered')),
      basis text not null,
      events integer not null,
      explanation jsonb not null
    );
    create index clock_basis on cases.clock (basis, case_id) where state <> 'answered';

    create table cases.clock_event (
      case_id uuid not null references cases."case" (id),
      seq integer not null,
      event jsonb not null,
      at timestamptz not null,
      by_name text not null,
      primary key (case_id, seq)
    );
    create function cases.keep_clock_event() returns trigger language plpgsql as $$
    begin
      raise exception 'what moved a clock is kept';
    end $$;
    create trigger clock_event_kept before update or delete on cases.clock_event
      for each row execute function cases.keep_clock_event();

    create table cases.due_history (
      id bigint generated always as identity primary key,
      case_id uuid not null references cases."case" (id),
      at timestamptz not null,
      from_on date,
      to_on date,
      why text not null
    );
    create index due_history_of on cases.due_history (case_id, id);

    create table cases.holding (
      case_id uuid not null references cases."case" (id),
      seq integer not null,
      unit_id uuid not null,
      person_id uuid,
      person_name text,
      way text not null check (way in ('received', 'assigned', 'transferred', 'returned', 'handedOver')),
      reason text,
      from_at timestamptz not null,
      to_at timestamptz,
      primary key (case_id, seq)
    );
    create unique index holding_one_open on cases.holding (case_id) where to_at is null;

    create table cases.history (
      id bigint generated always as identity primary key,
      case_id uuid not null references cases."case" (id),
      at timestamptz not null,
      by_person uuid,
      by_name text not null,
      event text not null,
      text text not null,
      sender_text text
    );
    create index history_of on cases.history (case_id, id);

    create table cases.note (
      id uuid primary key default gen_random_uuid(),
      case_id uuid not null references cases."case" (id),
      text text not null,
      by_person uuid,
      by_name text not null,
      at timestamptz not null
    );
    create index note_of on cases.note (case_id, at);

    create table cases.question (
      id uuid primary key default gen_random_uuid(),
      case_id uuid not null references cases."case" (id),
      question text not null,
      asked_at timestamptz not null,
      asked_by text not null,
      answer text,
      answered_at timestamptz,
      ended_at timestamptz
    );
    create unique index question_one_open on cases.question (case_id) where ended_at is null;
    create index question_of on cases.question (case_id, asked_at);

    create table cases.rating (
      case_id uuid primary key references cases."case" (id),
      stars smallint not null check (stars between 1 and 5),
      comment text,
      at timestamptz not null
    );

    create table cases.follow_up (
      id uuid primary key default gen_random_uuid(),
      case_id uuid not null references cases."case" (id),
      is_solved boolean not null,
      text text not null,
      by_name text not null,
      at timestamptz not null
    );
    create index follow_up_of on cases.follow_up (case_id, at);
  `,
};
