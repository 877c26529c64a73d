import type { Migration } from '../../../platform/db/migrate.ts';

/** Why something became public after its term (Regulations art. 26), and who was told of which term and re-review. */
export const terms: Migration = {
  name: '2026-11-22-12-publication-terms',
  sql: `
    alter table publications.publication add column late_reason_at timestamptz;

    create table publications.late_reason (
      id uuid primary key default gen_random_uuid(),
      seq bigint generated always as identity,
      publication_id uuid not null references publications.publication (id),
      due_on date not null,
      reason text not null,
      by_person uuid,
      by_name text not null,
      at timestamptz not null
    );
    create index late_reason_of on publications.late_reason (publication_id, seq desc);

    create function publications.keep_late_reason() returns trigger language plpgsql as $$
    begin
      if tg_op = 'DELETE' or new.reason <> '（已依法删除）'
        or (to_jsonb(new) - 'reason') <> (to_jsonb(old) - 'reason') then
        raise exception 'reasons for lateness are kept';
      end if;
      return new;
    end $$;
    create trigger late_reason_kept before update or delete on publications.late_reason
      for each row execute function publications.keep_late_reason();

    create table publications.reminder (
      publication_id uuid not null references publications.publication (id),
      kind text not null check (kind in ('term', 'review')),
      due_on date not null,
      stage text not null check (stage in ('early', 'last', 'over')),
      person_id uuid not null,
      told_at timestamptz not null,
      primary key (publication_id, kind, due_on, stage, person_id)
    );
    create index publication_unpublished on publications.publication (kind, formed_on) where life = 'none' and open_state is not null;
  `,
};
