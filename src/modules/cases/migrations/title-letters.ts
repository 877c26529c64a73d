import type { Migration } from '../../../platform/db/migrate.ts';

/**
 * Letters of titles together with the unit, so that words of one unit among a million cases need no list of all its cases; and of words that
 * are looked for, no more pairs of letters than cover them: each is a long list to be compared. Of a million titles it
 * takes a minute; what the planner knew of letters went with the old index, and is gathered anew.
 */
export const titleLetters: Migration = {
  name: '2026-11-24-83-case-title-letters',
  sql: `
    set local statement_timeout = 0;
    set local maintenance_work_mem = '256MB';
    drop index cases.case_title_letters;
    create index case_title_letters on cases."case" using gin (cases.letters(title, 1), (array[unit_id]));
    analyze cases."case";
    set local statement_timeout to default;
    set local maintenance_work_mem to default;
    create function cases.sought(words text) returns text[] language sql immutable strict parallel safe as $$
      select array_agg(substr(lower(words), least(place, greatest(length(lower(words)) - 1, 1)), 2))
      from generate_series(1, length(lower(words)), 2) as place
    $$;
  `,
};
