import type { Migration } from '../../../platform/db/migrate.ts';

export const sharing: Migration = {
  name: '2026-11-23-82-knowledge-sharing',
  sql: `
    create table knowledge.receiver (
      id uuid primary key default gen_random_uuid(),
      name text not null unique,
      target text not null,
      created_by text not null,
      created_at timestamptz not null
    );

    create table knowledge.receiver_key (
      id uuid primary key default gen_random_uuid(),
      receiver_id uuid not null references knowledge.receiver,
      hash text not null unique,
      ending text not null,
      created_by text not null,
      created_at timestamptz not null,
      last_used_at timestamptz,
      revoked_at timestamptz,
      revoked_by text
    );

    -- Which form of which entry a receiver was handed, and when it asked for what comes behind it: then it has kept it.
    create table knowledge.delivery (
      receiver_id uuid not null references knowledge.receiver,
      number bigint not null,
      ordinal integer not null,
      state text not null,
      cursor bigint not null,
      delivered_at timestamptz not null,
      confirmed_at timestamptz,
      primary key (receiver_id, number, ordinal, state)
    );
    create index delivery_open on knowledge.delivery (receiver_id, cursor) where confirmed_at is null;
    create index delivery_number on knowledge.delivery (number);

    create table knowledge.gap (
      id uuid primary key default gen_random_uuid(),
      receiver_id uuid not null references knowledge.receiver,
      external_number text not null,
      idempotency_key text not null,
      request_hash text not null,
      -- Masked.
      questions text[] not null check (cardinality(questions) between 1 and 50),
      note text,
      times integer not null,
      from_on date,
      to_on date,
      policy_number bigint,
      unit_id uuid not null,
      received_at timestamptz not null,
      due_on date not null,
      state text not null default 'open' check (state in ('open', 'drafting', 'answered', 'declined')),
      publication_id uuid,
      reason text,
      settled_at timestamptz,
      told_at timestamptz,
      version integer not null default 1,
      unique (receiver_id, external_number),
      unique (receiver_id, idempotency_key),
      check ((state in ('drafting', 'answered')) = (publication_id is not null)),
      check ((state = 'declined') = (reason is not null))
    );
    create index gap_unit on knowledge.gap (unit_id, state, due_on);
    create index gap_publication on knowledge.gap (publication_id) where publication_id is not null;
  `,
};
