import type { Migration } from '../../../platform/db/migrate.ts';

/** Documents handed in by office systems: who may hand in, what came, what was said about it (IX-3, DOC-1). */
export const intake: Migration = {
  name: '2026-11-21-99-exchange-intake',
  sql: `
    create table exchange.intake_source (
      id uuid primary key default gen_random_uuid(),
      way text not null check (way in ('interface', 'folder')),
      name text not null,
      unit_ids uuid[] not null check (cardinality(unit_ids) > 0),
      created_by text not null,
      created_at timestamptz not null
    );
    create unique index intake_source_name on exchange.intake_source (name) where way = 'interface';
    create unique index intake_source_folder on exchange.intake_source ((unit_ids[1])) where way = 'folder';

    create table exchange.intake_key (
      id uuid primary key default gen_random_uuid(),
      source_id uuid not null references exchange.intake_source,
      hash text not null unique,
      ending text not null,
      created_by text not null,
      created_at timestamptz not null,
      last_used_at timestamptz,
      revoked_at timestamptz,
      revoked_by text
    );
    create index intake_key_of on exchange.intake_key (source_id, created_at);

    create table exchange.intake_document (
      id uuid primary key default gen_random_uuid(),
      source_id uuid not null references exchange.intake_source,
      external_id text not null,
      unit_id uuid not null,
      publication_id uuid not null,
      delivery_hash text not null,
      doubts jsonb not null,
      first_at timestamptz not null,
      last_at timestamptz not null,
      repeats integer not null default 0,
      unique (source_id, external_id)
    );

    create table exchange.intake_delivery (
      id uuid primary key default gen_random_uuid(),
      seq bigint generated always as identity unique,
      source_id uuid not null references exchange.intake_source,
      unit_id uuid,
      external_id text,
      title text,
      signer text,
      proposal text,
      file_names text[] not null,
      outcome text not null check (outcome in ('registered', 'renewed', 'refused')),
      notes jsonb not null,
      publication_id uuid,
      at timestamptz not null
    );
    create index intake_delivery_of_unit on exchange.intake_delivery (unit_id, seq desc);
  `,
};
