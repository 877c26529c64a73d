import type { Migration } from '../../../platform/db/migrate.ts';

/** Files that hold what a decision supplies; a decision names them by id, so that its reviewers approve exactly these bytes. */
export const suppliedFiles: Migration = {
  name: '2026-11-24-88-supplied-files',
  sql: `
    create table requests.supplied_file (
      id uuid primary key default gen_random_uuid(),
      case_id uuid not null references requests.request (case_id),
      sha256 text not null,
      name text not null,
      media_type text not null,
      size bigint not null,
      warnings text[] not null,
      by_name text not null,
      at timestamptz not null
    );
    create index supplied_file_of on requests.supplied_file (case_id, at);
    create index supplied_file_bytes on requests.supplied_file (sha256);
  `,
};
