import type { Migration } from '../../../platform/db/migrate.ts';

/** The dry run of a large library takes minutes: it goes lot by lot as well, and is gone on with where it stopped. */
export const importChecking: Migration = {
  name: '2026-11-22-60-library-import-checking',
  sql: `
    alter table library.import drop constraint import_state_check;
    alter table library.import alter column state set default 'checking',
      add constraint import_state_check check (state in ('checking', 'checked', 'running', 'paused', 'done'));
    alter table library.import_row drop constraint import_row_state_check;
    alter table library.import_row
      add constraint import_row_state_check check (state in ('unchecked', 'ready', 'faulty', 'taken', 'imported', 'failed'));
    create index import_row_unchecked on library.import_row (import_id, row) where state = 'unchecked';
    create index import_row_number on library.import_row (import_id, document_number);
  `,
};
