import type { Migration } from '../../../platform/db/migrate.ts';

/**
 * What finds words in a million titles: every letter of a title and every two that stand side by side, so that words need no spaces; and what
 * finds lists by person, by state, of nobody and of late answers. Cost and parallel tell the planner that a row is sooner read than taken to
 * letters, and that no workers are to be started for a list.
 */
export const caseLists: Migration = {
  name: '2026-11-23-60-case-lists',
  sql: `
    create function cases.letters(words text, smallest integer) returns text[]
    language plpgsql immutable strict parallel restricted cost 50 as $$
    declare
      plain text := lower(words);
      letters text[] := '{}';
    begin
      for place in 1..length(plain) loop
        if smallest = 1 then letters := array_append(letters, substr(plain, place, 1)); end if;
        if place < length(plain) then letters := array_append(letters, substr(plain, place, 2)); end if;
      end loop;
      return letters;
    end $$;
    create index case_title_letters on cases."case" using gin (cases.letters(title, 1));
    create index case_external_number on cases."case" (external_number) where external_number is not null;
    create index case_of_person on cases."case" (person_id, received_at, id) include (unit_id) where person_id is not null;
    create index case_of_state on cases."case" (state, received_at, id);
    create index case_late on cases."case" (answered_at, id) where is_on_time = false;
    create index case_unassigned on cases."case" (unit_id, urgent_on, id)
      where person_id is null
        and state in ('awaitingCheck', 'received', 'assigned', 'awaitingSender', 'replyDrafted', 'replyApproved');
  `,
};
