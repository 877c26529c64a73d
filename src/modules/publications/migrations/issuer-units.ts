import type { Migration } from '../../../platform/db/migrate.ts';

/** Several units may be entitled to publish for one issuer, as those that draft a government's documents are. */
export const issuerUnits: Migration = {
  name: '2026-11-22-40-publication-issuer-units',
  sql: `
    alter table publications.issuer_code drop constraint issuer_code_pkey;
    alter table publications.issuer_code add column id bigint generated always as identity primary key;
    create unique index issuer_code_of on publications.issuer_code
      (code, issuer, coalesce(unit_id, '00000000-0000-0000-0000-000000000000'::uuid));
  `,
};
