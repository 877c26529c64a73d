import type { Migration } from '../../../platform/db/migrate.ts';

/**
 * What people wrote about a publication goes with its text when the law wants it erased (PIPL art. 47): change notes of versions, and the
 * words of determinations, whose decision, basis and day stay. Nothing else of either may ever change.
 */
export const erasure: Migration = {
  name: '2026-11-22-11-publication-erasure',
  sql: `
    create or replace function publications.keep_version() returns trigger language plpgsql as $$
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
        or (new.change_note is distinct from old.change_note and (new.change_note is not null or new.erased_at is null))
        or new.change_kind <> old.change_kind
        or (new.state <> old.state and not (old.state = 'published' and new.state = 'superseded')) then
        raise exception 'a version that was public never changes';
      end if;
      return new;
    end $$;

    create or replace function publications.keep_determination() returns trigger language plpgsql as $$
    begin
      if tg_op = 'DELETE' then
        raise exception 'determinations are kept';
      end if;
      if new.reason <> '（已依法删除）' or new.audience is not null
        or (to_jsonb(new) - 'reason' - 'audience') <> (to_jsonb(old) - 'reason' - 'audience') then
        raise exception 'determinations are kept';
      end if;
      return new;
    end $$;

    create index upload_file on publications.upload (sha256);
    create index public_file_file on publications.public_file (sha256);
  `,
};
