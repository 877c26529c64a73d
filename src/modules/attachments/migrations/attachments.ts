import type { Migration } from '../../../platform/db/migrate.ts';

/** What looking at a file found, kept so that each file is opened once; it can be thrown away at any time. */
export const attachments: Migration = {
  name: '2026-11-21-70-attachments',
  sql: `
    create schema attachments;

    create table attachments.inspection (
      file_hash text not null check (file_hash ~ '^[0-9a-f]{64}$'),
      name_ending text not null,
      rules integer not null,
      result jsonb not null,
      made_at timestamptz not null,
      primary key (file_hash, name_ending, rules)
    );
  `,
};
