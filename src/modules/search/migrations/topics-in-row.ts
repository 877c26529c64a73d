import type { Migration } from '../../../platform/db/migrate.ts';

/**
 * Topics lay outside the narrow row, like the words of the text, and every count fetched them one by one: six of seven pages that a search
 * read. The rows are written anew, which takes minutes for a large library.
 */
export const topicsInRow: Migration = {
  name: '2026-11-24-62-search-topics-in-row',
  sql: `
    set local statement_timeout = 0;
    alter table search.entry
      alter column topics type text[] using topics || '{}'::text[],
      alter column topics set storage main;
    set local statement_timeout to default;
  `,
};
