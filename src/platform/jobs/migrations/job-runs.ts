import type { Migration } from '../../db/migrate.ts';

/** What an administrator sees of each job; and when an event that a module could not take is tried again. */
export const jobRuns: Migration = {
  name: '2026-11-21-03-job-runs',
  sql: `
    create schema jobs;

    create table jobs.run (
      name text primary key,
      started_at timestamptz not null,
      succeeded_at timestamptz,
      failed_at timestamptz,
      failures integer not null default 0,
      failure text
    );

    alter table outbox.event add column attempts integer not null default 0;
    alter table outbox.event add column retry_at timestamptz;
    alter table outbox.event add column failure text;
  `,
};
