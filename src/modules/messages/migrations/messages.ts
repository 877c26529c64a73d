import type { Migration } from '../../../platform/db/migrate.ts';

export const messages: Migration = {
  name: '2026-11-23-40-messages',
  sql: `
    create schema messages;

    -- Which message was drafted for publication; the draft lives and ends in the door out.
    create table messages.selection (
      case_id uuid primary key,
      publication_id uuid not null unique,
      at timestamptz not null,
      by_name text not null
    );
  `,
};
