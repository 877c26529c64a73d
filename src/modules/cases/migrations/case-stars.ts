import type { Migration } from '../../../platform/db/migrate.ts';

/** The dissatisfied, newest first: few of many, and no open case among them, so that what moves a case's day does not write to it. */
export const caseStars: Migration = {
  name: '2026-11-24-82-case-stars',
  sql: `create index case_dissatisfied on cases."case" (answered_at, id) where stars < 4;`,
};
