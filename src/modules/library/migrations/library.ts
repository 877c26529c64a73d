import type { Migration } from '../../../platform/db/migrate.ts';

/** The shelf: what readers filter by, made from the public form alone and made anew at any time. */
export const shelf: Migration = {
  name: '2026-11-21-85-library-shelf',
  sql: `
    create schema library;

    create table library.document (
      number bigint primary key,
      publication_id uuid not null unique,
      kind text not null,
      unit_id uuid not null,
      title text not null,
      document_number text,
      index_number text,
      issuer text,
      document_type text,
      dated_on date not null,
      year integer not null,
      topic text,
      tags text[] not null,
      audiences text[] not null,
      normative boolean not null,
      summary text not null,
      statutory_class text,
      columns text[] not null,
      takes_effect_on date,
      expires_on date,
      relations jsonb not null,
      affects bigint[] not null,
      validity text not null check (validity in ('notYetInForce', 'inForce', 'amended', 'expired', 'repealed')),
      validity_since date not null,
      last_day date,
      next_turn_on date,
      interpreted boolean not null,
      first_published_at timestamptz not null,
      published_at timestamptz not null,
      changed_at timestamptz not null
    );
    create index document_newest on library.document (kind, dated_on desc, number desc);
    create index document_published on library.document (first_published_at desc, number desc);
    create index document_unit on library.document (unit_id, kind, dated_on desc);
    create index document_topic on library.document (topic, dated_on desc);
    create index document_validity on library.document (validity, normative, dated_on desc);
    create index document_tags on library.document using gin (tags);
    create index document_columns on library.document using gin (columns);
    create index document_turn on library.document (next_turn_on) where next_turn_on is not null;
    create index document_number_text on library.document (document_number);

    create table library.shelf_state (
      only_row boolean primary key default true check (only_row),
      cursor bigint not null,
      turned_on date
    );
    insert into library.shelf_state (cursor) values (0);

    create table library.daily_figure (
      day date primary key,
      documents integer not null,
      normative integer not null,
      in_force integer not null,
      amended integer not null,
      expired integer not null,
      repealed integer not null,
      published integer not null,
      changed integer not null,
      made_at timestamptz not null
    );

    create table library.expiry_reminder (
      number bigint not null,
      last_day date not null,
      months_before integer not null,
      sent_at timestamptz not null,
      primary key (number, last_day, months_before)
    );
  `,
};

/** Catalogue of labels and topics (TOP-1..6): kept by the office, never deleted, because old documents carry old words. */
export const topics: Migration = {
  name: '2026-11-21-86-library-topics',
  sql: `
    create table library.topic (
      id uuid primary key default gen_random_uuid(),
      code text not null unique check (code ~ '^[a-z][a-z0-9-]{0,39}$'),
      name text not null unique,
      kind text not null check (kind in ('class', 'collection')),
      description text not null,
      lead_unit_id uuid,
      tags text[] not null default '{}',
      audiences text[] not null default '{}',
      sort integer not null,
      retired_on date,
      version integer not null default 1,
      check (kind = 'class' or lead_unit_id is not null)
    );

    create table library.tag (
      id uuid primary key default gen_random_uuid(),
      name text not null unique,
      family text not null,
      audiences text[] not null default '{}',
      since date not null,
      retired_on date,
      replaced_by text,
      version integer not null default 1
    );

    create table library.patrol (
      id uuid primary key default gen_random_uuid(),
      topic_id uuid not null references library.topic,
      patrolled_on date not null,
      documents integer not null,
      gaps integer not null,
      findings text not null,
      by_person uuid,
      by_name text not null,
      at timestamptz not null
    );
    create index patrol_of on library.patrol (topic_id, patrolled_on desc);
  `,
};

/** An existing library on its way in: the dry run is kept row by row, so that a broken run goes on where it stopped. */
export const imports: Migration = {
  name: '2026-11-21-87-library-imports',
  sql: `
    create table library.import (
      id uuid primary key default gen_random_uuid(),
      name text not null,
      source text not null,
      state text not null default 'checked' check (state in ('checked', 'running', 'paused', 'done')),
      archive_hash text,
      archive_files integer not null,
      unused text[] not null,
      started_by text,
      created_at timestamptz not null,
      finished_at timestamptz
    );

    create table library.import_row (
      import_id uuid not null references library.import,
      row integer not null,
      state text not null check (state in ('ready', 'faulty', 'taken', 'imported', 'failed')),
      issued_on date,
      document_number text,
      "values" jsonb not null,
      problems jsonb not null,
      number bigint,
      taken_at timestamptz,
      primary key (import_id, row)
    );
    create index import_row_next on library.import_row (import_id, state, issued_on, row);
  `,
};
