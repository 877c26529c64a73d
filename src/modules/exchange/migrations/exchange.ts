import type { Migration } from '../../../platform/db/migrate.ts';

/** Filing with other installations: peers, deliveries, what was received, reconciliations. */
export const exchange: Migration = {
  name: '2026-11-21-98-exchange',
  sql: `
    create schema exchange;
  `,
};
