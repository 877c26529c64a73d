import type { Migration } from '../../db/migrate.ts';

/** Files that are to be deleted once nothing names them any more. */
export const fileRelease: Migration = {
  name: '2026-11-22-10-file-release',
  sql: `
    create schema files;

    create table files.release (
      hash text primary key check (hash ~ '^[0-9a-f]{64}$'),
      due_at timestamptz not null
    );
    create index release_due on files.release (due_at);
  `,
};
