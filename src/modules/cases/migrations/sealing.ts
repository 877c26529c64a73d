import type { Migration } from '../../../platform/db/migrate.ts';

/** What is sealed, what senders brought, and what keeps floods and guessers at bay without keeping who they are. */
export const sealing: Migration = {
  name: '2026-11-23-12-case-senders',
  sql: `
    create table cases.applicant (
      case_id uuid primary key references cases."case" (id),
      kind text not null check (kind in ('person', 'organisation')),
      has text[] not null,
      box bytea not null,
      wrapped_key bytea not null
    );

    create table cases.attachment (
      id uuid primary key default gen_random_uuid(),
      case_id uuid not null references cases."case" (id),
      sha256 text not null,
      name text not null,
      media_type text not null,
      size bigint not null,
      brought_by text not null check (brought_by in ('sender', 'staff')),
      problems jsonb not null default '[]',
      inspected_at timestamptz,
      at timestamptz not null
    );
    create index attachment_of on cases.attachment (case_id, at);
    create index attachment_file on cases.attachment (sha256);
    create index attachment_uninspected on cases.attachment (at) where inspected_at is null;

    create table cases.used_form (
      nonce text primary key,
      case_id uuid not null references cases."case" (id),
      text_hash text not null,
      at timestamptz not null
    );
    create index used_form_old on cases.used_form (at);

    create table cases.submission (
      id bigint generated always as identity primary key,
      connection_key text not null,
      browser_key text,
      at timestamptz not null
    );
    create index submission_of_connection on cases.submission (connection_key, at);
    create index submission_of_browser on cases.submission (browser_key, at) where browser_key is not null;
    create index submission_old on cases.submission (at);

    create table cases.look_up_try (
      key text primary key,
      failures integer not null,
      last_at timestamptz not null
    );
    create index look_up_try_old on cases.look_up_try (last_at);

    create table cases.told (
      reply_id uuid not null references cases.reply (id),
      case_id uuid not null references cases."case" (id),
      at timestamptz not null,
      primary key (reply_id, case_id)
    );

    create table cases.warning (
      case_id uuid not null references cases."case" (id),
      stage text not null check (stage in ('soon', 'today', 'late')),
      due_on date not null,
      at timestamptz not null,
      primary key (case_id, stage, due_on)
    );
    create table cases.warning_mail (
      case_id uuid not null references cases."case" (id),
      stage text not null,
      due_on date not null,
      person_id uuid not null,
      at timestamptz not null,
      primary key (case_id, stage, due_on, person_id)
    );
  `,
};
