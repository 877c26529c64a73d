import type { Migration } from '../../../platform/db/migrate.ts';

/** Words of letters as the office saved them, each save kept (FOI-4, FOI-5). */
export const letters: Migration = {
  name: '2026-11-24-20-request-letters',
  sql: `
    create table requests.letter_template (
      id uuid primary key default gen_random_uuid(),
      kind text not null,
      -- The highest is in force; none: what comes with the program.
      seq integer not null check (seq > 0),
      title text not null,
      body text not null,
      has_red_head boolean not null,
      note text not null,
      saved_by text not null,
      saved_at timestamptz not null,
      unique (kind, seq)
    );
    create function requests.keep_template() returns trigger language plpgsql as $$
    begin raise exception 'versions of templates are kept'; end $$;
    create trigger keep_template before update or delete on requests.letter_template
      for each row execute function requests.keep_template();

    -- The law does not say which way a query under rules of its own goes; the office does.
    alter table requests.remedy_body add column administrative_query text not null default 'either'
      check (administrative_query in ('either', 'reconsiderationFirst'));
  `,
};
