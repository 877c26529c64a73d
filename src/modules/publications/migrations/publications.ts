import type { Migration } from '../../../platform/db/migrate.ts';

/** Publications and their versions: what people work on. */
export const publications: Migration = {
  name: '2026-11-21-75-publications',
  sql: `
    create schema publications;
    create sequence publications.public_number;

    create table publications.publication (
      id uuid primary key default gen_random_uuid(),
      kind text not null,
      unit_id uuid not null,
      number bigint unique,
      life text not null default 'none' check (life in ('none', 'public', 'withdrawn', 'removed', 'merged')),
      end_reason text,
      ended_at timestamptz,
      merged_into uuid references publications.publication (id),
      archived_on date,
      adopted_from text,
      title text not null,
      document_number text,
      formed_on date,
      open_state text check (open_state in ('draft', 'inReview', 'approved', 'scheduled')),
      attribute text check (attribute in ('proactive', 'onRequest', 'withheld')),
      manner text check (manner in ('open', 'targeted')),
      next_review_on date,
      waiting_for text[] not null default '{}',
      converted_at timestamptz,
      open_findings integer not null default 0,
      scheduled_for timestamptz,
      drafter_id uuid,
      drafter_name text,
      published_at timestamptz,
      created_at timestamptz not null,
      updated_at timestamptz not null,
      version integer not null default 1,
      check ((life = 'none') = (number is null)),
      check ((life = 'merged') = (merged_into is not null)),
      check (merged_into is distinct from id)
    );
    create index publication_newest on publications.publication (updated_at desc);
    create index publication_of_unit on publications.publication (unit_id, updated_at desc);
    create index publication_of_kind on publications.publication (kind, updated_at desc);
    create index publication_open on publications.publication (open_state) where open_state is not null;
    create index publication_undetermined on publications.publication (formed_on) where attribute is null;
    create index publication_review_due on publications.publication (next_review_on) where next_review_on is not null;

    create table publications.version (
      id uuid primary key default gen_random_uuid(),
      publication_id uuid not null references publications.publication (id),
      ordinal integer,
      state text not null default 'draft'
        check (state in ('draft', 'inReview', 'approved', 'scheduled', 'published', 'superseded', 'discarded')),
      content jsonb,
      content_hash text not null,
      edit integer not null default 1,
      change_kind text not null default 'major' check (change_kind in ('major', 'minor')),
      change_note text,
      release_note text,
      scheduled_for timestamptz,
      scheduled_hash text,
      drafter_id uuid,
      drafter_name text,
      created_at timestamptz not null,
      updated_at timestamptz not null,
      published_at timestamptz,
      erased_at timestamptz,
      unique (publication_id, ordinal),
      check ((state in ('published', 'superseded')) = (ordinal is not null)),
      check ((ordinal is null) = (published_at is null)),
      check ((content is null) = (erased_at is not null)),
      check ((state = 'scheduled') = (scheduled_for is not null and scheduled_hash is not null))
    );
    create unique index version_one_open on publications.version (publication_id)
      where state in ('draft', 'inReview', 'approved', 'scheduled');
    create index version_scheduled on publications.version (scheduled_for) where state = 'scheduled';

    create function publications.keep_version() returns trigger language plpgsql as $$
    begin
      if tg_op = 'DELETE' then
        raise exception 'versions are kept';
      end if;
      if old.ordinal is null then
        return new;
      end if;
      if (new.content is distinct from old.content and new.content is not null)
        or new.content_hash <> old.content_hash
        or new.ordinal is distinct from old.ordinal
        or new.publication_id <> old.publication_id
        or new.published_at is distinct from old.published_at
        or new.change_note is distinct from old.change_note
        or new.change_kind <> old.change_kind
        or (new.state <> old.state and not (old.state = 'published' and new.state = 'superseded')) then
        raise exception 'a version that was public never changes';
      end if;
      return new;
    end $$;
    create trigger version_kept before update or delete on publications.version
      for each row execute function publications.keep_version();

    create table publications.version_editor (
      version_id uuid not null references publications.version (id),
      person_id uuid not null,
      name text not null,
      first_at timestamptz not null,
      last_at timestamptz not null,
      primary key (version_id, person_id)
    );

    create table publications.autosave (
      version_id uuid not null references publications.version (id),
      person_id uuid not null,
      edit integer not null,
      content jsonb not null,
      at timestamptz not null,
      primary key (version_id, person_id)
    );

    create table publications.own_number (
      publication_id uuid not null references publications.publication (id),
      field text not null,
      value text not null,
      primary key (publication_id, field)
    );
    create index own_number_value on publications.own_number (field, value);

    create table publications.link (
      version_id uuid not null references publications.version (id),
      type text not null,
      target_id uuid not null,
      primary key (version_id, type, target_id)
    );
    create index link_target on publications.link (target_id);

    create table publications.upload (
      publication_id uuid not null references publications.publication (id),
      sha256 text not null,
      name text not null,
      media_type text not null,
      size bigint not null,
      text text not null default '',
      hidden_data jsonb not null default '[]',
      problems jsonb not null default '[]',
      found jsonb not null default '[]',
      inspected_at timestamptz,
      original_sha256 text,
      by_person uuid,
      at timestamptz not null,
      primary key (publication_id, sha256)
    );

    create table publications.event (
      id bigint generated always as identity primary key,
      publication_id uuid not null references publications.publication (id),
      version_id uuid,
      at timestamptz not null,
      by_person uuid,
      by_name text not null,
      kind text not null,
      text text not null
    );
    create index event_of_publication on publications.event (publication_id, id);

    create table publications.issuer_code (
      code text not null,
      issuer text not null,
      unit_id uuid,
      primary key (code, issuer)
    );
  `,
};
