import type { Migration } from '../../../platform/db/migrate.ts';

/** A large table is read after the answer to its upload; until then its file is kept. */
export const importReading: Migration = {
  name: '2026-11-24-60-library-import-reading',
  sql: `
    alter table library.import drop constraint import_state_check;
    alter table library.import add column trouble text, add column table_hash text,
      add constraint import_state_check
        check (state in ('reading', 'unreadable', 'checking', 'checked', 'running', 'paused', 'done'));
  `,
};
