import type { Migration } from '../../../platform/db/migrate.ts';

/** Filing with other installations: peers, deliveries, what was received, reconciliations. */
export const exchange: Migration = {
  name: '2026-11-21-98-exchange',
  sql: `
    create schema exchange;
    create sequence exchange.receipt_number;
    create sequence exchange.public_change;

    create table exchange.peer (
      id uuid primary key default gen_random_uuid(),
      code text not null unique,
      name text not null,
      direction text not null check (direction in ('outgoing', 'incoming')),
      base_url text not null,
      public_key text not null,
      log_key text,
      alarm_hours integer not null default 24 check (alarm_hours between 1 and 8760),
      is_active boolean not null default true,
      failures integer not null default 0,
      next_attempt_at timestamptz,
      last_error text,
      created_at timestamptz not null,
      updated_at timestamptz not null,
      version integer not null default 1,
      unique (direction, public_key)
    );

    create table exchange.nonce (
      key_id text not null,
      nonce text not null,
      expires_at timestamptz not null,
      primary key (key_id, nonce)
    );

    -- What was last read of the register: a version that is known is not read again.
    create table exchange.seen (
      publication_id uuid primary key,
      version integer not null,
      state_hash text not null,
      facts jsonb not null,
      unit_id uuid not null
    );

    create table exchange.progress (
      only_row boolean primary key default true check (only_row),
      seen_until timestamptz,
      swept_at timestamptz
    );
    insert into exchange.progress default values;

    create table exchange.delivery (
      id uuid primary key default gen_random_uuid(),
      peer_id uuid not null references exchange.peer (id),
      publication_id uuid not null,
      ordinal integer not null,
      unit_id uuid not null,
      event text not null,
      state text not null default 'waiting' check (state in ('waiting', 'receipted', 'refused', 'superseded')),
      state_hash text not null,
      facts jsonb not null,
      reasons jsonb not null default '[]',
      receipt jsonb,
      receipt_number text,
      attempts integer not null default 0,
      next_attempt_at timestamptz not null,
      taken_until timestamptz,
      last_error text,
      alarmed_at timestamptz,
      refused_once boolean not null default false,
      created_at timestamptz not null,
      settled_at timestamptz,
      unique (peer_id, publication_id, ordinal),
      check ((state = 'receipted') = (receipt is not null))
    );
    create unique index delivery_one_waiting on exchange.delivery (peer_id, publication_id)
      where state in ('waiting', 'refused');
    create index delivery_due on exchange.delivery (peer_id, next_attempt_at) where state = 'waiting';
    create index delivery_newest on exchange.delivery (created_at desc, id);
    create index delivery_of on exchange.delivery (publication_id);

    create table exchange.filing (
      id uuid primary key default gen_random_uuid(),
      peer_id uuid not null references exchange.peer (id),
      publication_id uuid not null,
      ordinal integer not null,
      event text not null,
      outcome text not null check (outcome in ('receipted', 'refused')),
      first_outcome text not null check (first_outcome in ('receipted', 'refused')),
      reasons jsonb not null default '[]',
      state_hash text not null,
      receipt jsonb,
      receipt_number text unique,
      first_at timestamptz not null,
      at timestamptz not null,
      unique (peer_id, publication_id, ordinal),
      check ((outcome = 'receipted') = (receipt is not null))
    );
    create index filing_newest on exchange.filing (at desc, id);

    create table exchange.received (
      peer_id uuid not null references exchange.peer (id),
      publication_id uuid not null unique,
      ordinal integer not null,
      kind text not null,
      unit jsonb not null,
      life text not null,
      register jsonb not null,
      number bigint,
      state_hash text not null,
      record_hash text,
      receipt_number text not null,
      at timestamptz not null,
      primary key (peer_id, publication_id)
    );

    create table exchange.received_form (
      peer_id uuid not null,
      publication_id uuid not null,
      ordinal integer not null,
      record bytea not null,
      record_hash text not null,
      body jsonb,
      primary key (peer_id, publication_id, ordinal),
      foreign key (peer_id, publication_id) references exchange.received (peer_id, publication_id)
    );

    create table exchange.received_file (
      peer_id uuid not null references exchange.peer (id),
      sha256 text not null,
      size bigint not null,
      media_type text not null,
      at timestamptz not null,
      primary key (peer_id, sha256)
    );

    -- The city library: what is public where it comes from, and nothing else.
    create table exchange.city_item (
      peer_id uuid not null references exchange.peer (id),
      number bigint not null,
      publication_id uuid not null unique,
      kind text not null,
      unit_code text not null,
      unit_name text not null,
      status text not null check (status in ('public', 'withdrawn', 'removed', 'merged')),
      title text not null,
      document_number text,
      issuer text,
      fields jsonb not null,
      body jsonb,
      body_text text not null,
      attachments jsonb not null,
      relations jsonb not null,
      history jsonb not null,
      dated_on date not null,
      published_at timestamptz not null,
      reason text,
      ended_at timestamptz,
      merged_into bigint,
      receipt_number text not null,
      received_at timestamptz not null,
      change_seq bigint not null,
      primary key (peer_id, number)
    );
    create index city_item_newest on exchange.city_item (dated_on desc, published_at desc) where status in ('public', 'withdrawn');

    create table exchange.reconciliation (
      id uuid primary key default gen_random_uuid(),
      peer_id uuid not null references exchange.peer (id),
      month text not null,
      at timestamptz not null,
      by_name text not null,
      figures jsonb not null,
      failure text
    );
    create index reconciliation_of on exchange.reconciliation (peer_id, at desc);

    create table exchange.difference (
      reconciliation_id uuid not null references exchange.reconciliation (id),
      position integer not null,
      kind text not null,
      publication_id uuid not null,
      detail text not null,
      refiled_at timestamptz,
      primary key (reconciliation_id, position)
    );
  `,
};
