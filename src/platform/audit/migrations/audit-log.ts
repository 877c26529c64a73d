import type { Migration } from '../../db/migrate.ts';

/** Append-only even for our own connection: a trigger refuses UPDATE, DELETE and TRUNCATE. */
export const auditLog: Migration = {
  name: '2026-11-21-01-audit-log',
  sql: `
    create schema audit;

    create table audit.entry (
      seq bigint primary key,
      at timestamptz not null,
      actor_type text not null,
      actor_id uuid,
      action text not null,
      kind text not null,
      subject_id text not null,
      unit_id uuid,
      outcome text not null check (outcome in ('done', 'refused')),
      detail jsonb not null,
      previous_hash text not null,
      hash text not null
    );

    create index entry_by_subject on audit.entry (kind, subject_id, seq);
    create index entry_by_actor on audit.entry (actor_id, seq);

    create table audit.head (
      singleton boolean primary key default true check (singleton),
      seq bigint not null,
      hash text not null
    );

    insert into audit.head (seq, hash) values (0, repeat('0', 64));

    create function audit.refuse_change() returns trigger language plpgsql as $$
    begin
      raise exception 'audit.entry is append-only';
    end
    $$;

    create trigger entry_is_append_only before update or delete or truncate on audit.entry
      for each statement execute function audit.refuse_change();
  `,
};
