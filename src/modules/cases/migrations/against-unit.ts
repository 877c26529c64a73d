import type { Migration } from '../../../platform/db/migrate.ts';

/** Of which unit a case complains (FOI-8); the unit's own people do not see it. */
export const againstUnit: Migration = {
  name: '2026-11-24-80-case-against-unit',
  sql: `
    alter table cases."case" add column against_unit_id uuid;
    create index case_against_unit on cases."case" (against_unit_id) where against_unit_id is not null;
  `,
};
