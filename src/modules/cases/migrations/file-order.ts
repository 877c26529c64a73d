import type { Migration } from '../../../platform/db/migrate.ts';

/** Files brought together keep the order in which they were brought; they share one moment. */
export const fileOrder: Migration = {
  name: '2026-11-24-70-case-file-order',
  sql: `alter table cases.attachment add column position integer not null default 0;`,
};
