import type { Migration } from '../../../platform/db/migrate.ts';

/**
 * The public side: copies made at publishing, the only tables that portal, search, feeds and exports read. `frozen_form` is ours: it keeps
 * what was public of forms that were taken away again.
 */
export const publicForm: Migration = {
  name: '2026-11-21-77-public-form',
  sql: `
    create sequence publications.public_change;

    create table publications.frozen_form (
      version_id uuid primary key references publications.version (id),
      record bytea,
      record_hash text not null,
      body_text text,
      salt bytea,
      leaf_id text not null,
      erased_at timestamptz,
      check ((record is null) = (erased_at is not null)),
      check ((salt is null) = (erased_at is not null))
    );

    create table publications.public_item (
      number bigint primary key,
      publication_id uuid not null unique,
      kind text not null,
      unit_id uuid not null,
      status text not null check (status in ('public', 'withdrawn', 'removed', 'merged')),
      ordinal integer not null,
      title text not null,
      fields jsonb not null,
      body_html text not null,
      body_text text not null,
      attachments jsonb not null,
      relations jsonb not null,
      columns text[] not null,
      dated_on date not null,
      first_published_at timestamptz not null,
      published_at timestamptz not null,
      ended_at timestamptz,
      reason text,
      merged_into bigint,
      record_hash text not null,
      changed_at timestamptz not null,
      change_seq bigint not null default 0
    );
    create index public_item_newest on publications.public_item (status, published_at desc, number desc);
    create index public_item_dated on publications.public_item (status, dated_on desc, number desc);
    create index public_item_kind on publications.public_item (kind, status, dated_on desc);
    create index public_item_unit on publications.public_item (unit_id, status, dated_on desc);
    create index public_item_columns on publications.public_item using gin (columns);
    create index public_item_fields on publications.public_item using gin (fields jsonb_path_ops);
    create index public_item_change on publications.public_item (change_seq);

    create table publications.public_version (
      number bigint not null references publications.public_item (number),
      ordinal integer not null,
      title text not null,
      record bytea not null,
      record_hash text not null,
      salt bytea not null,
      leaf_id text not null,
      published_at timestamptz not null,
      change_kind text not null,
      change_note text,
      primary key (number, ordinal)
    );

    create table publications.public_file (
      number bigint not null references publications.public_item (number),
      ordinal integer not null,
      sha256 text not null,
      name text not null,
      media_type text not null,
      size bigint not null,
      primary key (number, ordinal, sha256)
    );

    create table publications.public_relation (
      id bigint generated always as identity primary key,
      number bigint not null references publications.public_item (number),
      type text not null,
      target_id uuid,
      address text,
      title text,
      on_day date
    );
    create index public_relation_of on publications.public_relation (number);
    create index public_relation_target on publications.public_relation (target_id);

    create table publications.public_event (
      id bigint generated always as identity primary key,
      number bigint not null,
      ordinal integer,
      what text not null
        check (what in ('published', 'amended', 'withdrawn', 'removed', 'restored', 'merged', 'erased')),
      at timestamptz not null,
      change_kind text,
      note text,
      leaf_id text not null
    );
    create index public_event_of on publications.public_event (number, id);
  `,
};
