import type { Migration } from '../../../platform/db/migrate.ts';

/**
 * Of queries that may name a person or a home only a keyed digest is kept, until many days have seen them. What was counted before this
 * rule was kept as it was typed, and goes.
 */
export const unclearQueries: Migration = {
  name: '2026-11-22-41-search-unclear-queries',
  sql: `
    create table search.unclear_query (
      digest bytea not null,
      day date not null,
      primary key (digest, day)
    );
    create index unclear_query_day on search.unclear_query (day);
    delete from search.query_count;
    delete from search.settled_query;
  `,
};
