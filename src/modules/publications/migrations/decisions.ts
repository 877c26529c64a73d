import type { Migration } from '../../../platform/db/migrate.ts';

/** What people decide about a publication: determinations, reviews, remarks, findings. Decisions are added, never rewritten. */
export const decisions: Migration = {
  name: '2026-11-21-76-publication-decisions',
  sql: `
    create table publications.determination (
      id uuid primary key default gen_random_uuid(),
      seq bigint generated always as identity,
      publication_id uuid not null references publications.publication (id),
      attribute text not null check (attribute in ('proactive', 'onRequest', 'withheld')),
      manner text not null check (manner in ('open', 'targeted')),
      occasion text not null check (occasion in ('first', 'change', 'review', 'conversion')),
      reason text not null,
      legal_basis text not null,
      audience text,
      by_person uuid,
      by_name text not null,
      at timestamptz not null,
      next_review_on date
    );
    create index determination_of on publications.determination (publication_id, seq desc);

    create function publications.keep_determination() returns trigger language plpgsql as $$
    begin
      raise exception 'determinations are kept';
    end $$;
    create trigger determination_kept before update or delete on publications.determination
      for each row execute function publications.keep_determination();

    create table publications.review (
      id uuid primary key default gen_random_uuid(),
      seq bigint generated always as identity,
      version_id uuid not null references publications.version (id),
      step text not null,
      step_name text not null,
      decision text not null check (decision in ('approved', 'returned')),
      content_hash text not null,
      comment text,
      by_person uuid not null,
      by_name text not null,
      at timestamptz not null,
      void_at timestamptz,
      void_reason text
    );
    create index review_of_version on publications.review (version_id, seq);

    create table publications.remark (
      id uuid primary key default gen_random_uuid(),
      seq bigint generated always as identity,
      version_id uuid not null references publications.version (id),
      place text not null,
      text text not null,
      by_person uuid not null,
      by_name text not null,
      at timestamptz not null,
      resolved_at timestamptz,
      resolved_by uuid,
      resolved_name text,
      resolution text
    );
    create index remark_of_version on publications.remark (version_id, seq);

    create table publications.review_rule (
      kind text not null,
      unit_id uuid,
      steps jsonb not null,
      by_name text not null,
      updated_at timestamptz not null,
      version integer not null default 1
    );
    create unique index review_rule_of on publications.review_rule (kind, coalesce(unit_id, '00000000-0000-0000-0000-000000000000'::uuid));

    create table publications.finding (
      id uuid primary key default gen_random_uuid(),
      version_id uuid not null references publications.version (id),
      key text not null,
      place text not null,
      type text not null,
      start_at integer not null,
      end_at integer not null,
      words text not null,
      masked text not null,
      certainty text not null check (certainty in ('sure', 'likely')),
      why text not null,
      state text not null default 'open' check (state in ('open', 'masked', 'overridden', 'gone')),
      reason text,
      decided_by uuid,
      decided_name text,
      decided_at timestamptz,
      found_at timestamptz not null,
      unique (version_id, key),
      check ((state = 'overridden') <= (reason is not null))
    );
    create index finding_open on publications.finding (version_id) where state = 'open';

    create table publications.targeted_disclosure (
      id uuid primary key default gen_random_uuid(),
      publication_id uuid not null references publications.publication (id),
      version_id uuid not null references publications.version (id),
      place text not null,
      audience text not null,
      from_on date not null,
      to_on date,
      note text,
      by_person uuid,
      by_name text not null,
      at timestamptz not null
    );
    create index targeted_disclosure_of on publications.targeted_disclosure (publication_id);

    create table publications.alarm (
      id uuid primary key default gen_random_uuid(),
      version_id uuid not null references publications.version (id),
      kind text not null,
      scheduled_for timestamptz not null,
      raised_at timestamptz not null,
      reasons jsonb not null default '[]',
      told_at timestamptz,
      resolved_at timestamptz,
      unique (version_id, kind, scheduled_for)
    );
  `,
};
