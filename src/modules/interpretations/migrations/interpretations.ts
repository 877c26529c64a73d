import type { Migration } from '../../../platform/db/migrate.ts';

export const interpretations: Migration = {
  name: '2026-11-21-90-interpretations',
  sql: `
    create schema interpretations;

    -- One rating of a reader a day; the key cannot be turned back into who it was.
    create table interpretations.rating (
      number bigint not null,
      day date not null,
      rater text not null,
      stars smallint not null check (stars between 1 and 5),
      at timestamptz not null,
      primary key (number, day, rater)
    );
  `,
};
