import type { Migration } from '../../../platform/db/migrate.ts';

export const knowledge: Migration = {
  name: '2026-11-23-80-knowledge',
  sql: `
    create schema knowledge;

    create table knowledge.setting (
      code text primary key,
      value integer not null,
      version integer not null,
      by_name text not null,
      at timestamptz not null
    );

    -- What the office keeps about an entry besides its words, which live in the door out.
    create table knowledge.entry (
      publication_id uuid primary key,
      review_months integer check (review_months between 1 and 36),
      created_at timestamptz not null,
      by_name text not null
    );

    -- Each look at an entry that found it still right; never changed.
    create table knowledge.entry_review (
      id uuid primary key default gen_random_uuid(),
      publication_id uuid not null,
      reviewed_on date not null,
      at timestamptz not null,
      by_name text not null,
      note text
    );
    create index entry_review_publication on knowledge.entry_review (publication_id, at);

    create table knowledge.care_notice (
      publication_id uuid not null,
      what text not null,
      due_on date not null,
      person_id uuid not null,
      told_at timestamptz not null,
      primary key (publication_id, what, due_on, person_id)
    );

    -- Questions put to the portal, masked and counted by day, without who asked.
    create table knowledge.asked_question (
      text text not null,
      day date not null,
      times integer not null,
      answered integer not null,
      primary key (text, day)
    );
    create index asked_question_day on knowledge.asked_question (day);

    create table knowledge.unclear_question (
      digest bytea not null,
      day date not null,
      primary key (digest, day)
    );
    create index unclear_question_day on knowledge.unclear_question (day);
  `,
};
