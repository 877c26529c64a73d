import type { Migration } from '../../../platform/db/migrate.ts';

/** Reconsideration and litigation against answers to requests: stages, own clocks, results, lessons, mending (LIT-1..3). */
export const proceedings: Migration = {
  name: '2026-11-24-25-request-proceedings',
  sql: `
    create table requests.proceeding (
      id uuid primary key default gen_random_uuid(),
      kind text not null check (kind in ('reconsideration', 'directSuit', 'suitAfterReconsideration')),
      procedure text not null check (procedure in ('ordinary', 'simple')),
      unit_id uuid not null,
      -- Null: against an answer from before the program; matter says to which.
      case_id uuid references requests.request (case_id),
      matter text not null,
      earlier_id uuid references requests.proceeding (id),
      body text not null,
      body_number text not null,
      challenged text not null,
      received_on date not null,
      answer_due_on date not null,
      answered_on date check (answered_on >= received_on),
      heard_on date check (heard_on >= received_on),
      closed_on date check (closed_on >= received_on),
      result text check (result in ('upheld', 'corrected', 'other')),
      outcome text,
      fault text,
      orders_anew boolean not null default false,
      reopened_at timestamptz,
      lessons text,
      rectify_what text,
      rectify_due_on date,
      rectified_on date,
      rectified_how text,
      registered_at timestamptz not null,
      version integer not null default 1,
      check ((closed_on is null) = (result is null)),
      check (fault is null or result = 'corrected'),
      check ((rectify_what is null) = (rectify_due_on is null)),
      check (rectified_on is null or rectify_due_on is not null),
      check (earlier_id is null or kind = 'suitAfterReconsideration'),
      unique (unit_id, body, body_number)
    );
    create index proceeding_case on requests.proceeding (case_id) where case_id is not null;
    create index proceeding_earlier on requests.proceeding (earlier_id) where earlier_id is not null;
    create index proceeding_open on requests.proceeding (answer_due_on) where answered_on is null and closed_on is null;
    create index proceeding_rectify on requests.proceeding (rectify_due_on) where rectify_due_on is not null and rectified_on is null;
    create index proceeding_closed on requests.proceeding (closed_on) where closed_on is not null;
    create index proceeding_received on requests.proceeding (unit_id, received_on);

    create table requests.proceeding_history (
      id bigint generated always as identity primary key,
      proceeding_id uuid not null references requests.proceeding (id),
      at timestamptz not null,
      by_name text not null,
      event text not null,
      text text not null
    );
    create index proceeding_history_of on requests.proceeding_history (proceeding_id, id);
    create function requests.keep_proceeding_history() returns trigger language plpgsql as $$
    begin raise exception 'the history of proceedings is kept'; end $$;
    create trigger keep_proceeding_history before update or delete on requests.proceeding_history
      for each row execute function requests.keep_proceeding_history();

    -- Within how many working days a proceeding is to be reported (LIT-C2), as the office sets it.
    create table requests.proceeding_setting (
      only_one boolean primary key default true check (only_one),
      report_workdays integer not null check (report_workdays between 1 and 30),
      version integer not null default 1
    );
    insert into requests.proceeding_setting (report_workdays) values (3);
  `,
};
