import type { Migration } from '../../../platform/db/migrate.ts';

/** What whoever opens a sender's file must know first: it is no reason to refuse the file, which may be a plain form with a drawing in it. */
export const fileWarnings: Migration = {
  name: '2026-11-24-87-case-file-warnings',
  sql: `alter table cases.attachment add column warnings text[] not null default '{}';`,
};
