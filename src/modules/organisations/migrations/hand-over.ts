import type { Migration } from '../../../platform/db/migrate.ts';

export const handOver: Migration = {
  name: '2026-11-21-16-hand-over',
  sql: `
    create table organisations.hand_over (
      id uuid primary key default gen_random_uuid(),
      person_id uuid not null references organisations.person,
      unit_id uuid not null references organisations.unit,
      successor_id uuid not null references organisations.person,
      reason text not null check (reason in ('left', 'transferred', 'changed')),
      changed_on date not null,
      note text,
      state text not null default 'draft' check (state in ('draft', 'filed', 'cancelled')),
      created_at timestamptz not null,
      created_by uuid,
      filing_year integer,
      filing_number integer,
      filed_at timestamptz,
      filed_by uuid,
      roles_ended jsonb not null default '[]',
      roles_given jsonb not null default '[]',
      version integer not null default 1,
      unique (filing_year, filing_number)
    );

    create unique index one_open_hand_over_of_a_person on organisations.hand_over (person_id) where state = 'draft';

    create table organisations.hand_over_item (
      id uuid primary key default gen_random_uuid(),
      hand_over_id uuid not null references organisations.hand_over on delete cascade,
      provider text not null,
      subject_id text not null,
      title text not null,
      detail text,
      unit_id uuid,
      due_on date,
      to_person_id uuid references organisations.person,
      ticked_at timestamptz,
      ticked_by uuid,
      position integer not null,
      unique (hand_over_id, provider, subject_id)
    );
  `,
};
