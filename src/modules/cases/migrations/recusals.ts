import type { Migration } from '../../../platform/db/migrate.ts';

/** Who must stand aside from a case (回避), why, and until when. */
export const recusals: Migration = {
  name: '2026-11-23-70-case-recusals',
  sql: `
    create table cases.recusal (
      id uuid primary key default gen_random_uuid(),
      case_id uuid not null references cases."case" (id),
      person_id uuid not null,
      person_name text not null,
      reason text not null,
      by_person uuid,
      by_name text not null,
      at timestamptz not null,
      lifted_at timestamptz,
      lifted_by text,
      lifted_reason text
    );
    create unique index recusal_in_force on cases.recusal (case_id, person_id) where lifted_at is null;
    create index recusal_of_person on cases.recusal (person_id) where lifted_at is null;
  `,
};
