import type { Migration } from '../../../platform/db/migrate.ts';

/** What a disclosure request has beside its case: how it came, each step of the procedure, decisions, delivery, and what became of the information. */
export const requests: Migration = {
  name: '2026-11-24-10-disclosure-requests',
  sql: `
    create schema requests;

    create table requests.request (
      case_id uuid primary key references cases."case" (id),
      arrival text not null check (arrival in ('portal', 'counter', 'oral', 'registeredMail', 'ordinaryMail', 'fax', 'email', 'imported')),
      submitted_on date not null,
      confirmed_on date,
      confirmed_how text,
      category text not null check (category in ('natural', 'company', 'research', 'charity', 'legal', 'other')),
      wanted_form text not null check (wanted_form in ('paper', 'electronic', 'inspection')),
      wanted_way text not null check (wanted_way in ('mail', 'email', 'pickup', 'online', 'fax')),
      -- Keyed hash of who asks: finds his other requests (fees by month, repeated requests) without saying who he is.
      applicant_key text not null,
      document_number text,
      needs_help text,
      topic text,
      identity_evidence text,
      identity_checked_on date,
      identity_checked_by text,
      correction_text text,
      correction_noticed_on date,
      correction_until date,
      delayed_until date,
      delay_reason text,
      result text,
      decided_on date,
      archived_on date,
      archive_number text,
      abuse_reason text,
      check ((result is null) = (decided_on is null)),
      check ((correction_noticed_on is null) = (correction_until is null)),
      check ((archived_on is null) = (archive_number is null))
    );
    create index request_decided on requests.request (decided_on) where decided_on is not null;
    create index request_of_applicant on requests.request (applicant_key, submitted_on);
    create index request_topic on requests.request (topic) where topic is not null;

    create table requests.contact (
      id uuid primary key default gen_random_uuid(),
      case_id uuid not null references requests.request (case_id),
      at timestamptz not null,
      topic text not null,
      text text not null,
      by_name text not null
    );
    create index contact_of on requests.contact (case_id, at);

    create table requests.consultation (
      id uuid primary key default gen_random_uuid(),
      case_id uuid not null references requests.request (case_id),
      whom text not null check (whom in ('thirdParty', 'jointAgency')),
      name text not null,
      asked text not null,
      sent_on date not null,
      received_on date,
      opinion text check (opinion in ('agrees', 'objects', 'silent')),
      opinion_text text,
      answered_on date,
      is_reasonable boolean,
      by_name text not null,
      at timestamptz not null,
      check ((opinion is null) = (answered_on is null)),
      check (is_reasonable is null or opinion = 'objects')
    );
    create index consultation_of on requests.consultation (case_id, at);

    create table requests.extension (
      id uuid primary key default gen_random_uuid(),
      case_id uuid not null references requests.request (case_id),
      workdays integer not null check (workdays between 1 and 20),
      reason text not null,
      proposed_by uuid,
      proposed_by_name text not null,
      proposed_at timestamptz not null,
      decision text check (decision in ('approved', 'refused')),
      decided_by_name text,
      decided_at timestamptz,
      remark text,
      check ((decision is null) = (decided_at is null))
    );
    -- One proposal at a time waits for the head.
    create unique index extension_open on requests.extension (case_id) where decision is null;
    create index extension_of on requests.extension (case_id, proposed_at);

    create table requests.fee (
      id uuid primary key default gen_random_uuid(),
      case_id uuid not null unique references requests.request (case_id),
      way text not null check (way in ('item', 'volume')),
      quantity integer not null check (quantity > 0),
      earlier_items integer not null default 0,
      amount integer not null check (amount > 0),
      explanation jsonb not null,
      noticed_on date not null,
      received_on date,
      paid_on date,
      by_name text not null,
      at timestamptz not null
    );

    create table requests.conference (
      id uuid primary key default gen_random_uuid(),
      case_id uuid not null references requests.request (case_id),
      held_on date not null,
      attendees text not null,
      legal_adviser text,
      opinion text not null,
      by_name text not null,
      at timestamptz not null
    );
    create index conference_of on requests.conference (case_id, held_on);

    create table requests.decision (
      id uuid primary key default gen_random_uuid(),
      case_id uuid not null references requests.request (case_id),
      seq integer not null,
      reply_id uuid not null unique,
      content jsonb not null,
      result text not null,
      letter_is_own boolean not null default false,
      -- Null: still a draft.
      sent_on date,
      sent_at timestamptz,
      document_number text,
      updated_at timestamptz not null,
      by_name text not null,
      unique (case_id, seq)
    );
    create function requests.keep_decision() returns trigger language plpgsql as $$
    begin
      if old.sent_on is not null then raise exception 'a decision that was sent is kept'; end if;
      return case when tg_op = 'DELETE' then old else new end;
    end $$;
    create trigger keep_decision before update or delete on requests.decision for each row execute function requests.keep_decision();

    create table requests.delivery (
      id uuid primary key default gen_random_uuid(),
      case_id uuid not null references requests.request (case_id),
      decision_id uuid not null references requests.decision (id),
      way text not null,
      tracking_number text,
      sent_on date not null,
      delivered_on date,
      proof text,
      by_name text not null,
      at timestamptz not null,
      check (delivered_on is null or delivered_on >= sent_on)
    );
    create index delivery_of on requests.delivery (case_id, at);

    create table requests.conversion (
      id uuid primary key default gen_random_uuid(),
      case_id uuid not null references requests.request (case_id),
      decision_id uuid not null references requests.decision (id),
      name text not null,
      state text not null default 'pending' check (state in ('pending', 'toPublish', 'published', 'notEligible')),
      reason text,
      publication_id uuid,
      by_name text,
      at timestamptz,
      version integer not null default 1,
      check (state <> 'notEligible' or reason is not null),
      check ((state = 'toPublish' or state = 'published') = (publication_id is not null))
    );
    create index conversion_of on requests.conversion (case_id);
    create index conversion_open on requests.conversion (state) where state in ('pending', 'toPublish');
  `,
};
