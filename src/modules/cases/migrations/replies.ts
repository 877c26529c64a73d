import type { Migration } from '../../../platform/db/migrate.ts';

/** Replies with their versions and reviews. */
export const replies: Migration = {
  name: '2026-11-23-11-case-replies',
  sql: `
    create table cases.reply (
      id uuid primary key default gen_random_uuid(),
      case_id uuid not null references cases."case" (id),
      ordinal integer,
      state text not null check (state in ('draft', 'sent', 'dropped')),
      text text not null,
      edit integer not null default 1,
      unit_id uuid not null,
      drafter_id uuid,
      drafter_name text,
      findings_reason text,
      created_at timestamptz not null,
      updated_at timestamptz not null,
      sent_at timestamptz,
      told_at timestamptz,
      unique (case_id, ordinal),
      check ((state = 'sent') = (ordinal is not null)),
      check ((state = 'sent') = (sent_at is not null))
    );
    create unique index reply_one_draft on cases.reply (case_id) where state = 'draft';
    create index reply_untold on cases.reply (sent_at) where state = 'sent' and told_at is null;

    create function cases.keep_reply() returns trigger language plpgsql as $$
    begin
      if tg_op = 'DELETE' then
        raise exception 'replies are kept';
      end if;
      if old.state <> 'draft' and (to_jsonb(new) - 'told_at') <> (to_jsonb(old) - 'told_at') then
        raise exception 'a reply that was sent never changes';
      end if;
      return new;
    end $$;
    create trigger reply_kept before update or delete on cases.reply
      for each row execute function cases.keep_reply();

    create table cases.reply_version (
      reply_id uuid not null references cases.reply (id),
      edit integer not null,
      text text not null,
      by_person uuid,
      by_name text not null,
      at timestamptz not null,
      primary key (reply_id, edit)
    );

    create table cases.reply_review (
      id uuid primary key default gen_random_uuid(),
      seq bigint generated always as identity,
      reply_id uuid not null references cases.reply (id),
      edit integer not null,
      step text not null,
      step_name text not null,
      decision text not null check (decision in ('approved', 'returned')),
      comment text,
      by_person uuid not null,
      by_name text not null,
      at timestamptz not null
    );
    create index reply_review_of on cases.reply_review (reply_id, seq);

    create table cases.review_rule (
      kind text not null,
      unit_id uuid not null,
      steps jsonb not null,
      by_name text not null,
      updated_at timestamptz not null,
      version integer not null default 1,
      primary key (kind, unit_id)
    );
  `,
};
