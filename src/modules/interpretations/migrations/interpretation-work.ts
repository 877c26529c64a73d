import type { Migration } from '../../../platform/db/migrate.ts';

export const interpretationWork: Migration = {
  name: '2026-11-21-91-interpretation-work',
  sql: `
    -- Rows of all registers of interpretation work; which fields a register has is told in registers.contract.ts.
    create table interpretations.record (
      id uuid primary key default gen_random_uuid(),
      register text not null,
      unit_id uuid not null,
      title text not null,
      dated_on date not null,
      -- Permanent number of the public document or interpretation that the row is about.
      about bigint,
      parent_id uuid references interpretations.record (id),
      -- What is summed up: readers, participants, times asked.
      amount bigint,
      -- A question's answer: permanent number of a later interpretation.
      answered_by bigint,
      data jsonb not null,
      version integer not null default 1,
      created_by uuid,
      created_by_name text not null,
      created_at timestamptz not null,
      changed_by uuid,
      changed_at timestamptz not null,
      confirmed_by_name text,
      confirmed_at timestamptz
    );
    create index record_listed on interpretations.record (register, dated_on desc, id);
    create index record_about on interpretations.record (register, about);
    create index record_parent on interpretations.record (parent_id);

    -- Files of coaching material: only what was inspected may be named by a record.
    create table interpretations.coaching_file (
      sha256 text primary key,
      name text not null,
      media_type text not null,
      size bigint not null,
      hidden jsonb not null,
      uploaded_by uuid,
      uploaded_at timestamptz not null
    );

    -- Confirmed by a second person, and public from then on; readers see this table alone.
    create table interpretations.public_reprint (
      record_id uuid primary key,
      number bigint not null,
      medium text not null,
      medium_kind text not null,
      day date not null,
      address text not null,
      confirmed_at timestamptz not null
    );
    create index public_reprint_of on interpretations.public_reprint (number, day);
    -- Grows with every change of the table above: part of the version of public pages.
    create sequence interpretations.public_change;

    create table interpretations.threshold (
      code text primary key,
      value integer not null,
      version integer not null default 1,
      by_name text not null,
      at timestamptz not null
    );

    -- One ballot of a network a day; the key cannot be turned back into who it was.
    create table interpretations.vote (
      contest bigint not null,
      day date not null,
      voter text not null,
      candidate bigint not null,
      primary key (contest, day, voter, candidate)
    );
    create index vote_for on interpretations.vote (contest, candidate);
  `,
};
