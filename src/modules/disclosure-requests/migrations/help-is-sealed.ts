import type { Migration } from '../../../platform/db/migrate.ts';

/** Help that somebody needs tells of his health: it is sealed with the applicant's other data, and stands nowhere else. */
export const helpIsSealed: Migration = {
  name: '2026-11-24-86-help-is-sealed',
  sql: `alter table requests.request drop column needs_help;`,
};
