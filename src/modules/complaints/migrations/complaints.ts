import type { Migration } from '../../../platform/db/migrate.ts';

/** What was found about a complaint, and what the unit complained of said (FOI-8). */
export const complaints: Migration = {
  name: '2026-11-24-81-complaints',
  sql: `
    create schema complaints;
    create table complaints.finding (
      reply_id uuid not null,
      edit integer not null,
      case_id uuid not null,
      content jsonb not null,
      by_name text not null,
      at timestamptz not null,
      primary key (reply_id, edit)
    );
    create index finding_of_case on complaints.finding (case_id);
    create table complaints.account (
      id uuid primary key default gen_random_uuid(),
      case_id uuid not null,
      unit_id uuid not null,
      asked_on date not null,
      question text not null,
      asked_by text not null,
      asked_at timestamptz not null,
      answered_on date,
      answer text,
      answered_by text,
      answered_at timestamptz
    );
    create index account_of_case on complaints.account (case_id);
  `,
};
