import type { Migration } from '../../../platform/db/migrate.ts';

/** Other systems that hand over cases with numbers and dates of their own. */
export const sources: Migration = {
  name: '2026-11-23-13-case-sources',
  sql: `
    create table cases.source (
      id uuid primary key default gen_random_uuid(),
      name text not null unique,
      channel text not null,
      created_by text not null,
      created_at timestamptz not null
    );
    create table cases.source_key (
      id uuid primary key default gen_random_uuid(),
      source_id uuid not null references cases.source,
      hash text not null unique,
      ending text not null,
      created_by text not null,
      created_at timestamptz not null,
      last_used_at timestamptz,
      revoked_at timestamptz,
      revoked_by text
    );
    create index source_key_of on cases.source_key (source_id, created_at);
  `,
};
