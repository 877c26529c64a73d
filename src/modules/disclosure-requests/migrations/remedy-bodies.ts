import type { Migration } from '../../../platform/db/migrate.ts';

/** Where remedies are sought, as this installation's office says it. */
export const remedyBodies: Migration = {
  name: '2026-11-24-11-remedy-bodies',
  sql: `
    create table requests.remedy_body (
      scope text primary key,
      reconsideration_body text not null,
      reconsideration_address text not null,
      reconsideration_phone text,
      internet_channel text,
      court text not null,
      court_address text,
      by_name text not null,
      updated_at timestamptz not null,
      version integer not null default 1
    );
  `,
};
