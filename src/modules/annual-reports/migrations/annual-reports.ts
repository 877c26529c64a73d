import type { Migration } from '../../../platform/db/migrate.ts';

export const annualReports: Migration = {
  name: '2026-11-24-40-annual-reports',
  sql: `
    create schema reports;

    -- A unit's report of a year, or the district's, which is kept by the supervising office (Regulations art. 49).
    create table reports.report (
      id uuid primary key default gen_random_uuid(),
      unit_id uuid not null,
      scope text not null check (scope in ('unit', 'district')),
      year integer not null check (year between 2000 and 2200),
      title text not null,
      texts jsonb not null default '{}',
      state text not null default 'draft' check (state in ('draft', 'returned', 'submitted', 'accepted', 'published')),
      version integer not null default 1,
      returned_because text,
      created_by_name text not null,
      created_at timestamptz not null,
      updated_at timestamptz not null,
      submitted_at timestamptz,
      accepted_at timestamptz,
      -- In the door out; its permanent number once it is public.
      publication_id uuid unique,
      publication_number bigint,
      published_on date,
      unique (unit_id, year, scope)
    );
    create unique index one_district_report on reports.report (year) where scope = 'district';
    create index report_of_year on reports.report (year);

    -- Figures, records and plan as they stood when the report was submitted.
    create table reports.frozen (
      report_id uuid primary key references reports.report (id),
      content jsonb not null,
      at timestamptz not null
    );

    -- What people stated of a cell, each with its source; the newest of a cell counts, without amount it is taken back.
    create table reports.statement (
      id bigint generated always as identity primary key,
      report_id uuid not null references reports.report (id),
      cell text not null,
      amount numeric(18, 6),
      source text not null,
      by_name text not null,
      by_id uuid,
      at timestamptz not null
    );
    create index statement_of_report on reports.statement (report_id, cell, id desc);

    create table reports.event (
      id bigint generated always as identity primary key,
      report_id uuid not null references reports.report (id),
      text text not null,
      by_name text not null,
      at timestamptz not null
    );
    create index event_of_report on reports.event (report_id, id);

    -- By when reports of a year are published, where the year's plan says another day than the Regulations (RPT-1).
    create table reports.due_date (
      year integer not null,
      scope text not null check (scope in ('unit', 'district')),
      due_on date not null,
      basis text not null,
      version integer not null default 1,
      set_by_name text not null,
      set_at timestamptz not null,
      primary key (year, scope)
    );

    -- Reminders that went out, each once.
    create table reports.reminder (
      unit_id uuid not null,
      scope text not null,
      year integer not null,
      due_on date not null,
      days_before integer not null,
      at timestamptz not null,
      primary key (unit_id, scope, year, due_on, days_before)
    );
  `,
};
